import Foundation

/// The patterns of the description, compiled at their first use. There are as many as the description has.
nonisolated enum TextPatternCache {
  /// The most steps that a match may take, some tenths of a second: a text that would need more is refused.
  static let longestMatch = 20_000_000

  private static let patterns = Storage()

  /// Whether a pattern matches anywhere in a text, in time proportional to the text whatever the two are.
  ///
  /// A pattern that is none, or has look-around or back references, matches everything; the generator warns of it.
  static func matches(_ text: String, _ pattern: String) -> Bool {
    guard let compiled = patterns.compiled(pattern) else { return true }
    return compiled.cost(of: text) <= longestMatch && compiled.matches(text)
  }

  private nonisolated final class Storage: @unchecked Sendable {
    private let lock = NSLock()
    private var compiled: [String: TextPattern?] = [:]

    func compiled(_ pattern: String) -> TextPattern? {
      lock.lock()
      defer { lock.unlock() }
      if let known = compiled[pattern] { return known }
      let made = TextPattern(pattern)
      compiled[pattern] = .some(made)
      return made
    }
  }
}
