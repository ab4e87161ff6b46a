/// A stretch of UTF-8: either in the file itself, or in the buffer of decoded text where the file
/// spells it differently (escapes, folded lines).
struct TextReference: Sendable {
  private static let decodedFlag: UInt32 = 1 << 31

  let start: UInt32
  private let lengthAndFlag: UInt32

  /// `start` and `length` are below 2³¹: the readers refuse larger files.
  init(start: Int, length: Int, isDecoded: Bool) {
    self.start = UInt32(truncatingIfNeeded: start)
    self.lengthAndFlag =
      UInt32(truncatingIfNeeded: length) & ~Self.decodedFlag | (isDecoded ? Self.decodedFlag : 0)
  }

  static var empty: TextReference { TextReference(start: 0, length: 0, isDecoded: false) }

  var length: Int { Int(lengthAndFlag & ~Self.decodedFlag) }
  var isDecoded: Bool { lengthAndFlag & Self.decodedFlag != 0 }
  var range: Range<Int> { Int(start)..<Int(start) + length }
}
