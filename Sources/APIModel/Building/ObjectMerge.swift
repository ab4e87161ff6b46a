import OpenAPIDescription
import SourceDocuments

/// The members of an object, gathered from all the schemas that speak of it: its own, those of `allOf`, and
/// those behind references.
struct ObjectMerge {
  /// A schema that speaks of one property, and the type whose name an inline schema takes over.
  struct Mention {
    var schema: Schema
    var owner: TypeID
    var isRequired: Bool
    /// Whether the schema speaks of the property under a condition.
    var isConditional = false
    /// Whether the schema is that of one alternative among several.
    var isAlternative = false

    /// What the same part says of something else.
    func with(_ schema: Schema) -> Mention {
      var result = self
      result.schema = schema
      return result
    }
  }

  var names: [String] = []
  var mentions: [String: [Mention]] = [:]
  var required: Set<String> = []
  /// Schemas of members that are not declared.
  var additional: [Mention] = []
  /// Members that schemas speak of under a condition.
  var conditional: [(property: Property, owner: TypeID)] = []
  /// Parts that describe something else than an object with declared members.
  var others: [Mention] = []

  var isEmpty: Bool { names.isEmpty }

  mutating func add(
    _ property: Property,
    owner: TypeID,
    isRequired: Bool,
    isConditional: Bool = false,
    isAlternative: Bool = false
  ) {
    if mentions[property.name] == nil { names.append(property.name) }
    mentions[property.name, default: []].append(
      Mention(
        schema: property.schema,
        owner: owner,
        isRequired: isRequired,
        isConditional: isConditional,
        isAlternative: isAlternative
      )
    )
  }
}

extension SchemaLowering {
  /// Gathers the parts of a schema.
  ///
  /// - Parameters:
  ///   - isOptional: Whether the members are only those of one alternative, so that none is required.
  func gather(_ schema: Schema, owner: TypeID, into merge: inout ObjectMerge, isOptional: Bool = false) {
    var visited: Set<Schema> = []
    gather(schema, owner: owner, into: &merge, isOptional: isOptional, visited: &visited)
    for (property, owner) in merge.conditional where merge.mentions[property.name] == nil {
      merge.add(property, owner: owner, isRequired: false, isConditional: true)
    }
    merge.conditional = []
  }

  private func gather(
    _ schema: Schema,
    owner: TypeID,
    into merge: inout ObjectMerge,
    isOptional: Bool,
    visited: inout Set<Schema>
  ) {
    guard visited.insert(schema).inserted else { return }
    if !isOptional { warnAboutUncheckedKeywords(of: schema) }
    if let reference = schema.reference, let target = table.target(of: reference) {
      let id = table.identifier(of: target, context: .named(reference.targetName))
      gather(target, owner: id, into: &merge, isOptional: isOptional, visited: &visited)
    }
    for part in schema.allOf {
      gather(part, owner: owner, into: &merge, isOptional: isOptional, visited: &visited)
    }
    if !isOptional { merge.required.formUnion(schema.required) }
    for property in schema.properties {
      merge.add(
        property,
        owner: owner,
        isRequired: !isOptional && schema.required.contains(property.name),
        isAlternative: isOptional
      )
    }
    if schema.additionalProperties != nil || schema.unevaluatedProperties != nil
      || !schema.patternProperties.isEmpty
    {
      merge.additional.append(ObjectMerge.Mention(schema: schema, owner: owner, isRequired: false))
    }
    gatherAlternatives(of: schema, owner: owner, into: &merge, visited: &visited)
    gatherConditional(of: schema, owner: owner, into: &merge)
    if isPartOfOtherKind(schema) {
      merge.others.append(ObjectMerge.Mention(schema: schema, owner: owner, isRequired: false))
    }
  }

  /// The members of `oneOf` and `anyOf` beside declared properties become optional members of the object.
  private func gatherAlternatives(
    of schema: Schema,
    owner: TypeID,
    into merge: inout ObjectMerge,
    visited: inout Set<Schema>
  ) {
    guard !schema.properties.isEmpty else { return }
    for alternative in schema.unionMembers {
      gather(alternative, owner: owner, into: &merge, isOptional: true, visited: &visited)
    }
  }

  /// Members that only `then`, `else`, `if` or `dependentSchemas` speak of are optional members of the object. What these say of a member is
  /// true under a condition, so it neither decides on its type nor constrains it here.
  private func gatherConditional(of schema: Schema, owner: TypeID, into merge: inout ObjectMerge) {
    let conditional = [schema.thenSchema, schema.elseSchema, schema.ifSchema].compactMap { $0 }
    for part in conditional + schema.dependentSchemas.map(\.schema) {
      for property in part.properties where schema.properties.allSatisfy({ $0.name != property.name }) {
        merge.conditional.append((property, owner))
      }
    }
  }

  private func isPartOfOtherKind(_ schema: Schema) -> Bool {
    guard schema.boolean == nil, schema.properties.isEmpty else { return false }
    guard schema.reference == nil else { return !schema.unionMembers.isEmpty }
    return !schema.unionMembers.isEmpty || schema.enumerationBase != nil || schema.scalar != nil
      || schema.isArray
      || schema.valueTypes.count > 1
  }
}
