/// Reads the text of a file in whichever format it is in.
enum DocumentParser {
  /// JSON is a subset of YAML 1.2, but not of what libyaml accepts, and its own reader knows its mistakes
  /// better. So a file is JSON when its name says so; otherwise it is JSON when it begins like a JSON
  /// object or array and can be read as such, and YAML in every other case.
  static func parse(_ file: SourceFile) throws(DiagnosticError) -> SourceDocument {
    let start = try TextEncoding.contentStart(of: file)
    let whitespace: [UInt8] = [0x20, 0x09, 0x0A, 0x0D]
    guard let first = file.bytes[start...].first(where: { !whitespace.contains($0) }) else {
      throw DiagnosticError(.emptyDocument(file))
    }
    if hasExtension("json", file.path) { return try readJSON(file, from: start) }
    guard first == UInt8(ascii: "{") || first == UInt8(ascii: "[") else {
      return try readYAML(file, from: start)
    }

    let mistake: DiagnosticError
    do {
      return try readJSON(file, from: start)
    } catch {
      mistake = error
    }
    // What is wrong in both formats is better said once, by the first.
    guard mistake.diagnostics.contains(where: { $0.code == "json-syntax" }) else { throw mistake }
    do {
      return try readYAML(file, from: start)
    } catch {
      throw hasExtension("yaml", file.path) || hasExtension("yml", file.path) ? error : mistake
    }
  }

  private static func readJSON(_ file: SourceFile, from start: Int) throws(DiagnosticError) -> SourceDocument
  {
    var reader = JSONReader(file, from: start)
    return try reader.readDocument()
  }

  private static func readYAML(_ file: SourceFile, from start: Int) throws(DiagnosticError) -> SourceDocument
  {
    var bytes = file.bytes
    var attempts = 0
    while true {
      var reader = YAMLReader(file)
      do {
        return try reader.readDocument(from: start, bytes: bytes)
      } catch {
        // libyaml refuses tabs in front of comments and on empty lines, which YAML allows (YAML 1.2.2 §6.6).
        attempts += 1
        guard attempts <= maximumTabbedLines, let tabs = harmlessTabs(at: error, in: bytes) else {
          throw error
        }
        for offset in tabs where bytes[offset] == UInt8(ascii: "\t") { bytes[offset] = UInt8(ascii: " ") }
      }
    }
  }

  /// Each costs one more reading of the file.
  private static let maximumTabbedLines = 50

  /// The white space that an error points at, when nothing but a comment follows it in its line.
  private static func harmlessTabs(at error: DiagnosticError, in bytes: [UInt8]) -> Range<Int>? {
    guard let start = error.diagnostics.first?.location?.offset, start < bytes.count,
      bytes[start] == UInt8(ascii: "\t")
    else { return nil }
    let end =
      bytes[start...].firstIndex { $0 != UInt8(ascii: "\t") && $0 != UInt8(ascii: " ") } ?? bytes.count
    let isLineEnd = end == bytes.count || [UInt8(ascii: "#"), 0x0A, 0x0D].contains(bytes[end])
    return isLineEnd ? start..<end : nil
  }

  private static func hasExtension(_ name: String, _ path: String) -> Bool {
    path.lowercased().hasSuffix("." + name)
  }
}
