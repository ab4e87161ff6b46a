import SourceDocuments

/// Finds where a description in Swagger 2.0 and one in OpenAPI differ in what no rule of the comparison looks at:
/// documentation, extensions, and fields that their dialect does not know or that have no rule.
///
/// Objects are walked together that were compared, or that stand under the same name; objects of one dialect only are
/// walked alone. What has a rule is written otherwise in the other dialect, and is no edit here. Schemas are objects of
/// both dialects and are walked by ``TextWalk``.
struct DialectWalk {
  private typealias Owners = (base: SourceNode, revision: SourceNode)

  private let matches: NodeMatches
  private(set) var edits: [TextEdit] = []
  private var walked: Set<SourceNode> = []

  init(_ matches: NodeMatches) {
    self.matches = matches
  }

  /// - Parameters: The outermost objects of two descriptions of different dialects.
  mutating func walk(_ base: SourceNode, _ revision: SourceNode) {
    let isFromSwagger = base["swagger"] != nil
    let (old, new) =
      isFromSwagger
      ? (DialectObjects.swagger, DialectObjects.openAPI) : (DialectObjects.openAPI, DialectObjects.swagger)
    // The named objects first: what they are compared to is known, and no longer walked alone then.
    for (section, other) in zip(old.sections, new.sections) {
      for member in section.members(of: base) {
        guard let counterpart = other.members(of: revision).first(where: { $0.key == member.key }) else {
          continue
        }
        walk(member.value, counterpart.value, section.object, other.object)
      }
    }
    walk(base, revision, old.root, new.root)
    let components = isFromSwagger ? revision["components"] : base["components"]
    if let components { walkAlone(components, .components, isBase: !isFromSwagger, (base, revision)) }
  }

  // MARK: - Together

  private mutating func walk(
    _ base: SourceNode,
    _ revision: SourceNode,
    _ object: SpecificationObject,
    _ other: SpecificationObject
  ) {
    guard walked.insert(base).inserted else { return }
    walked.insert(revision)
    let owners = (base, revision)
    let (fields, otherFields) = (object.fields, other.fields)
    for member in base.members where member.key != "$ref" {
      let counterpart = revision[member.key]
      guard let field = fields[member.key] else {
        // What the other dialect knows under the name is another field.
        let isKnown = otherFields[member.key] != nil
        record(member.key, member.value, isKnown ? nil : counterpart, nil, object, owners)
        continue
      }
      guard case .compared = field.claim else {
        let otherClaim = otherFields[member.key]?.claim
        if case .waived = field.claim, otherClaim == nil { continue }
        record(member.key, member.value, counterpart, field, object, owners)
        continue
      }
      if let otherField = otherFields[member.key], let counterpart {
        walkParts(member.value, counterpart, field.shape, otherField.shape, owners)
      } else if otherFields[member.key] == nil || holdsValues(member.key, of: other) {
        walkAlone(member.value, field.shape, isBase: true, keepsValues(other), owners)
      }
    }
    for member in revision.members where member.key != "$ref" {
      guard let field = otherFields[member.key] else {
        if base[member.key] == nil || fields[member.key] != nil {
          record(member.key, nil, member.value, nil, other, owners)
        }
        continue
      }
      if case .compared = field.claim {
        if fields[member.key] == nil || holdsValues(member.key, of: object) {
          walkAlone(member.value, field.shape, isBase: false, keepsValues(object), owners)
        }
      } else if base[member.key] == nil {
        if case .waived = field.claim, fields[member.key] == nil { continue }
        record(member.key, nil, member.value, field, other, owners)
      }
    }
  }

