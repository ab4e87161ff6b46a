extension InterfaceBuilder {
  mutating func add(_ model: ModelDeclaration, in enclosing: [String]) {
    switch model {
    case .record(let record):
      add(record, enclosing + [record.name])
      for nested in record.nested { add(nested, in: enclosing + [record.name]) }
    case .union(let union):
      add(union, enclosing + [union.name])
      for nested in union.nested { add(nested, in: enclosing + [union.name]) }
    case .multipart(let form):
      add(form, enclosing + [form.name])
      for nested in form.nested { add(nested, in: enclosing + [form.name]) }
    case .enumeration(let enumeration):
      add(enumeration, enclosing + [enumeration.name])
    case .alias(let alias):
      add(
        InterfaceType(
          .model,
          .alias,
          enclosing + [alias.name],
          origins: [alias.origin],
          aliased: alias.type
        )
      )
    }
  }

  private mutating func add(_ record: RecordDeclaration, _ path: [String]) {
    var parameters = record.properties.map { property in
      InterfaceParameter(
        property.name,
        property.parameterType,
        defaultValue: property.hasDefault ? "nil" : nil,
        origins: property.origins
      )
    }
    var members = record.properties.map { property in
      InterfaceMember(
        .property(isSettable: record.isMutable),
        property.name,
        type: property.type,
        origins: property.origins,
        isDeprecated: property.isDeprecated && package.marksDeprecations
      )
    }
    if let additional = record.additionalProperties {
      let type = "[String: \(additional.elementType)]"
      parameters.append(
        InterfaceParameter(additional.name, type, defaultValue: "[:]", origins: [record.origin])
      )
      members.append(
        InterfaceMember(
          .property(isSettable: record.isMutable),
          additional.name,
          type: type,
          origins: [record.origin]
        )
      )
    }
    members.append(
      InterfaceMember(
        .initializer(isFailable: false),
        "init",
        parameters: parameters,
        origins: [record.origin]
      )
    )
    add(
      InterfaceType(
        .model,
        .structure,
        path,
        origins: [record.origin],
        conformances: [record.elementCount == nil ? "APIModel" : "APITuple"] + record.conformances,
        members: members
      )
    )
  }

  private mutating func add(_ form: MultipartDeclaration, _ path: [String]) {
    let properties = form.parts.map { part in
      InterfaceMember(
        .property(isSettable: true),
        part.name,
        type: part.type,
        origins: part.origins.isEmpty ? [form.origin] : part.origins
      )
    }
    let initializer = InterfaceMember(
      .initializer(isFailable: false),
      "init",
      parameters: form.parts.map { part in
        InterfaceParameter(
          part.name,
          part.type,
          defaultValue: part.defaultValue,
          origins: part.origins.isEmpty ? [form.origin] : part.origins
        )
      },
      origins: [form.origin]
    )
    add(
      InterfaceType(
        .model,
        .structure,
        path,
        origins: [form.origin],
        conformances: ["MultipartForm"],
        members: properties + [initializer]
      )
    )
  }

  private mutating func add(_ enumeration: EnumerationDeclaration, _ path: [String]) {
    let raw = enumeration.rawType.rawValue
    var members = enumeration.cases.map { value in
      InterfaceMember(.enumCase, value.name, origins: [value.origin ?? enumeration.origin])
    }
    if enumeration.isOpen {
      members.append(
        InterfaceMember(
          .enumCase,
          "unrecognized",
          parameters: [InterfaceParameter("_", raw)],
          origins: [enumeration.origin]
        )
      )
    }
    members.append(
      InterfaceMember(
        .initializer(isFailable: !enumeration.isOpen),
        "init",
        parameters: [InterfaceParameter("rawValue", raw, origins: [enumeration.origin])],
        origins: [enumeration.origin]
      )
    )
    members.append(
      InterfaceMember(.property(isSettable: false), "rawValue", type: raw, origins: [enumeration.origin])
    )
    add(
      InterfaceType(
        .model,
        .enumeration,
        path,
        origins: [enumeration.origin],
        cases: enumeration.isOpen ? .open : .exhaustive,
        members: members
      )
    )
  }

  private mutating func add(_ union: UnionDeclaration, _ path: [String]) {
    let cases = union.members.map { member in
      InterfaceMember(
        .enumCase,
        member.name,
        parameters: [InterfaceParameter("_", member.type, origins: member.origins)],
        origins: member.origins
      )
    }
    let unrecognized = InterfaceMember(
      .enumCase,
      "unrecognized",
      parameters: [InterfaceParameter("_", "JSONValue")],
      origins: [union.origin]
    )
    add(
      InterfaceType(
        .model,
        .enumeration,
        path,
        origins: [union.origin],
        cases: .open,
        members: cases + [unrecognized]
      )
    )
  }
}
