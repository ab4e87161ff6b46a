import APIModel
import OpenAPIDescription

extension ModelBuilder {
  mutating func union(
    _ union: Union,
    _ declaration: TypeDeclaration,
    name: String,
    path: [String]
  ) -> UnionDeclaration {
    var scope = NameScope(reserved: ReservedNames.cases)
    let checked = checks(of: union, declaration)
    let members = union.members.enumerated().map { position, member in
      UnionDeclaration.MemberDeclaration(
        origins: [member.schema.origin] + member.value.declared.map { context.api[$0].origin },
        name: scope.claim(caseName(of: member)),
        type: context.catalog.text(member.value, in: path),
        isIndirect: context.sizes.boxed.contains(InlineSizes.Part(owner: declaration.id, position: position)),
        discriminatorValues: member.discriminatorValues,
        test: test(member.test),
        checks: checked.members[position]
      )
    }
    return UnionDeclaration(
      origin: declaration.origin,
      name: name,
      documentation: documentation(of: declaration, fallback: "One of several shapes of a value."),
      isDeprecated: declaration.isDeprecated,
      discriminator: union.discriminator,
      defaultMember: union.defaultMember.map { members[$0] },
      isOverlapping: union.isOverlapping,
      members: union.discriminator == nil ? members.sorted(by: isMoreSpecific) : members,
      rules: checked.rules,
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

  func alias(_ value: ValueType, _ declaration: TypeDeclaration, name: String) -> ModelDeclaration {
    let underlying = context.catalog.underlying(value)
    let direct = underlying.shape == .any ? "JSONValue" : context.catalog.text(value, in: [])
    return .alias(
      AliasDeclaration(
        origin: declaration.origin,
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
