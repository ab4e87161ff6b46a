/// Decides whether bytes are text that the readers accept: UTF-8, with or without a byte order mark.
enum TextEncoding {
  /// U+FEFF in UTF-8.
  static let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]

  /// The offset of the first byte after a byte order mark.
  static func contentStart(of file: SourceFile) throws(DiagnosticError) -> Int {
    let bytes = file.bytes
    guard bytes.count <= DocumentLimits.bytes else {
      throw DiagnosticError(
        Diagnostic(.error, code: "too-large", "the file is larger than 1 GiB", at: place(file, 0, 0))
      )
    }
    if let name = foreignByteOrderMark(bytes) {
      // An excerpt would show the bytes as what they are not.
      let start = place(SourceFile(path: file.path, bytes: []), 0, 0)
      throw invalid("the file is encoded in \(name)", at: start)
    }
    if let offset = firstInvalidByte(bytes) {
      throw invalid("the file is not valid UTF-8", at: place(file, offset, 1))
    }
    return bytes.starts(with: byteOrderMark) ? byteOrderMark.count : 0
  }

  private static func invalid(_ message: String, at location: SourceLocation) -> DiagnosticError {
    DiagnosticError(
      Diagnostic(.error, code: "invalid-encoding", message, at: location, advice: "save the file as UTF-8")
    )
  }

  private static func place(_ file: SourceFile, _ offset: Int, _ length: Int) -> SourceLocation {
    SourceLocation(file: file, offset: offset, length: length)
  }

  private static func foreignByteOrderMark(_ bytes: [UInt8]) -> String? {
    if bytes.starts(with: [0xFF, 0xFE, 0, 0]) || bytes.starts(with: [0, 0, 0xFE, 0xFF]) { return "UTF-32" }
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) { return "UTF-16" }
    return nil
  }

  /// The offset of the first byte that is not part of a well-formed sequence (Unicode, table 3-7).
  static func firstInvalidByte(_ bytes: [UInt8]) -> Int? {
    var offset = 0
    while offset < bytes.count {
      if bytes[offset] < 0x80 {
        offset += 1
        continue
      }
      let length = sequenceLength(bytes, at: offset)
      guard length > 0 else { return offset }
      offset += length
    }
    return nil
  }

  /// The length of the well-formed sequence of several bytes at an offset; 0 when there is none.
  private static func sequenceLength(_ bytes: [UInt8], at offset: Int) -> Int {
    let (length, second): (Int, ClosedRange<UInt8>) =
      switch bytes[offset] {
      case 0xC2...0xDF: (2, 0x80...0xBF)
      case 0xE0: (3, 0xA0...0xBF)
      case 0xED: (3, 0x80...0x9F)
      case 0xE1...0xEF: (3, 0x80...0xBF)
      case 0xF0: (4, 0x90...0xBF)
      case 0xF1...0xF3: (4, 0x80...0xBF)
      case 0xF4: (4, 0x80...0x8F)
      default: (0, 0...0)
      }
    guard length > 0, offset + length <= bytes.count, second.contains(bytes[offset + 1]) else { return 0 }
    let rest = bytes[(offset + 2)..<(offset + length)]
    return rest.allSatisfy { 0x80...0xBF ~= $0 } ? length : 0
  }
}
