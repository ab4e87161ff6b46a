import OpenAPIDescription

extension ResponseStatus {
  /// The status as part of a name.
  var nameText: String {
    switch self {
    case .code(let code): String(code)
    case .range(let hundreds): "\(hundreds)XX"
    case .default: "default"
    }
  }
}
