public import SourceDocuments

/// The keywords for numbers (JSON Schema Validation 2020-12 §6.2).
struct NumberKeywords: Sendable {
  var minimum: SourceNumber?
  var maximum: SourceNumber?
  var exclusiveMinimum: SourceNumber?
  var exclusiveMaximum: SourceNumber?
  var multipleOf: SourceNumber?
}

extension Schema {
  public var minimum: SourceNumber? { number?.value.minimum }
  public var maximum: SourceNumber? { number?.value.maximum }
  /// The bound itself; the boolean of OpenAPI 3.0 has been replaced by the bound it belonged to.
  public var exclusiveMinimum: SourceNumber? { number?.value.exclusiveMinimum }
  /// The bound itself; the boolean of OpenAPI 3.0 has been replaced by the bound it belonged to.
  public var exclusiveMaximum: SourceNumber? { number?.value.exclusiveMaximum }
  public var multipleOf: SourceNumber? { number?.value.multipleOf }
}
