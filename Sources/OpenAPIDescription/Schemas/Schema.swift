public import SourceDocuments

/// A schema: what values may stand in one place (OpenAPI 3.1.1 §4.8.24, JSON Schema 2020-12).
///
/// A schema owns those written inside it; one that it refers to is found through the `SchemaStore`, so
/// recursion goes through references only. Keywords that few schemas use are kept in boxes of their kind,
/// which keeps a description with a hundred thousand schemas small.
public final class Schema: Sendable {
  public let origin: SourceNode
  /// Set when the schema is `true` (anything) or `false` (nothing).
  public let boolean: Bool?
  public let reference: SchemaReference?
  /// The types allowed; empty allows any. `nullable: true` of OpenAPI 3.0 appears as `null` among them.
  public let types: [JSONType]
  public let format: String?
  public let title: String?
  public let description: String?
  public let isDeprecated: Bool
  public let isReadOnly: Bool
  public let isWriteOnly: Bool
  public let enumeration: [SourceNode]?
  public let constant: SourceNode?
  public let defaultValue: SourceNode?
  /// The values of `example` and `examples`.
  public let examples: [SourceNode]
  public let properties: [Property]
  public let required: [String]
  /// Nil when absent, which allows any.
  public let additionalProperties: Schema?
  public let items: Schema?
  /// Schemas under `$defs`.
  public let definitions: [NamedSchema]
  public let extensions: [SpecificationExtension]

  let object: Box<ObjectKeywords>?
  let array: Box<ArrayKeywords>?
  let text: Box<StringKeywords>?
  let number: Box<NumberKeywords>?
  let composition: Box<CompositionKeywords>?

  init(
    origin: SourceNode,
    boolean: Bool? = nil,
    reference: SchemaReference? = nil,
    keywords: SchemaKeywords = SchemaKeywords()
  ) {
    self.origin = origin
    self.boolean = boolean
    self.reference = reference
    types = keywords.types
    format = keywords.format
    title = keywords.title
    description = keywords.description
    isDeprecated = keywords.isDeprecated
    isReadOnly = keywords.isReadOnly
    isWriteOnly = keywords.isWriteOnly
    enumeration = keywords.enumeration
    constant = keywords.constant
    defaultValue = keywords.defaultValue
    examples = keywords.examples
    properties = keywords.properties
    required = keywords.required
    additionalProperties = keywords.additionalProperties
    items = keywords.items
    definitions = keywords.definitions
    extensions = keywords.extensions
    object = keywords.object.map(Box.init)
    array = keywords.array.map(Box.init)
    text = keywords.text.map(Box.init)
    number = keywords.number.map(Box.init)
    composition = keywords.composition.map(Box.init)
  }
}

extension Schema {
  /// What a value is called in XML, where the description says so (OpenAPI 3.1.1 §4.8.26).
  public var xmlName: String? { origin["xml"]?["name"]?.string }
}

extension Schema: Hashable {
  /// Schemas are compared by identity: two that read the same may stand in different places.
  public static func == (left: Schema, right: Schema) -> Bool {
    left === right
  }

  public func hash(into hasher: inout Hasher) {
    hasher.combine(ObjectIdentifier(self))
  }
}
