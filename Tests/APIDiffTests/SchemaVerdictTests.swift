import Testing

@testable import APIDiff

/// Verdicts on schemas, which follow from effect and direction.
struct SchemaVerdictTests {
  /// What one edit of a schema means for messages that are sent and received.
  struct Example: CustomTestStringConvertible, Sendable {
    var rule: Rule
    var base: String
    var revision: String
    var levels: String
    var testDescription: String { "\(rule.rawValue): \(base) → \(revision)" }

    init(_ rule: Rule, _ base: String, _ revision: String, _ levels: String) {
      self.rule = rule
      self.base = base
      self.revision = revision
      self.levels = levels
    }
  }

  static let examples = [
    Example(
      .propertyAdded,
      "{properties: {a: {type: string}}}",
      "{properties: {a: {type: string}, b: {type: string}}}",
      "none none none"
    ),
    Example(
      .propertyAdded,
      "{properties: {a: {type: string}}}",
      "{required: [b], properties: {a: {type: string}, b: {type: string}}}",
      "breaks breaks none"
    ),
    Example(
      .propertyRemoved,
      "{properties: {a: {}, b: {type: string}}}",
      "{properties: {a: {}}}",
      "may-break none none"
    ),
    Example(
      .propertyRemoved,
      "{properties: {a: {}, b: {type: string}}}",
      "{properties: {a: {}}, additionalProperties: false}",
      "breaks none none"
    ),
    Example(
      .propertyBecameRequired,
      "{properties: {a: {}}}",
      "{required: [a], properties: {a: {}}}",
      "breaks breaks none"
    ),
    Example(
      .propertyBecameOptional,
      "{required: [a], properties: {a: {}}}",
      "{properties: {a: {}}}",
      "breaks may-break none"
    ),
    Example(.typeChanged, "{type: string}", "{type: integer}", "breaks breaks none"),
    Example(.typeChanged, "{type: integer}", "{type: number}", "breaks may-break none"),
    Example(.becameNullable, "{type: string}", "{type: [string, 'null']}", "breaks may-break none"),
    Example(.becameNotNullable, "{type: [string, 'null']}", "{type: string}", "breaks breaks none"),
    Example(
      .enumerationValueAdded,
      "{type: string, enum: [a]}",
      "{type: string, enum: [a, b]}",
      "none may-break none"
    ),
    Example(
      .enumerationValueRemoved,
      "{type: string, enum: [a, b]}",
      "{type: string, enum: [a]}",
      "breaks none none"
    ),
    Example(.enumerationRemoved, "{type: string, enum: [a, b]}", "{type: string}", "none may-break none"),
    Example(
      .maxLengthChanged,
      "{type: string, maxLength: 5}",
      "{type: string, maxLength: 9}",
      "none may-break may-break"
    ),
    Example(
      .maxLengthChanged,
      "{type: string, maxLength: 9}",
      "{type: string, maxLength: 5}",
      "breaks none none"
    ),
    Example(
      .patternChanged,
      "{type: string, pattern: '^a'}",
      "{type: string, pattern: '^b'}",
      "may-break may-break may-break"
    ),
    Example(.formatChanged, "{type: string}", "{type: string, format: date-time}", "breaks breaks none"),
    Example(
      .formatChanged,
      "{type: integer, format: int32}",
      "{type: integer, format: int64}",
      "may-break may-break none"
    ),
    Example(.defaultChanged, "{type: string, default: a}", "{type: string, default: b}", "none none breaks"),
    Example(
      .additionalPropertiesChanged,
      "{type: object}",
      "{type: object, additionalProperties: false}",
      "may-break none none"
    ),
    Example(.notChanged, "{type: string}", "{type: string, not: {const: a}}", "breaks none none"),
    Example(.itemsChanged, "{type: array}", "{type: array, items: {type: string}}", "breaks breaks none"),
    Example(.uniqueItemsChanged, "{type: array}", "{type: array, uniqueItems: true}", "breaks none none"),
    Example(.minItemsChanged, "{type: array, minItems: 2}", "{type: array}", "none may-break may-break"),
    Example(
      .schemaDeprecationChanged,
      "{type: string}",
      "{type: string, deprecated: true}",
      "none none none"
    ),
    Example(
      .unionAdded,
      "{type: string}",
      "{oneOf: [{type: string, minLength: 1}, {type: object}]}",
      "breaks may-break none"
    ),
  ]

  @Test(arguments: examples)
  func verdicts(example: Example) throws {
    let fixture = try DiffFixture(schema: example.base, example.revision)
    #expect(try fixture.finding(example.rule).levels == example.levels)
    #expect(!fixture.rules.contains(.unhandled))
  }

