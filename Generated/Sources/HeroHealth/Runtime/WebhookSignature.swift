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
    let digits = text.utf8.map { Character(UnicodeScalar($0)).hexDigitValue }
    guard digits.count.isMultiple(of: 2), !digits.contains(nil) else { return nil }
    let values = digits.compactMap(\.self)
    return Data(stride(from: 0, to: values.count, by: 2).map { UInt8(values[$0] * 16 + values[$0 + 1]) })
  }
}
