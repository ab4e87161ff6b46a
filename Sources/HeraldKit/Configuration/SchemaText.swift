/// A JSON value whose members keep their order.
indirect enum SchemaText {
  case string(String)
  case number(Int)
  case boolean(Bool)
  case array([SchemaText])
  case object([(String, SchemaText)])

  /// The same object with another member first.
  func inserting(_ key: String, _ value: SchemaText) -> SchemaText {
    guard case .object(let members) = self else { return self }
    return .object([(key, value)] + members)
  }

  /// The value with two spaces of indentation; lists of plain values on one line.
  var text: String { text(indentation: "") }

  private func text(indentation: String) -> String {
    let inner = indentation + "  "
    switch self {
    case .string(let text): return Self.quoted(text)
    case .number(let number): return "\(number)"
    case .boolean(let value): return "\(value)"
    case .array(let values):
      return "[" + values.map { $0.text(indentation: inner) }.joined(separator: ", ") + "]"
    case .object(let members):
      let lines = members.map { "\(inner)\(Self.quoted($0.0)): \($0.1.text(indentation: inner))" }
      return "{\n" + lines.joined(separator: ",\n") + "\n\(indentation)}"
    }
  }

  private static func quoted(_ text: String) -> String {
    "\"" + text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
  }
}

extension SchemaText: ExpressibleByStringLiteral {
  init(stringLiteral value: String) {
    self = .string(value)
  }
}
