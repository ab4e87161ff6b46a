/// Text for XML and HTML, in elements and in attributes.
enum XMLText {
  static func escaped(_ text: String) -> String {
    text.unicodeScalars.reduce(into: "") { result, scalar in
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case "'": result += "&#39;"
      case "\n", "\t": result.unicodeScalars.append(scalar)
      default:
        // Control characters cannot stand in XML 1.0 at all; those that turn the text around should not.
        let isHidden = (0x2028...0x202E).contains(scalar.value) || (0x2066...0x2069).contains(scalar.value)
        let isForbidden =
          scalar.value < 0x20 || (0x7F..<0xA0).contains(scalar.value)
          || (0xFFFE...0xFFFF).contains(scalar.value)
        if isHidden || isForbidden {
          result += "\\u{\(String(scalar.value, radix: 16))}"
        } else {
          result.unicodeScalars.append(scalar)
        }
      }
    }
  }
}
