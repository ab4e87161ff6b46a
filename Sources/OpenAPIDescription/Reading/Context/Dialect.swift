/// The forms of description that are read differently. A later case adds to an earlier one.
enum Dialect: Int, Comparable {
  case openAPI30
  case openAPI31
  case openAPI32

  /// As it is named in messages.
  var name: String {
    switch self {
    case .openAPI30: "OpenAPI 3.0"
    case .openAPI31: "OpenAPI 3.1"
    case .openAPI32: "OpenAPI 3.2"
    }
  }

  static func < (left: Dialect, right: Dialect) -> Bool {
    left.rawValue < right.rawValue
  }
}
