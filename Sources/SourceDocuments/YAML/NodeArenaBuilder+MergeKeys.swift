extension NodeArenaBuilder {
  /// Replaces members of the innermost open object, which are the values of merge keys, by copies of the
  /// members that they hold themselves (https://yaml.org/type/merge.html).
  ///
  /// Names that the object has already stay as they are; of several merged mappings the first one counts.
  mutating func mergeMembers(of mergedNodes: [UInt32]) throws(DiagnosticError) {
    let merged = Set(mergedNodes)
    let members = takeChildren()
    var names: Set<ArraySlice<UInt8>> = []
    for member in members where !merged.contains(member) {
      names.insert(name(of: member))
    }
    for member in members {
      guard merged.contains(member) else {
        adopt(member)
        continue
      }
      for mapping in try mappings(in: member) {
        let record = records[Int(mapping)]
        for inner in children[Int(record.firstChild)...].prefix(Int(record.childCount))
        where names.insert(name(of: inner)).inserted {
          let copy = records[Int(inner)]
          if let key = copy.key { setKey(key.extent, key.text) }
          try add(copy)
        }
      }
    }
  }

  /// The mappings that the value of a merge key stands for.
  private func mappings(in node: UInt32) throws(DiagnosticError) -> [UInt32] {
    let record = records[Int(node)]
    let candidates =
      record.kind == .array
      ? Array(children[Int(record.firstChild)...].prefix(Int(record.childCount))) : [node]
    for candidate in candidates where records[Int(candidate)].kind != .object {
      throw DiagnosticError(.mergedScalar(at: location(records[Int(candidate)].extent)))
    }
    return candidates
  }

  private func name(of member: UInt32) -> ArraySlice<UInt8> {
    records[Int(member)].key.map { utf8($0.text) } ?? []
  }
}
