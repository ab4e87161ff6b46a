/// Shortens foreign text for messages: a name in a document can be megabytes long.
enum Excerpt {
  private static let maximumLength = 200

  static func of(_ text: String) -> String {
    // A scalar takes at least one byte, so a short text need not be counted.
    guard text.utf8.count > maximumLength else { return text }
    let scalars = text.unicodeScalars.prefix(maximumLength)
    return scalars.endIndex == text.unicodeScalars.endIndex ? text : String(scalars) + "…"
  }
}
