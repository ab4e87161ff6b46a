/// Reads the text of a file in whichever format it is in.
enum DocumentParser {
  static func parse(_ file: SourceFile) throws(DiagnosticError) -> SourceDocument {
    let start = try TextEncoding.contentStart(of: file)
    guard file.bytes[start...].contains(where: { ![0x20, 0x09, 0x0A, 0x0D].contains($0) }) else {
      throw DiagnosticError(.emptyDocument(file))
    }
    var json = JSONReader(file, from: start)
    return try json.readDocument()
  }
}
