/// What a change of `format` does to the set of valid values.
enum FormatOrder {
  /// Formats of strings that are read into a type of their own, so that other strings fail.
  private static let typed: Set<String> = ["date-time", "date", "uuid", "uri", "url", "byte"]
  private static let integers = ["int8", "int16", "int32", "int64"]
  private static let numbers = ["float", "double", "decimal"]
  /// Formats that JSON Schema or OpenAPI defines by a grammar.
  private static let defined: Set<String> = [
    "time", "duration", "email", "idn-email", "hostname", "idn-hostname", "ipv4", "ipv6", "uri-reference",
    "iri", "iri-reference", "uri-template", "json-pointer", "relative-json-pointer", "regex", "base64url",
  ]

  static func effect(from old: String?, to new: String?) -> Effect {
    let known = [old, new].compactMap { $0 }
    if known.allSatisfy(isNumeric) { return Effect(change(old, new), .precision) }
    if known.contains(where: typed.contains) { return Effect(change(old, new), .format) }
    if known.count == 1 || known.allSatisfy(defined.contains) { return Effect(change(old, new), .formatHint) }
    return Effect(.undecided, .formatHint)
  }

  private static func isNumeric(_ format: String) -> Bool {
    integers.contains(format) || numbers.contains(format)
  }

  private static func change(_ old: String?, _ new: String?) -> Effect.Change {
    guard let old else { return .narrows }
    guard let new else { return .widens }
    for order in [integers, numbers] {
      if let first = order.firstIndex(of: old), let second = order.firstIndex(of: new) {
        return first < second ? .widens : .narrows
      }
    }
    return .shifts
  }
}
