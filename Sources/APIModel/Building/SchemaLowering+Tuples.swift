import OpenAPIDescription

extension SchemaLowering {
  /// A list whose elements have types of their own by position (JSON Schema Core 2020-12 §10.3.1.1).
  ///
  /// Only the elements up to `minItems` have to be there; what stands behind those described is kept as it is, unless the
  /// description forbids it.
  func tupleDefinition(of schema: Schema, id: TypeID) -> TypeDeclaration.Definition {
    var properties = schema.prefixItems.enumerated().map { position, item in
      property(String(position), of: item, id: id, isRequired: position < schema.minItems ?? 0)
    }
    let rest = schema.items ?? schema.unevaluatedItems
    let mayHaveRest = rest?.boolean != false && schema.maxItems.map { $0 > properties.count } ?? true
    if mayHaveRest {
      let element = rest.map { type(of: $0, context: .property(of: id, name: "rest")) } ?? .any
      properties.append(
        RecordProperty(
          name: "rest",
          value: ValueType(.list(element)),
          isRequired: false,
          schema: schema,
          mentions: [],
          description: "The elements behind those described.",
          isDeprecated: false,
          isReadOnly: false,
          isWriteOnly: false,
          origins: []
        )
      )
    }
    return .record(Record(properties: properties, additionalProperties: nil, isTuple: true))
  }

  private func property(_ name: String, of item: Schema, id: TypeID, isRequired: Bool) -> RecordProperty {
    let position = (Int(name) ?? 0) + 1
    return RecordProperty(
      name: name,
      value: type(of: item, context: .property(of: id, name: item.title ?? "element \(position)")),
      isRequired: isRequired,
      schema: item,
      mentions: [item],
      description: item.description ?? item.title,
      isDeprecated: item.isDeprecated,
      isReadOnly: false,
      isWriteOnly: false,
      origins: [item.origin]
    )
  }
}
