/// JSON pointers (RFC 6901).
enum JSONPointer {
  /// A name as a reference token of a pointer in a URI fragment.
  static func escaped(_ name: String) -> String {
    let special: [UInt8] = [UInt8(ascii: "~"), UInt8(ascii: "/"), UInt8(ascii: "%")]
    guard name.utf8.contains(where: special.contains) else { return name }
    var token = ""
    for scalar in name.unicodeScalars {
      switch scalar {
      case "~": token += "~0"
      case "/": token += "~1"
      case "%": token += "%25"
      default: token.unicodeScalars.append(scalar)
      }
    }
    return token
  }

  /// The names and indexes of a pointer that begins with `/`, after percent-decoding.
  static func tokens(_ pointer: String) -> [String] {
    pointer.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
      .dropFirst()
      .map { unescaped(Substring($0)) }
  }

  /// The index that a token means in an array (RFC 6901 §4): digits without a leading zero.
  static func index(_ token: String) -> Int? {
    guard token.utf8.allSatisfy({ UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 }) else { return nil }
    guard token.utf8.first != UInt8(ascii: "0") || token.utf8.count == 1 else { return nil }
    return Int(token)
  }

  /// `~1` is decoded before `~0` in effect: `~01` stands for `~1`. A `~` that begins no escape stands for
  /// itself.
  private static func unescaped(_ token: Substring) -> String {
    guard token.utf8.contains(UInt8(ascii: "~")) else { return String(token) }
    var name: [UInt8] = []
    var follows = false
    for byte in token.utf8 {
      switch (follows, byte) {
      case (true, UInt8(ascii: "0")): name.append(UInt8(ascii: "~"))
      case (true, UInt8(ascii: "1")): name.append(UInt8(ascii: "/"))
      case (true, UInt8(ascii: "~")):
        name.append(UInt8(ascii: "~"))
        continue
      case (true, _): name += [UInt8(ascii: "~"), byte]
      case (false, UInt8(ascii: "~")):
        follows = true
        continue
      case (false, _): name.append(byte)
      }
      follows = false
    }
    if follows { name.append(UInt8(ascii: "~")) }
    return String(decoding: name, as: UTF8.self)
  }
}
