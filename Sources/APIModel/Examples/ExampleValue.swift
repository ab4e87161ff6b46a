public import SourceDocuments

/// A JSON value that shows what a schema means: taken from the description, or made from the schema.
public indirect enum ExampleValue: Sendable {
  case node(SourceNode)
  case object([(name: String, value: ExampleValue)])
  case array([ExampleValue])
  case string(String)
  /// A number as JSON writes it.
  case number(String)
  case boolean(Bool)
  case null

  /// The value as JSON.
  ///
  /// - Parameters:
  ///   - indentation: Spaces per level; nil writes one line.
  ///   - width: The width in which an array or object is kept on one line; nil breaks all of them.
  public func jsonText(indentation: Int? = nil, width: Int? = nil) -> String {
    var writer = ExampleWriter(indentation: indentation, width: width)
    writer.write(self, level: 0)
    return writer.text
  }

  /// The text of a value without parts, as a parameter would carry it; nil for objects and arrays.
  public var plainText: String? {
    switch self {
    case .string(let text), .number(let text): text
    case .boolean(let value): value ? "true" : "false"
    case .node(let node): node.string ?? node.number?.text ?? node.boolean.map { $0 ? "true" : "false" }
    case .object, .array, .null: nil
    }
  }
}

private struct ExampleWriter {
  let indentation: Int?
  let width: Int?
  var text = ""

  mutating func write(_ value: ExampleValue, level: Int) {
    if let width, let indentation {
      let line = value.jsonText()
      if line.utf8.count + level * indentation <= width {
        text += line
        return
      }
    }
    switch value {
    case .node(let node): writeNode(node, level: level)
    case .string(let string): text += ExampleWriter.quoted(string)
    case .number(let number): text += number
    case .boolean(let boolean): text += boolean ? "true" : "false"
    case .null: text += "null"
    case .array(let elements):
      writeList("[", "]", elements, level: level) { writer, element in
        writer.write(element, level: level + 1)
      }
    case .object(let members):
      writeList("{", "}", members, level: level) { writer, member in
        writer.text += ExampleWriter.quoted(member.name) + (writer.indentation == nil ? ":" : ": ")
        writer.write(member.value, level: level + 1)
      }
    }
  }

  private mutating func writeNode(_ node: SourceNode, level: Int) {
    switch node.kind {
    case .array: write(.array(node.elements.map(ExampleValue.node)), level: level)
    case .object: write(.object(node.members.map { ($0.key, .node($0.value)) }), level: level)
    case .string, .number, .boolean, .null: text += node.jsonText()
    }
  }

  private mutating func writeList<Element>(
    _ start: String,
    _ end: String,
    _ elements: [Element],
    level: Int,
    _ writeElement: (inout ExampleWriter, Element) -> Void
  ) {
    text += start
    for (position, element) in elements.enumerated() {
      if position > 0 { text += "," }
      breakLine(level: level + 1)
      writeElement(&self, element)
    }
    if !elements.isEmpty { breakLine(level: level) }
    text += end
  }

  private mutating func breakLine(level: Int) {
    guard let indentation else { return }
    text += "\n" + String(repeating: " ", count: indentation * level)
  }

  private static func quoted(_ string: String) -> String {
    var result = "\""
    for scalar in string.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\r": result += "\\r"
      case "\t": result += "\\t"
      case _ where scalar.value < 0x20 || scalar.value == 0x7F:
        let digits = String(scalar.value, radix: 16)
        result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }
}
