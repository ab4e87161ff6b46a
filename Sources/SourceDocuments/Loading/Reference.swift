/// A reference, taken apart (RFC 3986 §4.1): where the file is, and what is meant in it.
struct Reference {
  /// What a fragment means in a document.
  enum Fragment {
    case wholeDocument
    /// The reference tokens of a JSON pointer, decoded.
    case pointer([String])
    /// The name that an `$anchor` defines.
    case anchor(String)
  }

  /// The path with percent-encoding decoded; nil for the document that the reference stands in.
  let path: String?
  let fragment: Fragment

  /// Nil when the reference leads out of the file system.
  init?(_ text: String) {
    let (location, fragment) = Self.split(text, at: UInt8(ascii: "#"))
    if location.isEmpty {
      path = nil
    } else {
      guard let path = Self.filePath(location) else { return nil }
      self.path = path
    }
    self.fragment = Self.parseFragment(PercentEncoding.decoded(fragment ?? ""))
  }

  private static func parseFragment(_ text: String) -> Fragment {
    if text.isEmpty { return .wholeDocument }
    guard text.utf8.first == UInt8(ascii: "/") else { return .anchor(text) }
    return .pointer(JSONPointer.tokens(text))
  }

  /// The path of a relative reference or a `file:` URI; nil for everything else.
  private static func filePath(_ location: Substring) -> String? {
    var location = location
    if let scheme = scheme(location) {
      guard scheme.lowercased() == "file" else { return nil }
      location = Substring(location.utf8.dropFirst(scheme.utf8.count + 1))
      // An empty authority: `file:///path`.
      if location.utf8.starts(with: "///".utf8) { location = Substring(location.utf8.dropFirst(2)) }
    }
    return location.utf8.starts(with: "//".utf8) ? nil : PercentEncoding.decoded(location)
  }

  /// The scheme of a URI (RFC 3986 §3.1).
  private static func scheme(_ location: Substring) -> String? {
    guard let end = location.utf8.firstIndex(of: UInt8(ascii: ":")) else { return nil }
    let scheme = location.utf8[..<end]
    guard let first = scheme.first, isLetter(first) else { return nil }
    let isScheme = scheme.allSatisfy { byte in
      isLetter(byte) || UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte || "+-.".utf8.contains(byte)
    }
    return isScheme ? String(Substring(scheme)) : nil
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    UInt8(ascii: "a")...UInt8(ascii: "z") ~= byte | 0x20
  }

  private static func split(_ text: String, at separator: UInt8) -> (Substring, Substring?) {
    guard let index = text.utf8.firstIndex(of: separator) else { return (text[...], nil) }
    return (text[..<index], text[text.utf8.index(after: index)...])
  }
}
