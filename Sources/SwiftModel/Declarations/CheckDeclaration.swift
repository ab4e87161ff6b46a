/// A call that holds a value against its constraints, such as `check.string(name, "name", maxLength: 64)`.
public struct CheckDeclaration: Sendable, Hashable {
  /// An argument of the call: a keyword of JSON Schema with its limit.
  public struct Argument: Sendable, Hashable {
    public var label: String
    public var limit: Limit
  }

  public enum Limit: Sendable, Hashable {
    /// A number as Swift writes it.
    case number(String)
    case text(String)
  }

  /// The method of the check.
  public var method: String
  /// The property, parameter or variable that is checked, without backticks; `body` for the body of a request.
  public var subject: String
  /// What follows the subject in the expression, such as `?.count`.
  public var access: String
  /// The name on the wire; empty for the value itself.
  public var wireName: String
  public var arguments: [Argument]
  /// The schema that `json` holds a value against, on several lines.
  public var rules: String?
  /// The case of the body's enum, without backticks, whose value is checked; nil where the subject itself is.
  public var caseName: String?
}
