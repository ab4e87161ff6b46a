import SourceDocuments

extension ValueChecker {
  mutating func checkString(_ value: SourceNode, _ schema: Schema) -> Mismatch? {
    guard let text = value.string else { return nil }
    if schema.minLength != nil || schema.maxLength != nil {
      let length = text.unicodeScalars.count
      if let least = schema.minLength, length < least {
        return Mismatch(value, "its length is \(length), but minLength is \(least)")
      }
      if let most = schema.maxLength, length > most {
        return Mismatch(value, "its length is \(length), but maxLength is \(most)")
      }
    }
    if let pattern = schema.pattern, matches(text, pattern) == false {
      return Mismatch(value, "\(excerpt(value)) does not match the pattern \(pattern)")
    }
    guard let format = schema.format else { return nil }
    guard let known = StringFormat(rawValue: format) else {
      isCertain = false
      return nil
    }
    return known.accepts(text) ? nil : Mismatch(value, "\(excerpt(value)) is not \(known.phrase)")
  }

  /// Whether a pattern matches; nil when that cannot be decided.
  mutating func matches(_ text: String, _ pattern: String) -> Bool? {
    let compiled: TextPattern?
    if let known = patterns[pattern] {
      compiled = known
    } else {
      compiled = TextPattern(pattern)
      patterns[pattern] = .some(compiled)
    }
    guard let compiled, step(compiled.cost(of: text) / 10) else {
      isCertain = false
      return nil
    }
    return compiled.matches(text)
  }

  func checkNumber(_ value: SourceNode, _ schema: Schema) -> Mismatch? {
    guard let keywords = schema.number?.value, let number = value.number else { return nil }
    if let bound = keywords.minimum, number.isLess(than: bound) {
      return Mismatch(value, "\(number.text) is less than \(bound.text)")
    }
    if let bound = keywords.maximum, bound.isLess(than: number) {
      return Mismatch(value, "\(number.text) is greater than \(bound.text)")
    }
    if let bound = keywords.exclusiveMinimum, !bound.isLess(than: number) {
      return Mismatch(value, "\(number.text) is not greater than \(bound.text)")
    }
    if let bound = keywords.exclusiveMaximum, !number.isLess(than: bound) {
      return Mismatch(value, "\(number.text) is not less than \(bound.text)")
    }
    if let divisor = keywords.multipleOf, !number.isMultiple(of: divisor) {
      return Mismatch(value, "\(number.text) is not a multiple of \(divisor.text)")
    }
    return nil
  }
}

extension SourceNumber {
  func isLess(than other: SourceNumber) -> Bool {
    if let left = integer, let right = other.integer { return left < right }
    return double < other.double
  }

  /// Fractions cannot be exact in binary, so a quotient close to a whole number counts as one.
  fileprivate func isMultiple(of divisor: SourceNumber) -> Bool {
    if let number = integer, let divisor = divisor.integer {
      return divisor == 0 || number.isMultiple(of: divisor)
    }
    let quotient = double / divisor.double
    guard quotient.isFinite else { return true }
    return abs(quotient - quotient.rounded()) <= 1e-9 * max(1, abs(quotient))
  }
}
