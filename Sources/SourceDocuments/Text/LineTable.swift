/// Where the lines of a file begin.
struct LineTable: Sendable {
  /// The offset of the first byte of each line, ascending; never empty.
  private let starts: [UInt32]
  private let scalars: ScalarIndex

  init(_ bytes: [UInt8]) {
    // A byte order mark is no part of the text: nobody counts it as a column.
    var offset = bytes.starts(with: TextEncoding.byteOrderMark) ? TextEncoding.byteOrderMark.count : 0
    var starts = [UInt32(clamping: offset)]
    while offset < bytes.count {
      let byte = bytes[offset]
      offset += 1
      guard byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") else { continue }
      if byte == UInt8(ascii: "\r"), offset < bytes.count, bytes[offset] == UInt8(ascii: "\n") { offset += 1 }
      starts.append(UInt32(clamping: offset))
    }
    self.starts = starts
    self.scalars = ScalarIndex(bytes)
  }

  func lineAndColumn(at offset: Int, in bytes: [UInt8]) -> (line: Int, column: Int) {
    let offset = min(max(offset, Int(starts[0])), bytes.count)
    var low = 0
    var high = starts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if Int(starts[middle]) <= offset { low = middle } else { high = middle }
    }
    let before = scalars.count(before: Int(starts[low]), in: bytes)
    return (low + 1, scalars.count(before: offset, in: bytes) - before + 1)
  }

  func range(ofLine line: Int, in bytes: [UInt8]) -> Range<Int> {
    guard line >= 1, line <= starts.count else { return 0..<0 }
    let start = Int(starts[line - 1])
    guard line < starts.count else { return start..<max(start, bytes.count) }
    var end = Int(starts[line])
    while end > start, bytes[end - 1] == UInt8(ascii: "\n") || bytes[end - 1] == UInt8(ascii: "\r") {
      end -= 1
    }
    return start..<end
  }
}
