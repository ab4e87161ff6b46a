/// Guards libyaml against `%TAG` directives: it searches all of them linearly for each new one, and copies
/// the prefix into every tag that uses it.
enum YAMLDirectives {
  private static let maximumCount = 64
  private static let maximumLength = 1024

  static func check(_ file: SourceFile) throws(DiagnosticError) {
    let bytes = file.bytes
    var count = 0
    var offset = 0
    while let start = bytes[offset...].firstIndex(of: UInt8(ascii: "%")) {
      offset = start + 1
      // Other line breaks than CR and LF take several bytes.
      let beginsLine = start == 0 || [0x0A, 0x0D].contains(bytes[start - 1]) || bytes[start - 1] >= 0x80
      guard beginsLine, bytes[start...].starts(with: "%TAG".utf8) else { continue }
      count += 1
      let line = bytes[start...].prefix(maximumLength + 1)
      guard count <= maximumCount, line.contains(where: { $0 == 0x0A || $0 == 0x0D }) else {
        throw DiagnosticError(
          .yamlSyntax(
            "there are too many %TAG directives, or one is too long",
            in: file,
            at: start..<start + 4
          )
        )
      }
    }
  }
}
