/// JSON pointers as URI fragments (RFC 6901).
enum JSONPointer {
  /// A name as a reference token of a pointer in a URI fragment.
  static func escaped(_ name: String) -> String {
    guard name.utf8.contains(where: { $0 == UInt8(ascii: "~") || $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: "%") })
    else { return name }
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
}
