import SourceDocuments

/// A document as a tree that can be edited at one place.
struct EditedTree {
  indirect enum Value {
    case object([(String, Value)])
    case array([Value])
    /// A scalar as JSON.
    case scalar(String)
  }

  enum Change: String { case remove, alter }

  struct Edit: CustomStringConvertible {
    var path: [String]
    var change: Change
    var description: String { "\(change.rawValue) /" + path.joined(separator: "/") }
  }

  let root: Value

  init(_ node: SourceNode) {
    root = Self.value(node)
  }

  private static func value(_ node: SourceNode) -> Value {
    switch node.kind {
    case .object: .object(node.members.map { ($0.key, value($0.value)) })
    case .array: .array(node.elements.map(value))
    case .string, .number, .boolean, .null: .scalar(node.jsonText())
    }
  }

  var text: String { Self.text(root) }

  /// Removes every member and element, and alters every scalar.
  var edits: [Edit] {
    var edits: [Edit] = []
    func visit(_ value: Value, _ path: [String]) {
      if !path.isEmpty { edits.append(Edit(path: path, change: .remove)) }
      switch value {
      case .object(let members): for (name, value) in members { visit(value, path + [name]) }
      case .array(let elements):
        for (index, value) in elements.enumerated() { visit(value, path + [String(index)]) }
      case .scalar: edits.append(Edit(path: path, change: .alter))
      }
    }
    visit(root, [])
    return edits
  }

  func text(after edit: Edit) -> String {
    Self.text(Self.edited(root, edit.path[...], edit.change) ?? .scalar("null"))
  }

  private static func edited(_ value: Value, _ path: ArraySlice<String>, _ change: Change) -> Value? {
    guard let first = path.first else { return change == .remove ? nil : altered(value) }
    switch value {
    case .object(let members):
      return .object(
        members.compactMap { name, value in
          guard name == first else { return (name, value) }
          return edited(value, path.dropFirst(), change).map { (name, $0) }
        }
      )
    case .array(let elements):
      return .array(
        elements.enumerated().compactMap { index, value in
          String(index) == first ? edited(value, path.dropFirst(), change) : value
        }
      )
    case .scalar:
      return value
    }
  }

  private static func altered(_ value: Value) -> Value {
    guard case .scalar(let text) = value else { return value }
    switch text {
    case "true": return .scalar("false")
    case "false": return .scalar("true")
    case "null": return .scalar("\"x\"")
    case let text where text.hasPrefix("\""): return .scalar(alteredString(text))
    default: return .scalar("1" + text)
    }
  }

  /// A value that means something else and is still allowed where only some words are.
  private static func alteredString(_ text: String) -> String {
    let words = [
      "header": "query", "query": "header", "cookie": "query", "string": "integer", "integer": "string",
      "number": "string", "object": "array", "array": "object", "null": "boolean", "apiKey": "mutualTLS",
      "http": "mutualTLS", "oauth2": "mutualTLS", "openIdConnect": "mutualTLS",
      "spaceDelimited": "pipeDelimited",
      "pipeDelimited": "spaceDelimited", "simple": "simple", "3.1.0": "3.1.1",
    ]
    let content = String(text.dropFirst().dropLast())
    if let word = words[content] { return "\"\(word)\"" }
    if content == "#/components/schemas/Cat" || content == "#/components/schemas/Dog" {
      return "\"#/components/schemas/Event\""
    }
    if content.hasPrefix("#/components/schemas/") { return "\"#/components/schemas/Cat\"" }
    return "\"\(content)x\""
  }

  private static func text(_ value: Value) -> String {
    switch value {
    case .scalar(let text): text
    case .array(let elements): "[" + elements.map(text).joined(separator: ", ") + "]"
    case .object(let members):
      "{" + members.map { quoted($0.0) + ": " + text($0.1) }.joined(separator: ", ") + "}"
    }
  }

  private static func quoted(_ text: String) -> String {
    "\"" + text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
  }
}
