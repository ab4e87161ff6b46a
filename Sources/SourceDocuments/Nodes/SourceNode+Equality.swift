extension SourceNode {
  /// Whether both trees are written alike: the same members in any order, the same elements in their order, the same
  /// texts, and numbers with the same digits.
  ///
  /// - Parameters:
  ///   - keys: The names of members that are of interest.
  ///   - found: Receives the values of members with these names, those of this tree; of no use when the trees differ.
  public func isWrittenLike(
    _ other: SourceNode,
    noting keys: [StaticString] = [],
    in found: inout [SourceNode]
  ) -> Bool {
    var pending = [(self, other)]
    while let (left, right) = pending.popLast() {
      let (one, two) = (left.record, right.record)
      guard one.kind == two.kind, one.childCount == two.childCount else { return false }
      switch one.kind {
      case .null: continue
      case .boolean:
        guard one.isTrue == two.isTrue else { return false }
      case .string, .number:
        guard left.arena.utf8(one.text).elementsEqual(right.arena.utf8(two.text)) else { return false }
      case .array, .object:
        for (child, counterpart) in zip(left.childRange, right.childRange) {
          let member = SourceNode(document: left.document, index: left.arena.children[child])
          let partner = SourceNode(document: right.document, index: right.arena.children[counterpart])
          guard let same = member.keyIs(that: partner) ? partner : partner.sibling(named: member) else {
            return false
          }
          if keys.contains(where: member.isNamed) { found.append(member) }
          pending.append((member, same))
        }
      }
    }
    return true
  }

  /// Whether both stand under the same name, or under none.
  private func keyIs(that other: SourceNode) -> Bool {
    guard let key = record.key, let otherKey = other.record.key else { return true }
    return key.text.length == otherKey.text.length
      && arena.utf8(key.text).elementsEqual(other.arena.utf8(otherKey.text))
  }

  /// What stands under the name of another node in the same object as this.
  private func sibling(named other: SourceNode) -> SourceNode? {
    guard let key = other.key else { return nil }
    return parent?[key]
  }

  private func isNamed(_ name: StaticString) -> Bool {
    guard let key = record.key, key.text.length == name.utf8CodeUnitCount else { return false }
    return name.withUTF8Buffer { arena.utf8(key.text).elementsEqual($0) }
  }
}
