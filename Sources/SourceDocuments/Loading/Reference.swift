/// A reference, taken apart: where the document is, and what is meant in it.
struct Reference {
  /// What a fragment means in a document.
  enum Fragment {
    case wholeDocument
    /// The reference tokens of a JSON pointer, decoded.
    case pointer([String])
    /// The name that an `$anchor` defines.
    case anchor(String)
  }

  /// Where a document is.
  enum Place {
    /// The document that the reference stands in.
    case here
    /// A path, with percent-encoding decoded.
    case file(String)
    /// An absolute URI that is not the one of a file, without its fragment.
    case remote(URIReference)
  }

  let place: Place
  let fragment: Fragment

  init(_ uri: URIReference) {
    fragment = Self.parseFragment(PercentEncoding.decoded(uri.fragment ?? ""))
    let location = uri.withoutFragment
    switch (location.scheme, location.authority) {
    // An empty authority: `file:///path`.
    case ("file"?, nil), ("file"?, ""?), (nil, nil):
      // A file may have a question mark in its name.
      let path = location.path + (location.query.map { "?" + $0 } ?? "")
      place = path.isEmpty ? .here : .file(PercentEncoding.decoded(path))
    default:
      place = .remote(location)
    }
  }

  private static func parseFragment(_ text: String) -> Fragment {
    if text.isEmpty { return .wholeDocument }
    guard text.utf8.first == UInt8(ascii: "/") else { return .anchor(text) }
    return .pointer(JSONPointer.tokens(text))
  }
}
