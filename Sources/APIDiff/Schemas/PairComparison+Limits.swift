import OpenAPIDescription
import SourceDocuments

extension PairComparison {
  mutating func compareNumbers() {
    compareBounds(.minimumChanged, "minimum", base.minimum, revision.minimum, isUpper: false)
    compareBounds(.maximumChanged, "maximum", base.maximum, revision.maximum, isUpper: true)
    let (old, new) = (base.multipleOf, revision.multipleOf)
    guard old.map({ CanonicalValue.text($0.value) }) != new.map({ CanonicalValue.text($0.value) }) else {
      return
    }
    record(
      .multipleOfChanged,
      phrase("multipleOf", old == nil, new == nil),
      old.map { CanonicalValue.text($0.value) },
      new.map { CanonicalValue.text($0.value) },
      at: (old?.node, new?.node),
      [Effect(multiples(old?.value.double, new?.value.double), .limits)]
    )
  }

  mutating func compareTexts() {
    compareCounts(.minLengthChanged, "minLength", base.minLength, revision.minLength, isUpper: false)
    compareCounts(.maxLengthChanged, "maxLength", base.maxLength, revision.maxLength, isUpper: true)
    comparePatterns()
    compareContent(.contentEncodingChanged, "contentEncoding", base.contentEncoding, revision.contentEncoding)
    compareContent(
      .contentMediaTypeChanged,
      "contentMediaType",
      base.contentMediaType,
      revision.contentMediaType
    )
  }

  /// A lower limit of zero is none.
  mutating func compareCounts(
    _ rule: Rule,
    _ keyword: String,
    _ base: Held<Int>?,
    _ revision: Held<Int>?,
    isUpper: Bool
  ) {
    let old = isUpper || base?.value != 0 ? base : nil
    let new = isUpper || revision?.value != 0 ? revision : nil
    guard old?.value != new?.value else { return }
    let limit = isUpper ? Int.max : 0
    let grows = (new?.value ?? limit) > (old?.value ?? limit)
    record(
      rule,
      phrase(keyword, old == nil, new == nil),
      old.map { String($0.value) },
      new.map { String($0.value) },
      at: (base?.node, revision?.node),
      [Effect(grows == isUpper ? .widens : .narrows, .limits)]
    )
  }

  func phrase(_ keyword: String, _ isNew: Bool, _ isGone: Bool) -> String {
    isNew ? "has a \(keyword) now" : isGone ? "has no \(keyword) any more" : "changed its \(keyword)"
  }

  private mutating func compareBounds(
    _ rule: Rule,
    _ keyword: String,
    _ old: Held<Bound>?,
    _ new: Held<Bound>?,
    isUpper: Bool
  ) {
    guard old?.value.text != new?.value.text else { return }
    let limit = isUpper ? Double.infinity : -Double.infinity
    let (first, second) = (old?.value.number.double ?? limit, new?.value.number.double ?? limit)
    let grows = second > first || second == first && (new?.value.isExclusive == true) != isUpper
    record(
      rule,
      phrase(keyword, old == nil, new == nil),
      old?.value.text,
      new?.value.text,
      at: (old?.node, new?.node),
      [Effect(grows == isUpper ? .widens : .narrows, .limits)]
    )
  }

  private func multiples(_ old: Double?, _ new: Double?) -> Effect.Change {
    guard let old else { return .narrows }
    guard let new else { return .widens }
    func isMultiple(_ value: Double, of step: Double) -> Bool {
      step != 0 && (value / step).rounded() == value / step
    }
    return isMultiple(new, of: old) ? .narrows : isMultiple(old, of: new) ? .widens : .shifts
  }

  private mutating func comparePatterns() {
    let (old, new) = (base.patterns.map(\.value), revision.patterns.map(\.value))
    guard Set(old) != Set(new) else { return }
    let change: Effect.Change
    if Set(old).isSubset(of: new) || old.allSatisfy(isAnything) {
      change = new.allSatisfy(isAnything) ? .widens : .narrows
    } else if Set(new).isSubset(of: old) || new.allSatisfy(isAnything) {
      change = .widens
    } else {
      change = .undecided
    }
    record(
      .patternChanged,
      phrase("pattern", old.isEmpty, new.isEmpty),
      old.isEmpty ? nil : old.joined(separator: " and "),
      new.isEmpty ? nil : new.joined(separator: " and "),
      at: (base.patterns.first?.node, revision.patterns.first?.node),
      [Effect(change, .limits)]
    )
  }

  private func isAnything(_ pattern: String) -> Bool {
    ["", ".*", "^.*$", "^.*", ".*$", "^", "$"].contains(pattern)
  }

  private mutating func compareContent(
    _ rule: Rule,
    _ keyword: String,
    _ old: Held<String>?,
    _ new: Held<String>?
  ) {
    guard old?.value != new?.value else { return }
    let change: Effect.Change = old == nil ? .narrows : new == nil ? .widens : .shifts
    record(
      rule,
      phrase(keyword, old == nil, new == nil),
      old?.value,
      new?.value,
      at: (old?.node, new?.node),
      [Effect(change, .format)]
    )
  }
}
