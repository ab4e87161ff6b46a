/// A short fingerprint of a file's content, by which an edited file is recognised.
///
/// FNV-1a with 64 bits: it guards against accidents, not against attacks, and costs nothing even in an
/// unoptimised build.
struct ContentHash: Sendable, Hashable {
  /// Sixteen hexadecimal digits.
  let text: String

  init(of bytes: [UInt8]) {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    bytes.withUnsafeBufferPointer { buffer in
      for byte in buffer {
        hash = (hash ^ UInt64(truncatingIfNeeded: byte)) &* 0x0000_0100_0000_01B3
      }
    }
    let digits = String(hash, radix: 16)
    text = String(repeating: "0", count: 16 - digits.count) + digits
  }

  /// A fingerprint as a manifest holds it; nil for any other text.
  init?(_ text: String) {
    guard text.utf8.count == 16,
      text.utf8.allSatisfy({ (0x30...0x39).contains($0) || (0x61...0x66).contains($0) })
    else { return nil }
    self.text = text
  }
}
