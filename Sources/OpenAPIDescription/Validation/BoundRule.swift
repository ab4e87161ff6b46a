import SourceDocuments

/// Bounds must leave room for a value (JSON Schema Validation 2020-12 §6.2 to §6.5).
struct BoundRule {
  static func check(_ schema: Schema, _ diagnostics: inout Diagnostics) {
    if let text = schema.text?.value {
      check(schema, text.minLength, text.maxLength, ("minLength", "maxLength"), &diagnostics)
    }
    if let array = schema.array?.value {
      check(schema, array.minItems, array.maxItems, ("minItems", "maxItems"), &diagnostics)
    }
    if let object = schema.object?.value {
      let names = ("minProperties", "maxProperties")
      check(schema, object.minProperties, object.maxProperties, names, &diagnostics)
    }
    if let number = schema.number?.value { check(schema, number, &diagnostics) }
  }

  private static func check(
    _ schema: Schema,
    _ least: Int?,
    _ most: Int?,
    _ names: (String, String),
    _ diagnostics: inout Diagnostics
  ) {
    guard let least, let most, least > most else { return }
    diagnostics.append(.contradiction(schema, names.0, "\(least)", names.1, "\(most)"))
  }

  private static func check(_ schema: Schema, _ number: NumberKeywords, _ diagnostics: inout Diagnostics) {
    let lower = [("minimum", number.minimum, false), ("exclusiveMinimum", number.exclusiveMinimum, true)]
    let upper = [("maximum", number.maximum, false), ("exclusiveMaximum", number.exclusiveMaximum, true)]
    for (lowerName, least, lowerExcludes) in lower {
      for (upperName, most, upperExcludes) in upper {
        guard let least, let most else { continue }
        let leavesRoom = lowerExcludes || upperExcludes ? least.isLess(than: most) : !most.isLess(than: least)
        guard !leavesRoom else { continue }
        diagnostics.append(.contradiction(schema, lowerName, least.text, upperName, most.text))
      }
    }
    if let divisor = number.multipleOf, !(divisor.double > 0) {
      diagnostics.append(.impossibleDivisor(schema, divisor))
    }
  }
}

extension Diagnostic {
  fileprivate static func contradiction(
    _ schema: Schema,
    _ lower: String,
    _ least: String,
    _ upper: String,
    _ most: String
  ) -> Diagnostic {
    .warning(
      "contradictory-bounds",
      "no value is allowed: \(lower) is \(least) and \(upper) is \(most)",
      at: schema.origin[lower] ?? schema.origin
    )
  }

  fileprivate static func impossibleDivisor(_ schema: Schema, _ divisor: SourceNumber) -> Diagnostic {
    .warning(
      "invalid-bound",
      "multipleOf must be greater than zero, not \(divisor.text)",
      at: schema.origin["multipleOf"] ?? schema.origin
    )
  }
}
