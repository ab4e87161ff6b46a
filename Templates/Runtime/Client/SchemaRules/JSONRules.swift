import Foundation

/// A schema of JSON Schema (2020-12) that JSON values are held against, for the demands that no Swift type expresses.
///
/// The generator writes such schemas: they are small and have no references, so checking takes time in proportion to
/// the value.
public nonisolated struct JSONRules: Sendable {
  typealias Step = ConstraintCheck.Step

  /// A keyword that a value, or a part of it, does not meet.
  nonisolated struct Violation: Sendable, Hashable {
    var steps: [Step]
    var rule: String
    var limit: String
  }

  let schema: JSONValue

  /// What a value violates, at most ``ConstraintCheck/limit`` times.
  func violations(of value: JSONValue) -> [Violation] {
    var checker = JSONRulesChecker()
    checker.check(value, schema)
    return checker.violations
  }

  /// Whether a value meets a schema.
  static func accepts(_ value: JSONValue, _ schema: JSONValue) -> Bool {
    JSONRules(schema: schema).violations(of: value).isEmpty
  }

  // MARK: - Texts

  private static let cache = Storage()

  /// The rules of a schema without references. Its text is parsed at its first use; one that is no JSON refuses every
  /// value: what cannot be checked must not pass for checked.
  public static func schema(_ text: String) -> JSONRules {
    cache.rules(text)
  }

  private nonisolated final class Storage: @unchecked Sendable {
    private let lock = NSLock()
    private var known: [String: JSONRules] = [:]

    func rules(_ text: String) -> JSONRules {
      lock.lock()
      defer { lock.unlock() }
      if let rules = known[text] { return rules }
      let schema = try? JSONCoding.decode(JSONValue.self, from: Data(text.utf8))
      let rules = JSONRules(schema: schema ?? .boolean(false))
      known[text] = rules
      return rules
    }
  }
}
