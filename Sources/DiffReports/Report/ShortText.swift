/// Texts of a description in a report for people, who read no page of a single name. JSON has them in full.
enum ShortText {
  static func of(_ text: String, limit: Int = 240) -> String {
    // Bytes are at least as many as characters, and quickly counted.
    guard text.utf8.count > limit, text.count > limit else { return text }
    return text.prefix(limit) + "…"
  }
}
