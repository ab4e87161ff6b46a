import SourceDocuments

extension ValueChecker {
  mutating func checkComposition(_ value: SourceNode, _ schema: Schema, depth: Int) -> Mismatch? {
    guard let keywords = schema.composition?.value else { return nil }
    for part in keywords.allOf {
      if let mismatch = check(value, part, depth: depth + 1) { return mismatch }
    }
    for alternatives in [keywords.oneOf, keywords.anyOf] where !alternatives.isEmpty {
      if let mismatch = checkAlternatives(value, alternatives, keywords.discriminator, depth: depth) {
        return mismatch
      }
    }
    if let excluded = keywords.not, isCertainMatch(value, excluded, depth: depth) == true {
      return Mismatch(value, "the value is one that 'not' excludes")
    }
    return checkCondition(value, keywords, depth: depth)
  }

  /// One alternative must match. That no second one does is not checked: what tells them apart may be beyond
  /// this checker.
  private mutating func checkAlternatives(
    _ value: SourceNode,
    _ alternatives: [Schema],
    _ discriminator: Discriminator?,
    depth: Int
  ) -> Mismatch? {
    if let chosen = chosenAlternative(value, alternatives, discriminator) {
      return check(value, chosen, depth: depth + 1)
    }
    var reasons: [Mismatch] = []
    for alternative in alternatives {
      guard let mismatch = check(value, alternative, depth: depth + 1) else { return nil }
      reasons.append(mismatch)
    }
    // The one that got furthest is most likely the one that was meant.
    let inner = reasons.filter { $0.place != value }
    if inner.count == 1 { return inner[0] }
    return reasons.count == 1
      ? reasons[0] : Mismatch(value, "none of the \(reasons.count) alternatives matches")
  }

  /// The alternative that a discriminator names through its mapping.
  private func chosenAlternative(
    _ value: SourceNode,
    _ alternatives: [Schema],
    _ discriminator: Discriminator?
  ) -> Schema? {
    guard let discriminator, let name = value[discriminator.propertyName]?.string else { return nil }
    guard let target = discriminator.mapping.first(where: { $0.value == name })?.target else { return nil }
    return alternatives.first { $0.reference?.target == target }
  }

  private mutating func checkCondition(
    _ value: SourceNode,
    _ keywords: CompositionKeywords,
    depth: Int
  ) -> Mismatch? {
    guard let condition = keywords.ifSchema else { return nil }
    guard let holds = isCertainMatch(value, condition, depth: depth) else { return nil }
    guard let consequence = holds ? keywords.thenSchema : keywords.elseSchema else { return nil }
    return check(value, consequence, depth: depth + 1)
  }

  /// Whether a value matches; nil when that is not certain.
  private mutating func isCertainMatch(_ value: SourceNode, _ schema: Schema, depth: Int) -> Bool? {
    let wasCertain = isCertain
    isCertain = true
    defer { isCertain = isCertain && wasCertain }
    if check(value, schema, depth: depth + 1) != nil { return false }
    return isCertain ? true : nil
  }
}
