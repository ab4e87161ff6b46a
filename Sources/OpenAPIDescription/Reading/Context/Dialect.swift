/// The forms of description that are read differently. A later case adds to an earlier one.
enum Dialect: Int, Comparable {
  case swagger20
  case openAPI30
  case openAPI31
  case openAPI32

  /// As it is named in messages.
  var name: String {
    switch self {
    case .swagger20: "Swagger 2.0"
    case .openAPI30: "OpenAPI 3.0"
    case .openAPI31: "OpenAPI 3.1"
    case .openAPI32: "OpenAPI 3.2"
    }
  }

  /// What to do about something that came with a later dialect.
  var adviceForLater: String {
    self == .swagger20
      ? "convert the description to OpenAPI 3; it is read all the same"
      : "raise the version under 'openapi'; it is read all the same"
  }

  static func < (left: Dialect, right: Dialect) -> Bool {
    left.rawValue < right.rawValue
  }
}
