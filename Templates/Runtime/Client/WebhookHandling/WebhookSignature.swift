public import Foundation

/// Signatures, as webhooks carry them.
public nonisolated enum WebhookSignature {
  /// Whether two signatures are the same, in a time that does not tell where they differ.
  public static func isEqual(_ first: some Sequence<UInt8>, _ second: some Sequence<UInt8>) -> Bool {
    let (first, second) = (Array(first), Array(second))
    guard first.count == second.count else { return false }
    var difference: UInt8 = 0
    for index in first.indices { difference |= first[index] ^ second[index] }
    return difference == 0
  }

  /// The bytes of a signature that is written in hexadecimal digits; nil for another text.
  public static func bytes(hexadecimal text: String) -> Data? {
    var bytes = Data()
    var high: UInt8?
    for byte in text.utf8 {
      guard let value = JSONStringEscapes.hexadecimalDigit(byte) else { return nil }
      let digit = UInt8(value)
      if let first = high {
        bytes.append(first << 4 | digit)
        high = nil
      } else {
        high = digit
      }
    }
    return high == nil ? bytes : nil
  }
}
