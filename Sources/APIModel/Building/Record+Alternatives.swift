extension Record {
  /// The object that has the members of all alternatives, where a value cannot be read as one of them: the parts of a body.
  ///
  /// A member is required if every alternative requires it. What alternatives say differently of a member does not hold.
  init(alternatives: [Record]) {
    var names: [String] = []
    var found: [String: [RecordProperty]] = [:]
    for property in alternatives.flatMap(\.properties) {
      if found[property.name] == nil { names.append(property.name) }
      found[property.name, default: []].append(property)
    }
    properties = names.compactMap { name in
      found[name].flatMap { RecordProperty(alternatives: $0, isEverywhere: $0.count == alternatives.count) }
    }
    additionalProperties = alternatives.contains { $0.additionalProperties != nil } ? .any : nil
  }
}

extension RecordProperty {
  /// - Parameter isEverywhere: Whether all alternatives declare the member.
  fileprivate init?(alternatives: [RecordProperty], isEverywhere: Bool) {
    guard let first = alternatives.first else { return nil }
    self = first
    isRequired = isEverywhere && alternatives.allSatisfy(\.isRequired)
    isReadOnly = alternatives.allSatisfy(\.isReadOnly)
    isWriteOnly = alternatives.allSatisfy(\.isWriteOnly)
    isDeprecated = alternatives.allSatisfy(\.isDeprecated)
    description = alternatives.lazy.compactMap(\.description).first
    origins = alternatives.flatMap(\.origins)
    guard alternatives.contains(where: { $0.schema != first.schema || $0.value != first.value }) else {
      return
    }
    mentions = []
    if alternatives.contains(where: { $0.value.shape != first.value.shape }) {
      value = alternatives.allSatisfy(\.isText) ? .text : .any
    }
  }

  /// Whether a part of it is text, whatever it is the text of.
  private var isText: Bool {
    if case .scalar = value.shape { return true }
    return schema.enumerationBase != nil
  }
}
