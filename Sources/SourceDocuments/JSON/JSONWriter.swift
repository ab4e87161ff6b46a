/// Writes nodes as JSON text.
struct JSONWriter {
  private let indentation: Int?
  private var bytes: [UInt8] = []

  init(indentation: Int?) {
    self.indentation = indentation.map { max(0, $0) }
  }

  var text: String { String(decoding: bytes, as: UTF8.self) }

  /// The readers limit how deep documents nest, so recursion is bounded.
  mutating func write(_ node: SourceNode, depth: Int = 0) {
    switch node.kind {
    case .object:
      writeList("{", "}", node.members, depth: depth) { writer, member in
        writer.writeString(member.key)
        writer.append(writer.indentation == nil ? ":" : ": ")
        writer.write(member.value, depth: depth + 1)
      }
    case .array:
      writeList("[", "]", node.elements, depth: depth) { writer, element in
        writer.write(element, depth: depth + 1)
      }
    case .string:
      writeString(node.string ?? "")
    case .number:
      writeNumber(node.number)
    case .boolean:
      append(node.boolean == true ? "true" : "false")
    case .null:
      append("null")
    }
  }

  private mutating func writeList<Items: RandomAccessCollection>(
    _ opening: StaticString,
    _ closing: StaticString,
    _ items: Items,
    depth: Int,
    write: (inout JSONWriter, Items.Element) -> Void
  ) {
    append(opening.description)
    var isFirst = true
    for item in items {
      if !isFirst { append(",") }
      isFirst = false
      breakLine(depth: depth + 1)
      write(&self, item)
    }
    if !isFirst { breakLine(depth: depth) }
    append(closing.description)
  }

  private mutating func writeNumber(_ number: SourceNumber?) {
    guard let number else { return }
    if let text = number.jsonText {
      append(text)
    } else {
      writeString(number.text)
    }
  }

  private mutating func breakLine(depth: Int) {
    guard let indentation else { return }
    bytes.append(UInt8(ascii: "\n"))
    bytes.append(contentsOf: repeatElement(UInt8(ascii: " "), count: indentation * depth))
  }

  private mutating func append(_ text: String) {
    bytes.append(contentsOf: text.utf8)
  }
}

extension JSONWriter {
  private mutating func writeString(_ string: String) {
    bytes.append(UInt8(ascii: "\""))
    for byte in string.utf8 {
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "\\"):
        bytes.append(UInt8(ascii: "\\"))
        bytes.append(byte)
      case UInt8(ascii: "\n"): append("\\n")
      case UInt8(ascii: "\r"): append("\\r")
      case UInt8(ascii: "\t"): append("\\t")
      case 0x08: append("\\b")
      case 0x0C: append("\\f")
      case 0..<0x20: append(byte < 0x10 ? "\\u000" : "\\u00"); append(String(byte, radix: 16))
      default: bytes.append(byte)
      }
    }
    bytes.append(UInt8(ascii: "\""))
  }
}
