import APIModel
import OpenAPIDescription
import Parallelism
import SourceDocuments

/// Builds the declarations of types.
struct ModelBuilder {
  let context: BuildContext
  var usedOverrides: Set<String> = []

  init(_ context: BuildContext) {
    self.context = context
  }

  /// The declarations of the types at the top, which do not depend on one another.
  static func declarations(
    _ context: BuildContext
  ) -> (declarations: [ModelDeclaration], usedOverrides: Set<String>) {
    let built = (context.children[[]] ?? []).concurrentMap { id in
      var builder = ModelBuilder(context)
      let declaration = builder.declaration(id)
      return (declaration: declaration, usedOverrides: builder.usedOverrides)
    }
    return (built.compactMap(\.declaration), built.reduce(into: []) { $0.formUnion($1.usedOverrides) })
  }

  /// The declaration of a type with everything nested in it.
  mutating func declaration(_ id: TypeID) -> ModelDeclaration? {
    let declaration = context.api[id]
    guard let path = context.catalog.paths[id], let name = path.last else { return nil }
    switch declaration.definition {
    case .record(let record): return .record(self.record(record, declaration, name: name, path: path))
    case .enumeration(let enumeration):
      return .enumeration(self.enumeration(enumeration, declaration, name: name, path: path))
    case .union(let union): return .union(self.union(union, declaration, name: name, path: path))
    case .multipart(let form):
      return .multipart(self.multipart(form, declaration, name: name, path: path))
    case .alias(let value): return alias(value, declaration, name: name)
    }
  }

  mutating func nested(in path: [String]) -> [ModelDeclaration] {
    var result: [ModelDeclaration] = []
    for id in context.children[path] ?? [] {
      if let declaration = declaration(id) { result.append(declaration) }
    }
    return result
  }

  func documentation(of declaration: TypeDeclaration, fallback: String) -> [String] {
    let lines = context.documentation.lines(declaration.description ?? declaration.title)
    let note = declaration.isDeprecated ? ["> Warning: The API has deprecated this type."] : []
    return context.documentation.joined([lines.isEmpty ? [fallback] : lines, note])
  }

  // MARK: - Records

  private mutating func record(
    _ record: Record,
    _ declaration: TypeDeclaration,
    name: String,
    path: [String]
  ) -> RecordDeclaration {
    var scope = NameScope(reserved: ReservedNames.members)
    let pinned = record.properties.map { override(of: $0.name, in: declaration, path: path) }
    for name in pinned.compactMap({ $0 }) { scope.pin(name) }
    var properties: [PropertyDeclaration] = []
    for (position, property) in record.properties.enumerated() {
      let base = context.style.memberName(record.isTuple ? elementName(of: property) : property.name)
      let name =
        pinned[position] ?? scope.claim(base, base + (ReservedNames.members.contains(base) ? "Field" : ""))
      properties.append(self.property(property, name: name, in: declaration, path: path))
    }
    for position in properties.indices
    where context.sizes.boxed.contains(InlineSizes.Part(owner: declaration.id, position: position)) {
      let name = properties[position].name
      properties[position].boxName = scope.claim("boxed" + name.prefix(1).uppercased() + name.dropFirst())
    }
    if context.options.deprecations == .attributes {
      for position in properties.indices where properties[position].isDeprecated {
        let name = properties[position].name
        properties[position].storageName = scope.claim(
          "deprecated" + name.prefix(1).uppercased() + name.dropFirst()
        )
      }
    }
    let additional = record.additionalProperties.map { value in
      AdditionalPropertiesDeclaration(
        name: scope.claim("additionalProperties", "otherProperties"),
        elementType: context.catalog.optionalText(value, in: path)
      )
    }
    let nullable = declaration.usage == [.response] ? nullableMembers(of: record, properties) : []
    let checked = checks(of: record, properties, additional, declaration)
    return RecordDeclaration(
      origin: declaration.origin,
      name: name,
      documentation: documentation(of: declaration, fallback: "The object that the API calls `\(name)`."),
      isDeprecated: declaration.isDeprecated,
      conformances: conformances(for: properties),
      elementCount: record.isTuple ? record.properties.count { Int($0.name) != nil } : nil,
      isMutable: declaration.usage != [.response],
      properties: properties,
      additionalProperties: additional,
      refusesOtherMembers: record.isClosed && declaration.usage.contains(.request),
      nulls: nullable.isEmpty
        ? nil : NullsDeclaration(name: scope.claim("nulls", "nullMembers"), members: nullable),
      checks: checked.checks,
      rules: checked.rules,
      nested: nested(in: path)
    )
  }

