import OpenAPIDescription

extension SchemaLowering {
  /// What `allOf` of an object and of alternatives comes to: alternatives that have the members of the object, too.
  ///
  /// `allOf: [A, {oneOf: [B, C]}]` says the same as `oneOf: [{allOf: [A, B]}, {allOf: [A, C]}]`.
  ///
  /// - Returns: nil unless exactly one part has alternatives, and all of them are objects.
  func distributedDefinition(
    of schema: Schema,
    _ merge: ObjectMerge,
    id: TypeID
  ) -> TypeDeclaration.Definition? {
    guard merge.others.count == 1, let union = merge.others.first?.schema, union.enumeration == nil else {
      return nil
    }
    let alternatives = alternatives(of: union)
    guard !alternatives.isEmpty, alternatives.allSatisfy(describesObject) else { return nil }
    if alternatives.count == 1 {
      return .record(record(of: schema, narrowedBy: alternatives[0], among: union, id: id, owner: id))
    }
    guard table.spend(members: alternatives.count * (merge.names.count + 1)) else { return nil }
    var members: [UnionMember] = []
    for (position, alternative) in alternatives.enumerated() {
      let context =
        alternative.reference.map { TypeContext.property(of: id, name: $0.targetName) }
        ?? .unionMember(of: id, position: position)
      let own = table.merged(
        [schema, alternative],
        as: resolved(alternative),
        asserting: [alternative],
        context: context
      ) { own in
        .record(record(of: schema, narrowedBy: alternative, among: union, id: own, owner: id))
      }
      guard let own else { return nil }
      members.append(self.member(ValueType(.declared(own)), alternative, of: union))
    }
    let defaultMember = union.discriminator.flatMap { discriminator in
      alternatives.firstIndex { discriminator.isDefault($0) }
    }
    return .union(self.union(of: members, in: union, defaultMember))
  }

  /// The alternatives, those of alternatives among them that have nothing but alternatives themselves.
  private func alternatives(of union: Schema) -> [Schema] {
    var result: [Schema] = []
    var visited: Set<Schema> = []
    var pending = [union]
    while let next = pending.popLast() {
      guard visited.insert(next).inserted else { continue }
      let schema = resolved(next)
      let isChoice = schema.properties.isEmpty && schema.allOf.isEmpty && !schema.unionMembers.isEmpty
      if next == union || isChoice && union.discriminator == nil {
        pending += schema.unionMembers.reversed()
      } else {
        result.append(next)
      }
    }
    return result
  }

  /// The object that a schema describes together with one of its alternatives.
  private func record(
    of schema: Schema,
    narrowedBy alternative: Schema,
    among union: Schema,
    id: TypeID,
    owner: TypeID
  ) -> Record {
    var merge = ObjectMerge()
    gather(schema, owner: owner, into: &merge)
    merge.others.removeAll { $0.schema == union }
    gather(alternative, owner: id, into: &merge)
    return record(of: merge, id: id)
  }
}
