import SourceDocuments

/// Values as texts that are equal exactly when the values are (JSON Schema Core 2020-12 §4.2.2).
enum CanonicalValue {
  static func text(_ node: SourceNode) -> String {
    switch node.kind {
    case .null: "null"
    case .boolean: node.boolean == true ? "true" : "false"
    case .number: node.number.map(text) ?? "null"
    case .string: quoted(node.string ?? "")
    case .array: "[" + node.elements.map(text).joined(separator: ", ") + "]"
    case .object:
      "{"
        + node.members.map { (quoted($0.key), text($0.value)) }
        .sorted { $0.0 < $1.0 }
        .map { "\($0.0): \($0.1)" }
        .joined(separator: ", ") + "}"
    }
  }

  static func text(_ number: SourceNumber) -> String {
    if let integer = number.integer { return String(integer) }
    let value = number.double
    return value.isFinite ? "\(value)" : number.text
  }

  private static func quoted(_ text: String) -> String {
    // Most texts have nothing to escape.
    guard text.utf8.contains(where: { $0 == UInt8(ascii: "\\") || $0 == UInt8(ascii: "\"") }) else {
      return "\"" + text + "\""
    }
    return "\"" + text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
  }

  /// Whether two trees say the same, whatever the order of their members.
  static func isEqual(_ left: SourceNode, _ right: SourceNode) -> Bool {
    guard left.kind == right.kind else { return false }
    switch left.kind {
    case .null: return true
    case .boolean: return left.boolean == right.boolean
    case .string: return left.string == right.string
    case .number:
      return left.number == right.number || left.number.map(text) == right.number.map(text)
    case .array:
      return left.elements.count == right.elements.count
        && zip(left.elements, right.elements).allSatisfy { isEqual($0, $1) }
    case .object:
      guard left.members.count == right.members.count else { return false }
      return left.members.allSatisfy { member in
        right[member.key].map { isEqual(member.value, $0) } ?? false
      }
    }
  }
}
