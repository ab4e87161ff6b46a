/// The less usual keywords for objects (JSON Schema Validation 2020-12 §6.5, Core §10.3.2 and §11.3).
struct ObjectKeywords: Sendable {
  var patternProperties: [Property] = []
  var propertyNames: Schema?
  var unevaluatedProperties: Schema?
  var minProperties: Int?
  var maxProperties: Int?
  var dependentRequired: [DependentRequired] = []
  var dependentSchemas: [Property] = []
}

extension Schema {
  /// Schemas for the properties whose names match a pattern.
  public var patternProperties: [Property] { object?.value.patternProperties ?? [] }
  public var propertyNames: Schema? { object?.value.propertyNames }
  public var unevaluatedProperties: Schema? { object?.value.unevaluatedProperties }
  public var minProperties: Int? { object?.value.minProperties }
  public var maxProperties: Int? { object?.value.maxProperties }
  public var dependentRequired: [DependentRequired] { object?.value.dependentRequired ?? [] }
  /// Schemas that hold for objects with a property (JSON Schema Core 2020-12 §10.2.2.4).
  public var dependentSchemas: [Property] { object?.value.dependentSchemas ?? [] }
}
