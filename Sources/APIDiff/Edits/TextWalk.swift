import SourceDocuments

/// Finds all places where the texts of two descriptions differ, whatever the comparison makes of them.
///
/// It knows the fields of the specification's objects and nothing of their meaning. Objects that the
/// comparison matched are walked together wherever they stand.
struct TextWalk {
  private let matches: NodeMatches
  private(set) var edits: [TextEdit] = []
  private let unchanged: UnchangedParts
  private var walked: Set<SourceNode> = []

  init(_ matches: NodeMatches, _ unchanged: UnchangedParts) {
    self.matches = matches
    self.unchanged = unchanged
  }

  mutating func walk(_ base: SourceNode, _ revision: SourceNode, _ object: SpecificationObject) {
    guard !unchanged.areAlike(base, revision), walked.insert(base).inserted else { return }
    guard base.kind == .object, revision.kind == .object else {
      if !CanonicalValue.isEqual(base, revision) {
        edits.append(
          TextEdit(
            base: base,
            revision: revision,
            field: .claimed(.compared, name: ""),
            owners: (base, revision)
          )
        )
      }
      return
    }
    if object == .callback {
      walkMap(base, revision, .pathItem, (base, revision), .compared)
      return
    }
    let fields = object.fields
    for member in base.members {
      walk(member.key, member.value, revision[member.key], fields, object, (base, revision))
    }
    for member in revision.members where base[member.key] == nil {
      walk(member.key, nil, member.value, fields, object, (base, revision))
    }
  }

  private mutating func walk(
    _ name: String,
    _ base: SourceNode?,
    _ revision: SourceNode?,
    _ fields: [String: SpecificationField],
    _ object: SpecificationObject,
    _ owners: (base: SourceNode, revision: SourceNode)
  ) {
    guard name != "$ref" else {
      compareValues(base, revision, .claimed(.compared, name: name), owners)
      return
    }
    guard let field = fields[name] else {
      compareValues(
        base,
        revision,
        name.hasPrefix("x-") ? .extensionField : .unknown(name: name, of: object),
        owners
      )
      return
    }
    let claim = TextEdit.Field.claimed(field.claim, name: name)
    guard let base, let revision else {
      if let base { walkMoved(base, field.shape) }
      edits.append(TextEdit(base: base, revision: revision, field: claim, owners: owners))
      return
    }
    switch field.shape {
    case .value:
      compareValues(base, revision, claim, owners)
    case .object(let inner):
      walkObjects(base, revision, inner, claim, owners)
    case .list(let inner):
      walkList(base, revision, inner, claim, owners)
    case .map(let inner):
      walkMap(base, revision, inner, owners, field.claim)
    case .names, .values:
      compareNames(base, revision, claim, owners)
    case .texts:
      compareTexts(base, revision, claim, owners)
    case .describedNames:
      compareDescribedNames(base, revision, claim, owners)
    }
  }

  private mutating func compareValues(
    _ base: SourceNode?,
    _ revision: SourceNode?,
    _ field: TextEdit.Field,
    _ owners: (base: SourceNode, revision: SourceNode)
  ) {
    if let base, let revision, CanonicalValue.isEqual(base, revision) { return }
    edits.append(TextEdit(base: base, revision: revision, field: field, owners: owners))
  }

  /// One of them may be a reference; then it is the target that the other one was compared to.
  private mutating func walkObjects(
    _ base: SourceNode,
    _ revision: SourceNode,
    _ object: SpecificationObject,
    _ field: TextEdit.Field,
    _ owners: (base: SourceNode, revision: SourceNode)
  ) {
    if (base["$ref"] == nil) != (revision["$ref"] == nil) || base.kind != revision.kind {
      edits.append(TextEdit(base: base, revision: revision, field: field, owners: owners))
      return
    }
    walk(base, revision, object)
  }

  /// What was matched with something elsewhere is compared with that.
  private mutating func walkMoved(_ base: SourceNode, _ shape: SpecificationField.Shape) {
    switch shape {
    case .object(let object):
      if let other = matches[base] { walk(base, other, object) }
    case .list(let object):
      for element in base.elements { if let other = matches[element] { walk(element, other, object) } }
    case .map(let object):
      for member in base.members {
        if let other = matches[member.value] { walk(member.value, other, object) }
      }
    case .value, .names, .values, .texts, .describedNames:
      break
    }
  }

