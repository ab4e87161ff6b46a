/// A JSON text that is being made (RFC 8259), its members in the order in which they are given.
indirect enum JSONValue {
  case object([(String, JSONValue)])
  case array([JSONValue])
  case string(String)
  case number(Int)
  /// Numbers on one line.
  case numbers([Int])
  case boolean(Bool)
  case null

  static func optional(_ text: String?) -> JSONValue { text.map { .string($0) } ?? .null }
  static func strings(_ texts: [String]) -> JSONValue { .array(texts.map { .string($0) }) }

  /// The text with two spaces per level and a line break at its end.
  var text: String {
    var output = ""
    write(to: &output, indent: "")
    return output + "\n"
  }

  private func write(to output: inout String, indent: String) {
    switch self {
    case .null: output += "null"
    case .boolean(let value): output += value ? "true" : "false"
    case .number(let value): output += String(value)
    case .numbers(let values): output += "[" + values.map(String.init).joined(separator: ", ") + "]"
    case .string(let text): Self.write(text, to: &output)
    case .array(let elements):
      guard !elements.isEmpty else {
        output += "[]"
        return
      }
      for (index, element) in elements.enumerated() {
        output += (index == 0 ? "[\n" : ",\n") + indent + "  "
        element.write(to: &output, indent: indent + "  ")
      }
      output += "\n" + indent + "]"
    case .object(let members):
      guard !members.isEmpty else {
        output += "{}"
        return
      }
      for (index, member) in members.enumerated() {
        output += (index == 0 ? "{\n" : ",\n") + indent + "  "
        Self.write(member.0, to: &output)
        output += ": "
        member.1.write(to: &output, indent: indent + "  ")
      }
      output += "\n" + indent + "}"
    }
  }

  private static func write(_ text: String, to output: inout String) {
    output += "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": output += "\\\""
      case "\\": output += "\\\\"
      case "\n": output += "\\n"
      case "\r": output += "\\r"
      case "\t": output += "\\t"
      default:
        if scalar.value < 0x20 || scalar.value == 0x7F || (0x2028...0x2029).contains(scalar.value) {
          let digits = String(scalar.value, radix: 16)
          output += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
        } else {
          output.unicodeScalars.append(scalar)
        }
      }
    }
    output += "\""
  }
}
