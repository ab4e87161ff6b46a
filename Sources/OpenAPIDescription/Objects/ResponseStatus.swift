/// The statuses that a response stands for (OpenAPI 3.1.1 §4.8.16).
public enum ResponseStatus: Sendable, Hashable {
  case code(Int)
  /// All codes with this first digit, written `4XX`.
  case range(Int)
  /// Every status that is not declared on its own.
  case `default`
}