  /// Writing the same in another way changes nothing.
  @Test(arguments: [
    ("{type: string}", "{allOf: [{type: string}]}"),
    ("{type: string}", "{oneOf: [{type: string}]}"),
    ("{type: string}", "{anyOf: [{$ref: '#/components/schemas/T'}]}"),
    ("{type: [string, 'null']}", "{anyOf: [{type: string}, {type: 'null'}]}"),
    ("{type: [string, integer]}", "{oneOf: [{type: string}, {type: integer}]}"),
    ("{type: string, enum: [a, b]}", "{oneOf: [{const: a, title: A}, {const: b, title: B}], type: string}"),
    ("{type: string, minLength: 0}", "{type: string}"),
    ("{type: object}", "{type: object, additionalProperties: true}"),
    ("{type: object}", "{type: object, additionalProperties: {}}"),
    (
      "{type: object, required: [a], properties: {a: {type: string}, b: {type: string}}}",
      "{allOf: [{type: object, properties: {b: {type: string}}}, {required: [a], properties: {a: {type: string}}}]}"
    ),
    ("{type: number, minimum: 5}", "{type: number, minimum: 5.0}"),
    ("{type: string, enum: [a, b]}", "{type: string, enum: [b, a]}"),
    (
      "{type: object, properties: {a: {$ref: '#/components/schemas/T'}}}",
      "{type: object, properties: {a: {type: string}}}"
    ),
    (
      "{oneOf: [{$ref: '#/components/schemas/T'}, {type: integer}]}",
      "{oneOf: [{type: integer}, {$ref: '#/components/schemas/T'}]}"
    ),
  ])
  func otherSpellings(base: String, revision: String) throws {
    let fixture = try DiffFixture(schema: base, revision, components: "T: {type: string}")
    #expect(fixture.rules == [])
  }

  @Test func theSpellingsOfNullAreOne() throws {
    let old = DiffFixture.document(schema: "{type: string, nullable: true}", version: "3.0.3")
    let new = DiffFixture.document(schema: "{type: [string, 'null']}")
    #expect(try DiffFixture(base: old, revision: new).rules == [])
  }

  @Test func whatIsReadOnlyIsNotSent() throws {
    let fixture = try DiffFixture(
      schema: "{properties: {a: {type: string, readOnly: true, maxLength: 9}}}",
      "{properties: {a: {type: string, readOnly: true, maxLength: 5}}}"
    )
    let finding = try fixture.finding(.maxLengthChanged)
    #expect(finding.uses.map(\.direction) == [.received])
    #expect(finding.levels == "none none none")
  }

  @Test func anEditOfASharedSchemaIsOneFinding() throws {
    let fixture = try DiffFixture(
      schema: "{properties: {a: {$ref: '#/components/schemas/T'}, b: {$ref: '#/components/schemas/U'}}}",
      "{properties: {a: {$ref: '#/components/schemas/V'}, b: {$ref: '#/components/schemas/W'}}}",
      components: """
        T: {type: string}
        U: {type: object, properties: {x: {type: string}, next: {$ref: '#/components/schemas/U'}}}
        V: {type: string}
        W: {type: object, properties: {x: {type: integer}, next: {$ref: '#/components/schemas/W'}}}
        """
    )
    #expect(fixture.rules.filter { $0 == .typeChanged }.count == 1)
  }

  @Test func cyclesEnd() throws {
    let fixture = try DiffFixture(
      schema:
        "{allOf: [{$ref: '#/components/schemas/T'}], properties: {s: {$ref: '#/components/schemas/S'}}}",
      "{allOf: [{$ref: '#/components/schemas/T'}], properties: {s: {$ref: '#/components/schemas/S'}, n: {type: string}}}",
      components:
        "T: {properties: {t: {anyOf: [{$ref: '#/components/schemas/T'}, {$ref: '#/components/schemas/S'}]}}}"
    )
    #expect(fixture.rules == [.propertyAdded])
  }

  @Test func aRenamedAlternativeOfTheSameShapeBreaksNobody() throws {
    let fixture = try DiffFixture(
      schema: "{oneOf: [{$ref: '#/components/schemas/T'}, {type: string}]}",
      "{oneOf: [{$ref: '#/components/schemas/U'}, {type: string}]}",
      components:
        "T: {type: object, properties: {a: {}, b: {}}}\nU: {type: object, properties: {a: {}, b: {}}}"
    )
    #expect(try fixture.finding(.unionMemberRenamed).level == .none)
  }

  @Test func aDiscriminatorMakesTheNameOfAnAlternativeMatter() throws {
    let shape = "{type: object, required: [kind], properties: {kind: {type: string}, a: {}}}"
    let fixture = try DiffFixture(
      schema:
        "{discriminator: {propertyName: kind}, oneOf: [{$ref: '#/components/schemas/T'}, {$ref: '#/components/schemas/X'}]}",
      "{discriminator: {propertyName: kind}, oneOf: [{$ref: '#/components/schemas/U'}, {$ref: '#/components/schemas/X'}]}",
      components: "T: \(shape)\nU: \(shape)\nX: {type: object, properties: {kind: {type: string}}}"
    )
    #expect(try fixture.finding(.discriminatorValueChanged).levels == "breaks breaks none")
  }
}
