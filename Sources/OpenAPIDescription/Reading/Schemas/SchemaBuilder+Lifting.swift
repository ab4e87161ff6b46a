import SourceDocuments

extension SchemaBuilder {
  /// The schema, lifted to the form of OpenAPI 3.1.
  func finish() -> Schema {
    var builder = self
    builder.liftExclusiveBounds()
    builder.keywords.format = keywords.format ?? meantFormat
    return builder.isNullable ? builder.liftNullable() : builder.schema(reference, builder.keywords)
  }

  private func schema(_ reference: SchemaReference?, _ keywords: SchemaKeywords) -> Schema {
    Schema(origin: node, reference: reference, keywords: keywords)
  }

  private mutating func liftExclusiveBounds() {
    if excludesMinimum, let minimum = keywords.number?.minimum {
      keywords.number?.exclusiveMinimum = minimum
      keywords.number?.minimum = nil
    }
    if excludesMaximum, let maximum = keywords.number?.maximum {
      keywords.number?.exclusiveMaximum = maximum
      keywords.number?.maximum = nil
    }
  }

  /// Says `nullable: true` in the words of JSON Schema.
  ///
  /// OpenAPI 3.0.3 gives it a meaning beside `type` only. It is written beside `$ref` and `allOf` as well,
  /// and always means that null is allowed; there the schema becomes one of two alternatives.
  private func liftNullable() -> Schema {
    var outer = keywords
    if !outer.types.isEmpty {
      outer.types = addingNull(to: outer.types)
      return schema(reference, outer)
    }
    if reference == nil, var composition = outer.composition {
      if composition.allOf.isEmpty, composition.oneOf.isEmpty != composition.anyOf.isEmpty {
        if composition.oneOf.isEmpty {
          composition.anyOf = addingNull(to: composition.anyOf)
        } else {
          composition.oneOf = addingNull(to: composition.oneOf)
        }
        outer.composition = composition
        return schema(nil, outer)
      }
    }
    if reference != nil || outer.composition?.allOf.isEmpty == false {
      return alternativeToNull()
    }
    outer.types = impliedType().map { [$0, .null] } ?? []
    return schema(nil, outer)
  }

  /// Null or what the schema says, with its annotations around both.
  private func alternativeToNull() -> Schema {
    var outer = SchemaKeywords()
    var inner = keywords
    (outer.title, inner.title) = (inner.title, nil)
    (outer.description, inner.description) = (inner.description, nil)
    (outer.isDeprecated, inner.isDeprecated) = (inner.isDeprecated, false)
    (outer.isReadOnly, inner.isReadOnly) = (inner.isReadOnly, false)
    (outer.isWriteOnly, inner.isWriteOnly) = (inner.isWriteOnly, false)
    (outer.defaultValue, inner.defaultValue) = (inner.defaultValue, nil)
    (outer.examples, inner.examples) = (inner.examples, [])
    (outer.extensions, inner.extensions) = (inner.extensions, [])
    var composition = CompositionKeywords()
    composition.anyOf = [schema(reference, inner), null]
    outer.composition = composition
    return schema(nil, outer)
  }

  private func addingNull(to alternatives: [Schema]) -> [Schema] {
    let allowsNull = alternatives.contains { $0.types == [.null] }
    return allowsNull ? alternatives : alternatives + [null]
  }

  private var null: Schema {
    var keywords = SchemaKeywords()
    keywords.types = [.null]
    return schema(nil, keywords)
  }

  /// The type that the other keywords speak of, when they speak of one only.
  private func impliedType() -> JSONType? {
    if !keywords.properties.isEmpty || keywords.additionalProperties != nil { return .object }
    if keywords.items != nil { return .array }
    let kinds = Set((keywords.enumeration ?? []).map(\.kind)).subtracting([.null])
    switch kinds.count == 1 ? kinds.first : nil {
    case .string?: return .string
    case .boolean?: return .boolean
    case .number?: return .number
    default: return nil
    }
  }
}
