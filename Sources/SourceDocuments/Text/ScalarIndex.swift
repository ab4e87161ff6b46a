/// Converts between byte offsets and counts of Unicode scalars without scanning from the start.
///
/// Needed twice: columns count scalars, and libyaml reports positions in scalars. One line of several
/// megabytes is an ordinary sight (minified JSON), so neither may cost its length each time.
struct ScalarIndex: Sendable {
  private static let blockSize = 128

  /// The number of scalars that begin before each block; empty when every byte is ASCII.
  private let countBeforeBlock: [UInt32]

  init(_ bytes: [UInt8]) {
    guard !bytes.allSatisfy({ $0 < 0x80 }) else {
      countBeforeBlock = []
      return
    }
    var counts: [UInt32] = []
    counts.reserveCapacity(bytes.count / Self.blockSize + 1)
    var count: UInt32 = 0
    for start in stride(from: 0, to: bytes.count, by: Self.blockSize) {
      counts.append(count)
      let end = min(start + Self.blockSize, bytes.count)
      count &+= UInt32(clamping: Self.scalars(in: bytes[start..<end]))
    }
    countBeforeBlock = counts
  }

  /// How many scalars begin before a byte offset.
  func count(before offset: Int, in bytes: [UInt8]) -> Int {
    let offset = min(max(offset, 0), bytes.count)
    guard !countBeforeBlock.isEmpty else { return offset }
    let block = min(offset / Self.blockSize, countBeforeBlock.count - 1)
    return Int(countBeforeBlock[block]) + Self.scalars(in: bytes[(block * Self.blockSize)..<offset])
  }

  /// The byte offset at which a scalar begins, counted from 0; the end of the bytes when there are fewer.
  func offset(ofScalar index: Int, in bytes: [UInt8]) -> Int {
    guard !countBeforeBlock.isEmpty else { return min(max(index, 0), bytes.count) }
    var low = 0
    var high = countBeforeBlock.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if Int(countBeforeBlock[middle]) <= index { low = middle } else { high = middle }
    }
    var remaining = index - Int(countBeforeBlock[low])
    var offset = low * Self.blockSize
    // As many scalars as bytes: a block of ASCII, as most are.
    if high < countBeforeBlock.count, Int(countBeforeBlock[high] &- countBeforeBlock[low]) == Self.blockSize {
      return offset + max(remaining, 0)
    }
    while offset < bytes.count {
      if Self.beginsScalar(bytes[offset]) {
        if remaining <= 0 { return offset }
        remaining -= 1
      }
      offset += 1
    }
    return bytes.count
  }

  private static func scalars(in bytes: ArraySlice<UInt8>) -> Int {
    var count = 0
    for byte in bytes where beginsScalar(byte) { count += 1 }
    return count
  }

  /// Every byte but a continuation byte begins a scalar.
  private static func beginsScalar(_ byte: UInt8) -> Bool {
    byte & 0xC0 != 0x80
  }
}
