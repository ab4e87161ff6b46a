import SourceDocuments

/// What a parameter, a field of a form or a header of OpenAPI 2.0 holds. Such an object has no `schema`; the
/// keywords of one stand among its own fields.
struct SwaggerValue {
  var schema: Schema?
  /// Nil for what is no list.
  var collectionFormat: CollectionFormat?

  /// - Parameters:
  ///   - isQuery: Whether lists may have the formats of queries and forms.
  ///   - isDescribed: Whether the object's description is that of its schema, because nothing else is left of
  ///     the object.
  static func read(
    from reader: inout ObjectReader,
    isQuery: Bool,
    isDescribed: Bool = false
  ) -> SwaggerValue {
    let context = reader.context
    let format = CollectionFormat.read(from: &reader, isQuery: isQuery)
    reader.ignore(Self.keywords.map(\.rawValue))
    guard reader.node["type"] != nil else {
      if let schema = reader.value("schema", since: .openAPI30) {
        return SwaggerValue(schema: context.schema(at: schema))
      }
      reader.reportMissing("type", .documentation, advice: "add it; a string is assumed without it")
      return SwaggerValue()
    }
    let keywords = isDescribed ? Self.keywords.union([.description]) : Self.keywords
    let schema = context.schema(at: reader.node, only: keywords)
    let isList = schema.types.contains(.array)
    return SwaggerValue(schema: schema, collectionFormat: isList ? format : nil)
  }

  /// The keywords of the Parameter Object, the Header Object and the Items Object (OpenAPI 2.0).
  private static let keywords: Set<SchemaKeyword> = [
    .type, .format, .items, .default, .maximum, .exclusiveMaximum, .minimum, .exclusiveMinimum, .maxLength,
    .minLength, .pattern, .maxItems, .minItems, .uniqueItems, .enumeration, .multipleOf,
  ]
}

extension ReadingContext {
  /// The schema that an object is by some of its fields.
  fileprivate func schema(at node: SourceNode, only keywords: Set<SchemaKeyword>) -> Schema {
    if let schema = schemas[node] { return schema }
    for child in SchemaChildren.nodes(of: node, in: self) { _ = schema(at: child) }
    let schema = SchemaBuilder.build(node, only: keywords, in: self)
    register(schema)
    return schema
  }

  /// Makes a schema known that was not written as one.
  func register(_ schema: Schema) {
    schemas[schema.origin] = schema
    schemasInOrder.append(schema)
  }
}
