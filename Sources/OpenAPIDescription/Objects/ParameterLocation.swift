/// Where a parameter is sent (OpenAPI 3.1.1 §4.8.12.1).
public enum ParameterLocation: String, Sendable, Hashable, CaseIterable {
  case path
  case query
  case header
  case cookie
  /// The query string as a whole (OpenAPI 3.2).
  case querystring
}
