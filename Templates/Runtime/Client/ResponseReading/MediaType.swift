/// Media types, as far as a client and a server have to tell them apart.
public nonisolated enum HTTPMediaType {
  /// The media type of a `Content-Type` header in lower case, without parameters. Empty if there is none.
  public static func essence(_ contentType: String?) -> String {
    guard let contentType else { return "" }
    let essence = contentType.prefix { $0 != ";" }
    return String(essence.filter { !$0.isWhitespace }).lowercased()
  }

  /// Whether a media type is one of some, which may be ranges: `image/*`, `*/*`.
  static func matches(_ essence: String, _ mediaTypes: [String]) -> Bool {
    mediaTypes.contains { type in
      type == essence || type == "*/*" || (type.hasSuffix("/*") && essence.hasPrefix(type.dropLast()))
    }
  }

  /// Whether a media type is JSON: `application/json`, or one with the suffix `+json` (RFC 6839, section 3.1).
  public static func isJSON(_ essence: String) -> Bool {
    essence == "application/json" || essence == "text/json" || essence.hasSuffix("+json")
  }
}