  /// What an element of a tuple is called: its title, or its position counted from 1.
  private func elementName(of element: RecordProperty) -> String {
    guard let position = Int(element.name) else { return element.name }
    return element.schema.title ?? "element \(position + 1)"
  }

  private func conformances(for properties: [PropertyDeclaration]) -> [String] {
    context.options.conformances.compactMap { name in
      guard name == "Identifiable" else { return name.split(separator: ".").last.map(String.init) }
      return properties.contains { $0.name == "id" && $0.coding.presence == .required } ? name : nil
    }
  }

  private func property(
    _ property: RecordProperty,
    name: String,
    in declaration: TypeDeclaration,
    path: [String]
  ) -> PropertyDeclaration {
    let catalog = context.catalog
    let isNullable = catalog.underlying(property.value).isNullable
    let isSent = declaration.usage != [.response]
    let isReceived = declaration.usage != [.request]
    // One type serves both directions, so a member that only one side sets is optional where it is read.
    let isOneWay = (property.isReadOnly && isSent) || (property.isWriteOnly && isReceived)
    let presence: PropertyDeclaration.Coding.Presence =
      switch (property.isRequired && !isOneWay, isNullable) {
      case (true, false): .required
      case (true, true): .nullable
      case (false, true) where isSent && !isBareAny(property.value): .threeValued
      case (false, _): .optional
      }
    let type = catalog.text(property.value, in: path)
    let coding = PropertyDeclaration.Coding(
      kind: codingKind(of: property.value),
      presence: presence,
      type: type
    )
    let declared =
      switch presence {
      case .required: type
      case .optional, .nullable: type + "?"
      case .threeValued: "Nullable<\(type)>?"
      }
    let isDemanded = property.isDemanded(of: declaration.usage)
    return PropertyDeclaration(
      origins: property.origins,
      name: name,
      wireName: property.name,
      type: declared,
      coding: coding,
      boxName: nil,
      storageName: nil,
      hasDefault: (presence == .optional || presence == .threeValued) && !isDemanded,
      isDemanded: isDemanded,
      isDeprecated: property.isDeprecated,
      documentation: propertyDocumentation(property)
    )
  }

  /// The members whose property does not tell null from absence.
  private func nullableMembers(of record: Record, _ properties: [PropertyDeclaration]) -> [String] {
    zip(record.properties, properties).compactMap { property, declared in
      let isNullable = context.catalog.underlying(property.value).isNullable
      return isNullable && declared.coding.presence == .optional && !isBareAny(property.value)
        ? property.name : nil
    }
  }

  /// A free JSON value can be `null` by itself.
  private func isBareAny(_ value: ValueType) -> Bool {
    context.catalog.underlying(value).shape == .any
  }

  private func propertyDocumentation(_ property: RecordProperty) -> [String] {
    let text = context.documentation.lines(
      property.description ?? property.schema.title ?? description(of: property.value)
    )
    let summary = text.isEmpty ? ["The member `\(SwiftLiteral.comment(property.name))`."] : text
    var notes: [String] = []
    if property.isReadOnly { notes.append("- Set by the server; a request leaves it out.") }
    if property.isWriteOnly { notes.append("- Only sent; a response leaves it out.") }
    if property.isDeprecated, context.options.deprecations == .comments { notes.append("- Deprecated.") }
    return context.documentation.joined([
      summary, notes + context.documentation.notes(on: property.schema),
    ])
  }

  /// What the description says of a type with a name of its own.
  private func description(of value: ValueType) -> String? {
    guard case .declared(let id) = value.shape, case .named = context.api[id].context else { return nil }
    return context.api[id].description
  }

  private func codingKind(of value: ValueType) -> PropertyDeclaration.Coding.Kind {
    guard case .scalar(let scalar) = context.catalog.underlying(value).shape else { return .value }
    guard let type = context.catalog.scalars.type(of: scalar) else { return .boolean }
    switch type {
    case .string: return .string
    case .integer: return .integer
    case .number: return .number
    case .dateTime: return .date
    default: return .value
    }
  }

  private mutating func override(of name: String, in declaration: TypeDeclaration, path: [String]) -> String?
  {
    var keys = [path.joined(separator: ".") + "." + name]
    if case .named(let schema) = declaration.context { keys.append(schema + "." + name) }
    for key in keys {
      guard let override = context.options.names.properties[key] else { continue }
      usedOverrides.insert("names.properties." + key)
      return override
    }
    return nil
  }
}
