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

/// Writes values as bytes, each once: what has to be broken is found out while it is written on one line.
private struct ExampleWriter {
  let indentation: Int?
  let width: Int?
  private var bytes: [UInt8] = []
  /// The number of bytes at which an attempt to write on one line is given up.
  private var limit = Int.max

  var text: String { String(decoding: bytes, as: UTF8.self) }

  init(indentation: Int?, width: Int?) {
    self.indentation = indentation
    self.width = width
  }

  mutating func write(_ value: ExampleValue, level: Int) {
    guard let indentation else { return writeLine(value) }
    if let width {
      let start = bytes.count
      limit = start + width - level * indentation
      writeLine(value)
      let fits = bytes.count <= limit
      limit = .max
      if fits { return }
      bytes.removeLast(bytes.count - start)
    }
    switch value {
    case .array(let elements):
      writeList("[", "]", elements, level: level) { writer, element in
        writer.write(element, level: level + 1)
      }
    case .object(let members):
      writeList("{", "}", members, level: level) { writer, member in
        JSONString.write(member.name, to: &writer.bytes)
        writer.append(": ")
        writer.write(member.value, level: level + 1)
      }
    case .node(let node) where node.kind == .array:
      writeList("[", "]", node.elements, level: level) { writer, element in
        writer.write(.node(element), level: level + 1)
      }
    case .node(let node) where node.kind == .object:
      writeList("{", "}", node.members, level: level) { writer, member in
        JSONString.write(member.key, to: &writer.bytes)
        writer.append(": ")
        writer.write(.node(member.value), level: level + 1)
      }
    case .node, .string, .number, .boolean, .null: writeLine(value)
    }
  }

  /// Writes a value without spaces and line breaks, or a part of it that passes the limit.
  private mutating func writeLine(_ value: ExampleValue) {
    switch value {
    case .node(let node): bytes.append(contentsOf: node.jsonText().utf8)
    case .string(let string): JSONString.write(string, to: &bytes)
    case .number(let number): bytes.append(contentsOf: number.utf8)
    case .boolean(let boolean): append(boolean ? "true" : "false")
    case .null: append("null")
    case .array(let elements):
      append("[")
      for (position, element) in elements.enumerated() where bytes.count <= limit {
        if position > 0 { append(",") }
        writeLine(element)
      }
      append("]")
    case .object(let members):
      append("{")
      for (position, member) in members.enumerated() where bytes.count <= limit {
        if position > 0 { append(",") }
        JSONString.write(member.name, to: &bytes)
        append(":")
        writeLine(member.value)
      }
      append("}")
    }
  }

  private mutating func writeList<Elements: Collection>(
    _ start: StaticString,
    _ end: StaticString,
    _ elements: Elements,
    level: Int,
    _ writeElement: (inout ExampleWriter, Elements.Element) -> Void
  ) {
    append(start)
    var isFirst = true
    for element in elements {
      if !isFirst { append(",") }
      isFirst = false
      breakLine(level: level + 1)
      writeElement(&self, element)
    }
    if !isFirst { breakLine(level: level) }
    append(end)
  }

  private mutating func breakLine(level: Int) {
    guard let indentation else { return }
    append("\n")
    bytes.append(contentsOf: repeatElement(UInt8(ascii: " "), count: indentation * level))
  }

  private mutating func append(_ text: StaticString) {
    text.withUTF8Buffer { bytes.append(contentsOf: $0) }
  }
}