  private mutating func walkParts(
    _ base: SourceNode,
    _ revision: SourceNode,
    _ shape: SpecificationField.Shape,
    _ other: SpecificationField.Shape,
    _ owners: Owners
  ) {
    switch (shape, other) {
    case (.object(let object), .object(let other)) where object != .schema:
      walk(base, revision, object, other)
    case (.map(let object), .map(let other)) where object != .schema:
      for member in base.members {
        if let counterpart = revision[member.key] ?? matches[member.value] {
          walk(member.value, counterpart, object, other)
        } else if object == .pathItem || object == .swaggerPathItem {
          for operation in member.value.members {
            guard let counterpart = matches[operation.value] else { continue }
            let isSwagger = object == .swaggerPathItem
            walk(
              operation.value,
              counterpart,
              isSwagger ? .swaggerOperation : .operation,
              isSwagger ? .operation : .swaggerOperation
            )
          }
        }
      }
    case (.list(let object), .list(let other)):
      for element in base.elements {
        guard let counterpart = matches[element], counterpart.parent == revision else {
          let isSwagger = object == .swaggerParameter
          walkAlone(element, object, isBase: true, (element, owners.revision))
          if isSwagger, element["in"]?.string == "body", let body = owners.revision["requestBody"] {
            compareDescriptions(element, body)
          }
          continue
        }
        walk(element, counterpart, object, other)
      }
      let matched = Set(base.elements.compactMap { matches[$0] })
      for element in revision.elements where !matched.contains(element) {
        walkAlone(element, other, isBase: false, (owners.base, element))
        if other == .swaggerParameter, element["in"]?.string == "body", let body = owners.base["requestBody"]
        {
          compareDescriptions(body, element)
        }
      }
    default: break
    }
  }

  private mutating func compareDescriptions(_ base: SourceNode, _ revision: SourceNode) {
    record(
      "description",
      base["description"],
      revision["description"],
      .waived(SpecificationObject.prose),
      .requestBody,
      (base, revision)
    )
  }

  /// Whether an object holds what a schema says in the other dialect.
  private func keepsValues(_ object: SpecificationObject) -> Bool {
    [.swaggerParameter, .swaggerHeader].contains(object)
  }

  /// Whether a field is the schema of what an object says itself.
  private func holdsValues(_ name: String, of object: SpecificationObject) -> Bool {
    name == "schema" && keepsValues(object)
  }

  // MARK: - Alone

  /// - Parameter entersSchemas: Whether schemas are walked as well, since they are compared with no schema.
  private mutating func walkAlone(
    _ node: SourceNode,
    _ shape: SpecificationField.Shape,
    isBase: Bool,
    _ entersSchemas: Bool,
    _ owners: Owners
  ) {
    switch shape {
    case .object(let object): walkAlone(node, object, isBase: isBase, entersSchemas: entersSchemas, owners)
    case .map(let object):
      for member in node.members {
        walkAlone(member.value, object, isBase: isBase, entersSchemas: entersSchemas, owners)
      }
    case .list(let object):
      for element in node.elements {
        walkAlone(element, object, isBase: isBase, entersSchemas: entersSchemas, owners)
      }
    case .value, .names, .values, .texts, .describedNames: break
    }
  }

  private mutating func walkAlone(
    _ node: SourceNode,
    _ object: SpecificationObject,
    isBase: Bool,
    entersSchemas: Bool = false,
    _ owners: Owners
  ) {
    guard object != .schema || entersSchemas, walked.insert(node).inserted else { return }
    let owners = isBase ? (node, owners.revision) : (owners.base, node)
    let fields = object.fields
    for member in node.members where member.key != "$ref" {
      let field = fields[member.key]
      switch field?.claim {
      case .compared:
        walkAlone(member.value, field?.shape ?? .value, isBase: isBase, entersSchemas, owners)
      case .waived: break
      case .unhandled, nil:
        record(
          member.key,
          isBase ? member.value : nil,
          isBase ? nil : member.value,
          field,
          object,
          owners
        )
      }
    }
  }

  // MARK: - Edits

  private mutating func record(
    _ name: String,
    _ base: SourceNode?,
    _ revision: SourceNode?,
    _ field: SpecificationField?,
    _ object: SpecificationObject,
    _ owners: Owners
  ) {
    guard base != nil || revision != nil else { return }
    if let base, let revision, CanonicalValue.isEqual(base, revision) { return }
    let place: TextEdit.Field =
      field.map { .claimed($0.claim, name: name) }
      ?? (name.hasPrefix("x-") ? .extensionField : .unknown(name: name, of: object))
    edits.append(TextEdit(base: base, revision: revision, field: place, owners: owners))
  }
}
