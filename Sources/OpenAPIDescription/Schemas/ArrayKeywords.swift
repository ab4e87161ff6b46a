/// The keywords for arrays besides `items` (JSON Schema Validation 2020-12 §6.4, Core §10.3.1 and §11.2).
struct ArrayKeywords: Sendable {
  var prefixItems: [Schema] = []
  var contains: Schema?
  var minContains: Int?
  var maxContains: Int?
  var unevaluatedItems: Schema?
  var minItems: Int?
  var maxItems: Int?
  var uniqueItems = false
}

extension Schema {
  /// The schemas of the first elements, by position.
  public var prefixItems: [Schema] { array?.value.prefixItems ?? [] }
  public var contains: Schema? { array?.value.contains }
  public var minContains: Int? { array?.value.minContains }
  public var maxContains: Int? { array?.value.maxContains }
  public var unevaluatedItems: Schema? { array?.value.unevaluatedItems }
  public var minItems: Int? { array?.value.minItems }
  public var maxItems: Int? { array?.value.maxItems }
  public var uniqueItems: Bool { array?.value.uniqueItems ?? false }
}
