/// How a parameter is written where it is sent (OpenAPI 3.1.1 §4.8.12.3).
public enum ParameterStyle: String, Sendable, Hashable, CaseIterable {
  case simple
  case label
  case matrix
  case form
  case spaceDelimited
  case pipeDelimited
  case deepObject
  /// Like `form`, with the delimiters and the escaping of a cookie (OpenAPI 3.2).
  case cookie
}
