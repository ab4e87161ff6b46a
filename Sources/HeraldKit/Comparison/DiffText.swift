/// A text as a list of lines, compared byte by byte: strings are equal when they only look the same.
struct DiffText {
  /// The lines with their line breaks, which the last one may lack.
  let lines: [ArraySlice<UInt8>]

  init(_ bytes: [UInt8]) {
    var lines: [ArraySlice<UInt8>] = []
    var start = 0
    while start < bytes.count {
      let end = bytes[start...].firstIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? bytes.count
      lines.append(bytes[start..<end])
      start = end
    }
    self.lines = lines
  }

  /// Lines for the output, without breaks.
  func lines(_ range: Range<Int>, marked mark: String) -> [String] {
    lines[range].flatMap { line in
      if line.last == UInt8(ascii: "\n") { return [mark + String(decoding: line.dropLast(), as: UTF8.self)] }
      return [mark + String(decoding: line, as: UTF8.self), "\\ No newline at end of file"]
    }
  }
}
