/// A URI reference, taken apart (RFC 3986 §4.1).
struct URIReference: Hashable {
  var scheme: String?
  var authority: String?
  var path: String
  var query: String?
  /// Still percent-encoded.
  var fragment: String?

  init(_ text: String) {
    let (withoutFragment, fragment) = Self.split(text[...], at: UInt8(ascii: "#"))
    let (location, query) = Self.split(withoutFragment, at: UInt8(ascii: "?"))
    self.fragment = fragment.map(String.init)
    self.query = query.map(String.init)
    var rest = location
    if let scheme = Self.scheme(of: location) {
      self.scheme = scheme.lowercased()
      rest = Substring(location.utf8.dropFirst(scheme.utf8.count + 1))
    }
    if rest.utf8.starts(with: "//".utf8) {
      rest = Substring(rest.utf8.dropFirst(2))
      let authority = Substring(rest.utf8.prefix { $0 != UInt8(ascii: "/") })
      self.authority = String(authority).lowercased()
      rest = Substring(rest.utf8.dropFirst(authority.utf8.count))
    }
    path = String(rest)
  }

  /// The place of a file, relative to the working directory or absolute.
  init(path: String) {
    self.path = path
  }

  /// Whether it names a place in the document that it stands in.
  var isFragmentOnly: Bool {
    scheme == nil && authority == nil && path.isEmpty && query == nil
  }

  /// What the reference means where it stands (RFC 3986 §5.2.2).
  func resolved(against base: URIReference) -> URIReference {
    var target = self
    if scheme != nil {
      target.path = Self.withoutDots(path)
      return target
    }
    target.scheme = base.scheme
    if authority != nil {
      target.path = Self.withoutDots(path)
      return target
    }
    target.authority = base.authority
    if path.isEmpty {
      target.path = base.path
      if query == nil { target.query = base.query }
    } else if path.utf8.first == UInt8(ascii: "/") {
      target.path = Self.withoutDots(path)
    } else if base.authority != nil, base.path.isEmpty {
      target.path = Self.withoutDots("/" + path)
    } else {
      let folder = base.path.utf8.lastIndex(of: UInt8(ascii: "/")).map { base.path[...$0] } ?? ""
      target.path = Self.withoutDots(folder + path)
    }
    return target
  }

  var withoutFragment: URIReference {
    var copy = self
    copy.fragment = nil
    return copy
  }

  /// The reference as text (RFC 3986 §5.3).
  var text: String {
    (scheme.map { $0 + ":" } ?? "") + (authority.map { "//" + $0 } ?? "") + path
      + (query.map { "?" + $0 } ?? "")
      + (fragment.map { "#" + $0 } ?? "")
  }

  /// The scheme of a URI (RFC 3986 §3.1).
  private static func scheme(of location: Substring) -> String? {
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

  private static func split(_ text: Substring, at separator: UInt8) -> (Substring, Substring?) {
    guard let index = text.utf8.firstIndex(of: separator) else { return (text, nil) }
    return (text[..<index], text[text.utf8.index(after: index)...])
  }

  /// The path without `.` and `..` segments (RFC 3986 §5.2.4).
  private static func withoutDots(_ path: String) -> String {
    let segments = path.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
      .map { String(Substring($0)) }
    var kept: [String] = []
    for (index, segment) in segments.enumerated() {
      let isLast = index == segments.count - 1
      switch segment {
      case ".":
        if isLast { kept.append("") }
      case "..":
        // The first segment of an absolute path is the empty text in front of its slash.
        if let last = kept.last, last != "..", kept != [""] {
          kept.removeLast()
        } else if kept.first?.isEmpty != true {
          kept.append("..")
        }
        if isLast { kept.append("") }
      default:
        kept.append(segment)
      }
    }
    return kept.joined(separator: "/")
  }
}
