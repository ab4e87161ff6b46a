import SourceDocuments

extension ValueChecker {
  mutating func checkObject(_ value: SourceNode, _ schema: Schema, depth: Int) -> Mismatch? {
    if let missing = missingProperty(value, schema) {
      return Mismatch(value, "the required property '\(missing)' is missing")
    }
    let count = value.members.count
    if let least = schema.minProperties, count < least {
      return Mismatch(value, "its size is \(count), but minProperties is \(least)")
    }
    if let most = schema.maxProperties, count > most {
      return Mismatch(value, "its size is \(count), but maxProperties is \(most)")
    }
    for dependency in schema.dependentRequired where value[dependency.property] != nil {
      for name in dependency.required where value[name] == nil {
        return Mismatch(value, "the property '\(name)', which '\(dependency.property)' requires, is missing")
      }
    }
    for dependency in schema.dependentSchemas where value[dependency.name] != nil {
      if let mismatch = check(value, dependency.schema, depth: depth + 1) { return mismatch }
    }
    return checkMembers(value, schema, depth: depth)
  }

  /// Properties that are only read or only written may be absent from an example of the other direction.
  private mutating func missingProperty(_ value: SourceNode, _ schema: Schema) -> String? {
    for name in schema.required where value[name] == nil {
      guard step() else { return nil }
      guard let property = schema.properties.first(where: { $0.name == name }) else { return name }
      if !isOneWay(property.schema) { return name }
    }
    return nil
  }

  private func isOneWay(_ schema: Schema) -> Bool {
    var schema: Schema? = schema
    for _ in 0..<10 {
      guard let current = schema else { return false }
      if current.isReadOnly || current.isWriteOnly { return true }
      schema = current.reference.flatMap { schemas.target(of: $0) }
    }
    return false
  }

  private mutating func checkMembers(_ value: SourceNode, _ schema: Schema, depth: Int) -> Mismatch? {
    let hasPatterns = !schema.patternProperties.isEmpty
    let needsNames = schema.additionalProperties != nil || schema.propertyNames != nil || hasPatterns
    for property in schema.properties {
      guard step() else { return nil }
      guard let member = value[property.name] else { continue }
      if let mismatch = check(member, property.schema, depth: depth + 1) { return mismatch }
    }
    guard needsNames else { return nil }
    let declared = Set(schema.properties.map(\.name))
    for member in value.members {
      guard step() else { return nil }
      var isKnown = declared.contains(member.key)
      for property in schema.patternProperties {
        switch matches(member.key, property.name) {
        case true?:
          isKnown = true
          if let mismatch = check(member.value, property.schema, depth: depth + 1) { return mismatch }
        case false?: break
        case nil: isKnown = true
        }
      }
      guard !isKnown, let additional = schema.additionalProperties else { continue }
      if additional.boolean == false {
        return Mismatch(
          member.value,
          "the property '\(member.key)' is not declared, and others are not allowed"
        )
      }
      if let mismatch = check(member.value, additional, depth: depth + 1) { return mismatch }
    }
    return nil
  }
}