  private mutating func walkMap(
    _ base: SourceNode,
    _ revision: SourceNode,
    _ object: SpecificationObject,
    _ owners: (base: SourceNode, revision: SourceNode),
    _ claim: SpecificationField.Claim
  ) {
    for member in base.members {
      let field: TextEdit.Field =
        member.key.hasPrefix("x-") ? .extensionField : .claimed(claim, name: member.key)
      if let other = revision[member.key] {
        walkObjects(member.value, other, object, field, owners)
      } else {
        if let other = matches[member.value] { walk(member.value, other, object) }
        edits.append(TextEdit(base: member.value, revision: nil, field: field, owners: owners))
      }
    }
    for member in revision.members where base[member.key] == nil {
      let field: TextEdit.Field =
        member.key.hasPrefix("x-") ? .extensionField : .claimed(claim, name: member.key)
      edits.append(TextEdit(base: nil, revision: member.value, field: field, owners: owners))
    }
  }

  private mutating func walkList(
    _ base: SourceNode,
    _ revision: SourceNode,
    _ object: SpecificationObject,
    _ field: TextEdit.Field,
    _ owners: (base: SourceNode, revision: SourceNode)
  ) {
    var rest = Array(revision.elements)
    var unmatched: [SourceNode] = []
    for element in base.elements {
      let index =
        rest.firstIndex { matches[element] == $0 }
        ?? rest.firstIndex { element["$ref"] != nil && element["$ref"]?.string == $0["$ref"]?.string }
        ?? rest.firstIndex { CanonicalValue.isEqual(element, $0) }
      if let index {
        walkObjects(element, rest.remove(at: index), object, field, owners)
      } else {
        unmatched.append(element)
      }
    }
    for element in unmatched {
      if !rest.isEmpty, unmatched.count == 1, rest.count == 1 {
        walkObjects(element, rest.removeFirst(), object, field, owners)
      } else {
        if let other = matches[element] { walk(element, other, object) }
        edits.append(TextEdit(base: element, revision: nil, field: field, owners: owners))
      }
    }
    for element in rest { edits.append(TextEdit(base: nil, revision: element, field: field, owners: owners)) }
  }

  /// Lists whose order means nothing, or a scalar in place of such a list.
  private mutating func compareNames(
    _ base: SourceNode,
    _ revision: SourceNode,
    _ field: TextEdit.Field,
    _ owners: (base: SourceNode, revision: SourceNode)
  ) {
    guard base.kind == .array, revision.kind == .array else {
      compareValues(base, revision, field, owners)
      return
    }
    let (old, new) = (base.elements.map(CanonicalValue.text), revision.elements.map(CanonicalValue.text))
    guard old != new else { return }
    let (oldSet, newSet) = (Set(old), Set(new))
    for (text, node) in zip(old, base.elements) where !newSet.contains(text) {
      edits.append(TextEdit(base: node, revision: nil, field: field, owners: owners))
    }
    for (text, node) in zip(new, revision.elements) where !oldSet.contains(text) {
      edits.append(TextEdit(base: nil, revision: node, field: field, owners: owners))
    }
  }

  private mutating func compareTexts(
    _ base: SourceNode,
    _ revision: SourceNode,
    _ field: TextEdit.Field,
    _ owners: (base: SourceNode, revision: SourceNode)
  ) {
    for member in base.members { compareValues(member.value, revision[member.key], field, owners) }
    for member in revision.members where base[member.key] == nil {
      compareValues(nil, member.value, field, owners)
    }
  }

  private mutating func compareDescribedNames(
    _ base: SourceNode,
    _ revision: SourceNode,
    _ field: TextEdit.Field,
    _ owners: (base: SourceNode, revision: SourceNode)
  ) {
    for member in base.members {
      let other = revision[member.key]
      let description = TextEdit.Field.claimed(
        .waived("it describes and restricts nothing"),
        name: member.key
      )
      compareValues(member.value, other, other == nil ? field : description, owners)
    }
    for member in revision.members where base[member.key] == nil {
      compareValues(nil, member.value, field, owners)
    }
  }
}
