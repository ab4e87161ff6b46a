import APIModel

extension ModelBuilder {
  /// The checks of a record's values, and the schema for what they do not cover.
  func checks(
    of record: Record,
    _ properties: [PropertyDeclaration],
    _ additional: AdditionalPropertiesDeclaration?,
    _ declaration: TypeDeclaration
  ) -> (checks: [CheckDeclaration], rules: String?) {
    guard context.validated.contains(declaration.id) else { return ([], nil) }
    let reader = context.api.constraints
    let builder = CheckBuilder(catalog: context.catalog, validated: context.validated)
    var checks: [CheckDeclaration] = []
    var rules: [(name: String, value: ExampleValue)] = []
    for (property, declared) in zip(record.properties, properties) {
      let result = builder.checks(
        of: property.value,
        reader.constraints(on: property.value, by: property.mentions),
        subject: declared.storageExpression,
        unwrapping: declared.coding.presence.unwrapping,
        wireName: property.name
      )
      if declared.isDemanded {
        checks.append(
          CheckDeclaration(
            method: "present",
            subject: declared.storageExpression,
            access: " != nil",
            wireName: property.name,
            arguments: []
          )
        )
      }
      checks += result.checks
      if let value = result.rules { rules.append((property.name, value)) }
    }
    if let additional, let value = record.additionalProperties {
      checks +=
        builder.checks(
          of: ValueType(.map(value)),
          Constraints(),
          subject: additional.name,
          unwrapping: "",
          wireName: ""
        ).checks
    }
    var members: [(name: String, value: ExampleValue)] = []
    if case .object(let own) = reader.constraints(onValuesOf: declaration).json() { members = own }
    if record.isTuple {
      let elements = record.properties.prefix { Int($0.name) != nil }.map { element in
        rules.first { $0.name == element.name }?.value ?? .boolean(true)
      }
      if !rules.isEmpty { members.append(("prefixItems", .array(elements))) }
    } else if !rules.isEmpty {
      members.append(("properties", .object(rules)))
    }
    return (checks, members.isEmpty ? nil : ExampleValue.object(members).jsonText(indentation: 2, width: 90))
  }

  /// The checks of a part, or of all parts of its name. Of files, only their number is known.
  func checks(of part: MultipartPart, name: String) -> [CheckDeclaration] {
    var constraints = context.api.constraints.constraints(on: part.memberType, by: part.mentions)
    if part.content == .file {
      var counts = Constraints()
      counts.minItems = constraints.minItems
      counts.maxItems = constraints.maxItems
      constraints = counts
    }
    if part.isRepeated == false, case .file = part.content { return [] }
    let result = CheckBuilder(catalog: context.catalog, validated: context.validated).checks(
      of: part.content == .file ? ValueType(.list(.any)) : part.memberType,
      constraints,
      subject: name,
      unwrapping: part.isRequired ? "" : "?",
      wireName: part.name
    )
    return result.checks
      + (result.rules.map { [CheckDeclaration(json: name, wireName: part.name, $0)] } ?? [])
  }

  /// The checks of a union's members, by position, and the schema for what is demanded of all of them.
  func checks(
    of union: Union,
    _ declaration: TypeDeclaration
  ) -> (members: [[CheckDeclaration]], rules: String?) {
    guard context.validated.contains(declaration.id) else { return (union.members.map { _ in [] }, nil) }
    let reader = context.api.constraints
    let builder = CheckBuilder(catalog: context.catalog, validated: context.validated)
    let members = union.members.map { member in
      let result = builder.checks(
        of: member.value,
        reader.constraints(on: member, of: declaration),
        subject: "value",
        unwrapping: "",
        wireName: ""
      )
      return result.checks + (result.rules.map { [CheckDeclaration(json: "value", $0)] } ?? [])
    }
    guard case .object(let own) = reader.constraints(onValuesOf: declaration).json(), !own.isEmpty else {
      return (members, nil)
    }
    return (members, ExampleValue.object(own).jsonText(indentation: 2, width: 90))
  }
}

extension CheckDeclaration {
  /// A check of a value's JSON against a schema.
  init(json subject: String, wireName: String = "", _ rules: ExampleValue) {
    self.init(
      method: "json",
      subject: subject,
      access: "",
      wireName: wireName,
      arguments: [],
      rules: rules.jsonText(indentation: 2, width: 90)
    )
  }
}

extension PropertyDeclaration.Coding.Presence {
  /// What follows a property to come to a member of its value.
  var unwrapping: String {
    switch self {
    case .required: ""
    case .optional, .nullable: "?"
    case .threeValued: "?.value?"
    }
  }
}
