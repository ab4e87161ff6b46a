import SourceDocuments

/// The keywords of a schema while it is being read.
struct SchemaKeywords {
  var types: [JSONType] = []
  var format: String?
  var title: String?
  var description: String?
  var isDeprecated = false
  var isReadOnly = false
  var isWriteOnly = false
  var enumeration: [SourceNode]?
  var constant: SourceNode?
  var defaultValue: SourceNode?
  var examples: [SourceNode] = []
  var properties: [Property] = []
  var required: [String] = []
  var additionalProperties: Schema?
  var items: Schema?
  var definitions: [NamedSchema] = []
  var extensions: [SpecificationExtension] = []

  var object: ObjectKeywords?
  var array: ArrayKeywords?
  var text: StringKeywords?
  var number: NumberKeywords?
  var composition: CompositionKeywords?
}
