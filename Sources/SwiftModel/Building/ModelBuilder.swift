import APIModel
import OpenAPIDescription
import SourceDocuments

/// Builds the declarations of types.
struct ModelBuilder {
  let context: BuildContext
  private(set) var usedOverrides: Set<String> = []

  init(_ context: BuildContext) {
    self.context = context
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
    case .alias(let value): return alias(value, declaration, name: name)
    }
  }

  private mutating func nested(in path: [String]) -> [ModelDeclaration] {
    var result: [ModelDeclaration] = []
    for id in context.children[path] ?? [] {
      if let declaration = declaration(id) { result.append(declaration) }
    }
    return result
  }

  private func documentation(of declaration: TypeDeclaration, fallback: String) -> [String] {
    let lines = context.documentation.lines(declaration.description ?? declaration.title)
    return lines.isEmpty ? [fallback] : lines
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
      let base = context.style.memberName(property.name)
      let name =
        pinned[position] ?? scope.claim(base, base + (ReservedNames.members.contains(base) ? "Field" : ""))
      properties.append(self.property(property, name: name, in: declaration, path: path))
    }
    for position in properties.indices
    where context.sizes.boxed.contains(InlineSizes.Part(owner: declaration.id, position: position)) {
      let name = properties[position].name
      properties[position].boxName = scope.claim("boxed" + name.prefix(1).uppercased() + name.dropFirst())
    }
    let additional = record.additionalProperties.map { value in
      AdditionalPropertiesDeclaration(
        name: scope.claim("additionalProperties", "otherProperties"),
        elementType: context.catalog.optionalText(value, in: path)
      )
    }
    return RecordDeclaration(
      name: name,
      documentation: documentation(of: declaration, fallback: "The object that the API calls `\(name)`."),
      isDeprecated: declaration.isDeprecated,
      conformances: conformances(for: properties),
      isMutable: declaration.usage != [.response],
      properties: properties,
      additionalProperties: additional,
      nested: nested(in: path)
    )
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
    let presence: PropertyDeclaration.Coding.Presence =
      switch (property.isRequired, isNullable) {
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
    return PropertyDeclaration(
      name: name,
      wireName: property.name,
      type: declared,
      coding: coding,
      boxName: nil,
      hasDefault: presence == .optional || presence == .threeValued,
      isDeprecated: property.isDeprecated,
      documentation: propertyDocumentation(property)
    )
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
    return context.documentation.joined([summary, context.documentation.notes(on: property.schema)])
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

  // MARK: - Enumerations

  private mutating func enumeration(
    _ enumeration: Enumeration,
    _ declaration: TypeDeclaration,
    name: String,
    path: [String]
  ) -> EnumerationDeclaration {
    var scope = NameScope(reserved: ReservedNames.cases)
    let pinned = enumeration.values.map { caseOverride(of: $0.text, in: declaration, path: path) }
    for name in pinned.compactMap({ $0 }) { scope.pin(name) }
    let cases = enumeration.values.enumerated().map { position, value in
      let base = context.style.caseName(value.name ?? value.text)
      return EnumerationDeclaration.CaseDeclaration(
        name: pinned[position]
          ?? scope.claim(base, base + (ReservedNames.cases.contains(base) ? "Value" : "")),
        rawValue: value.text,
        documentation: context.documentation.lines(value.description)
      )
    }
    return EnumerationDeclaration(
      name: name,
      documentation: documentation(of: declaration, fallback: "The values that the API calls `\(name)`."),
      isDeprecated: declaration.isDeprecated,
      rawType: enumeration.base == .string ? .string : .integer,
      isOpen: enumeration.isOpen || declaration.usage != [.request],
      cases: cases
    )
  }

  private mutating func caseOverride(
    of value: String,
    in declaration: TypeDeclaration,
    path: [String]
  ) -> String? {
    var keys = [path.joined(separator: ".") + "." + value]
    if case .named(let schema) = declaration.context { keys.append(schema + "." + value) }
    for key in keys {
      guard let override = context.options.names.enumerationCases[key] else { continue }
      usedOverrides.insert("names.enumerationCases." + key)
      return override
    }
    return nil
  }

  // MARK: - Unions and aliases

  private mutating func union(
    _ union: Union,
    _ declaration: TypeDeclaration,
    name: String,
    path: [String]
  ) -> UnionDeclaration {
    var scope = NameScope(reserved: ReservedNames.cases)
    let members = union.members.enumerated().map { position, member in
      UnionDeclaration.MemberDeclaration(
        name: scope.claim(caseName(of: member)),
        type: context.catalog.text(member.value, in: path),
        isIndirect: context.sizes.boxed.contains(InlineSizes.Part(owner: declaration.id, position: position)),
        discriminatorValues: member.discriminatorValues,
        test: test(member.test)
      )
    }
    return UnionDeclaration(
      name: name,
      documentation: documentation(of: declaration, fallback: "One of several shapes of a value."),
      isDeprecated: declaration.isDeprecated,
      discriminator: union.discriminator,
      members: union.discriminator == nil ? members.sorted(by: isMoreSpecific) : members,
      nested: nested(in: path)
    )
  }

  private func caseName(of member: UnionMember) -> [String] {
    let base: String
    switch member.value.shape {
    case .any: base = "any"
    case .list: base = "array"
    case .map: base = "object"
    case .scalar(let scalar):
      let type = context.catalog.scalars.type(of: scalar)
      base =
        type == .string || type == nil ? scalar.kind.rawValue : context.style.caseName(type?.rawValue ?? "")
    case .declared(let id):
      base = context.catalog.paths[id]?.last.map(context.style.caseName) ?? caseBase(ofAlias: member.value)
    }
    return [base, base + "Value"]
  }

  private func caseBase(ofAlias value: ValueType) -> String {
    switch context.catalog.underlying(value).shape {
    case .list: "array"
    case .map: "object"
    case .scalar(let scalar): scalar.kind.rawValue
    case .any, .declared: "any"
    }
  }

  private func test(_ test: UnionTest) -> UnionDeclaration.Test {
    switch test {
    case .string: .string
    case .integer: .integer
    case .number: .number
    case .boolean: .boolean
    case .array: .array
    case .any: .any
    case .object(let required, let constants):
      .object(required: required, constants: constants.map { ($0.name, $0.values) })
    }
  }

  /// Members that demand more are tried first, since one that demands nothing accepts every object.
  private func isMoreSpecific(
    _ first: UnionDeclaration.MemberDeclaration,
    _ second: UnionDeclaration.MemberDeclaration
  ) -> Bool {
    first.test.weight > second.test.weight
  }

  private func alias(_ value: ValueType, _ declaration: TypeDeclaration, name: String) -> ModelDeclaration {
    let underlying = context.catalog.underlying(value)
    let direct = underlying.shape == .any ? "JSONValue" : context.catalog.text(value, in: [])
    return .alias(
      AliasDeclaration(
        name: name,
        documentation: context.documentation.joined([
          documentation(of: declaration, fallback: "The value that the API calls `\(name)`."),
          context.documentation.notes(on: declaration.schema),
        ]),
        type: direct
      )
    )
  }
}

extension UnionDeclaration.Test {
  /// How much a value has to be like to be taken for the member.
  fileprivate var weight: Int {
    switch self {
    case .object(let required, let constants): 2 + required.count + constants.count * 100
    case .integer: 2
    case .string, .number, .boolean, .array: 1
    case .any: 0
    }
  }
}
