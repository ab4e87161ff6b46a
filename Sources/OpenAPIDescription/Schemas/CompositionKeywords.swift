/// The keywords that apply several schemas to one value (JSON Schema Core 2020-12 §10.2).
struct CompositionKeywords: Sendable {
  var allOf: [Schema] = []
  var oneOf: [Schema] = []
  var anyOf: [Schema] = []
  var not: Schema?
  var ifSchema: Schema?
  var thenSchema: Schema?
  var elseSchema: Schema?
  var discriminator: Discriminator?
}

extension Schema {
  public var allOf: [Schema] { composition?.value.allOf ?? [] }
  public var oneOf: [Schema] { composition?.value.oneOf ?? [] }
  public var anyOf: [Schema] { composition?.value.anyOf ?? [] }
  public var not: Schema? { composition?.value.not }
  public var ifSchema: Schema? { composition?.value.ifSchema }
  public var thenSchema: Schema? { composition?.value.thenSchema }
  public var elseSchema: Schema? { composition?.value.elseSchema }
  public var discriminator: Discriminator? { composition?.value.discriminator }
}
