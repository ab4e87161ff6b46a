import OpenAPIDescription
import SourceDocuments
import Testing

@Suite struct SchemaTests {
  @Test func allKeywords() throws {
    let fixture = try DescriptionFixture(
      schema: """
        type: object
        title: T
        description: D
        deprecated: true
        required: [a, b, a]
        properties: {a: {type: string, format: uuid, minLength: 1, maxLength: 2, pattern: x}, b: true}
        additionalProperties: false
        patternProperties: {'^x': {type: integer}}
        propertyNames: {maxLength: 3}
        unevaluatedProperties: false
        minProperties: 1
        maxProperties: 9
        dependentRequired: {a: [b]}
        allOf: [{}]
        anyOf: [{}, {}]
        oneOf: [{}]
        not: {type: 'null'}
        if: {}
        then: {}
        else: false
        $defs: {inner: {type: number}}
        x-extra: 1
        $comment: None
        xml: {name: n}
        externalDocs: {url: u}
        """
    )
    let schema = try #require(fixture.schema())
    #expect(fixture.codes.isEmpty)
    #expect(schema.types == [.object] && schema.title == "T" && schema.description == "D")
    #expect(schema.isDeprecated && schema.required == ["a", "b"])
    #expect(schema.properties[0].schema.format == "uuid")
    #expect(schema.properties[0].schema.minLength == 1 && schema.properties[0].schema.maxLength == 2)
    #expect(schema.properties[0].schema.pattern == "x")
    #expect(schema.properties[1].schema.boolean == true)
    #expect(schema.additionalProperties?.boolean == false)
    #expect(schema.patternProperties.map(\.name) == ["^x"])
    #expect(schema.propertyNames?.maxLength == 3 && schema.unevaluatedProperties?.boolean == false)
    #expect(schema.minProperties == 1 && schema.maxProperties == 9)
    #expect(schema.dependentRequired[0].required == ["b"])
    #expect(schema.allOf.count == 1 && schema.anyOf.count == 2 && schema.oneOf.count == 1)
    #expect(schema.not?.types == [.null] && schema.ifSchema != nil && schema.thenSchema != nil)
    #expect(schema.elseSchema?.boolean == false)
    #expect(schema.definitions[0].name == "inner" && schema.extensions[0].name == "x-extra")
  }

  @Test func keywordsOfArraysAndNumbers() throws {
    let fixture = try DescriptionFixture(
      schemas: """
        A: {prefixItems: [{type: string}], items: {type: integer}, contains: {}, unevaluatedItems: false,
            minItems: 1, maxItems: 2, uniqueItems: true}
        N: {minimum: 1, maximum: 9.5, exclusiveMinimum: 0, exclusiveMaximum: 10, multipleOf: 0.5, const: 2,
            enum: [2, 3], default: 2, examples: [2], readOnly: true}
        T: {contentEncoding: base64, contentMediaType: image/png, writeOnly: true}
        """
    )
    #expect(fixture.codes.isEmpty)
    let array = try #require(fixture.schema("A"))
    #expect(array.prefixItems.count == 1 && array.items?.types == [.integer] && array.uniqueItems)
    #expect(array.contains != nil && array.unevaluatedItems?.boolean == false)
    #expect(array.minItems == 1 && array.maxItems == 2)
    let number = try #require(fixture.schema("N"))
    #expect(number.minimum?.integer == 1 && number.maximum?.double == 9.5)
    #expect(number.exclusiveMinimum?.integer == 0 && number.exclusiveMaximum?.integer == 10)
    #expect(number.multipleOf?.double == 0.5 && number.constant?.number?.integer == 2)
    #expect(number.enumeration?.count == 2 && number.defaultValue != nil && number.examples.count == 1)
    #expect(number.isReadOnly && fixture.schema("T")?.isWriteOnly == true)
    #expect(fixture.schema("T")?.contentEncoding == "base64")
    #expect(fixture.schema("T")?.contentMediaType == "image/png")
  }

  @Test func typesOfVersion31() throws {
    let fixture = try DescriptionFixture(schema: "type: [string, 'null', string]")
    #expect(fixture.codes.isEmpty)
    #expect(fixture.schema()?.types == [.string, .null])
  }

  @Test func nullMayBeUnquoted() throws {
    let fixture = try DescriptionFixture(schema: "type: [string, null]")
    #expect(fixture.codes == ["warning wrong-type"])
    #expect(fixture.schema()?.types == [.string, .null])
  }

  @Test func typesOfVersion31InVersion30() throws {
    #expect(
      try DescriptionFixture(schema: "type: [string]", version: "3.0.3").codes == ["warning wrong-type"]
    )
    #expect(try DescriptionFixture(schema: "type: 'null'", version: "3.0.3").codes == ["warning later-type"])
  }

  @Test func unknownTypes() throws {
    let fixture = try DescriptionFixture(schema: "type: strnig")
    #expect(fixture.codes == ["error unknown-type"])
    #expect(
      fixture.diagnostics[0].advice
        == "write one of: string, null, boolean, object, array, number, integer"
    )
  }

  @Test(arguments: [
    ("String", [JSONType.string], nil), ("date-time", [.string], "date-time"), ("int64", [.integer], "int64"),
    ("bool", [.boolean], nil), ("any", [], nil), ("file", [.string], "binary"),
  ])
  func typesThatAreMeant(_ name: String, _ types: [JSONType], _ format: String?) throws {
    let fixture = try DescriptionFixture(schema: "type: \(name)")
    #expect(fixture.codes == ["warning unknown-type"])
    #expect(fixture.schema()?.types == types)
    #expect(fixture.schema()?.format == format)
  }

  @Test func unknownKeywords() throws {
    let keywords = "{propertys: {}, minlength: 1, colour: red, id: x}"
    let old = try DescriptionFixture(schemas: "S: \(keywords)", version: "3.0.3")
    #expect(old.codes == Array(repeating: "warning unknown-field", count: 4))
    let new = try DescriptionFixture(schemas: "S: \(keywords)")
    #expect(new.codes == ["warning unknown-field", "warning unknown-field"])
    #expect(new.diagnostics.map(\.advice) == ["write 'properties'", "write 'minLength'"])
  }

  @Test func keywordsOfVersion31InVersion30() throws {
    let fixture = try DescriptionFixture(schema: "const: 1", version: "3.0.3")
    #expect(fixture.codes == ["warning unknown-field"])
    #expect(fixture.schema()?.constant?.number?.integer == 1)
  }

  @Test func misplacedValues() throws {
    let fixture = try DescriptionFixture(
      schemas: """
        A: {type: object, properties: {a: {type: string, required: true}}}
        B: {items: [{type: string}]}
        C: {enum: []}
        D: {minLength: -1, maxLength: 1.5}
        E: {type: object, properties: {a: {type: string}, required: [a], x-order: [a]}}
        F: {examples: {a: 1}}
        """
    )
    #expect(
      fixture.codes == [
        "warning wrong-type", "warning wrong-type", "warning empty-enum", "warning invalid-bound",
        "warning invalid-bound", "warning misplaced-keyword", "warning wrong-type",
      ]
    )
    #expect(fixture.schema("B")?.prefixItems.count == 1)
    #expect(fixture.schema("C")?.enumeration == nil)
    #expect(fixture.schema("E")?.properties.map(\.name) == ["a"])
  }

  @Test func wrongTypes() throws {
    let fixture = try DescriptionFixture(
      schemas:
        """
        A: {properties: [a]}
        B: text
        C: {enum: a}
        D: {allOf: {}}
        E: {items: text}
        F: {properties: {a: 1}}
        """
    )
    #expect(fixture.codes == Array(repeating: "error wrong-type", count: 6))
    #expect(fixture.diagnostics[1].message == "expected a schema, found a string")
  }

  @Test func arraysNeedItemsInVersion30() throws {
    #expect(
      try DescriptionFixture(schema: "type: array", version: "3.0.3").codes == ["warning missing-items"]
    )
    #expect(try DescriptionFixture(schema: "type: array").codes.isEmpty)
  }

  @Test func bounds() throws {
    let fixture = try DescriptionFixture(
      schemas: """
        A: {minLength: 2, maxLength: 1}
        B: {minItems: 2, maxItems: 1}
        C: {minProperties: 2, maxProperties: 1}
        D: {minimum: 2, maximum: 1.5}
        E: {minimum: 1, exclusiveMaximum: 1}
        F: {exclusiveMinimum: 1, exclusiveMaximum: 1}
        G: {multipleOf: 0}
        H: {minimum: 1, maximum: 1, minLength: 1, maxLength: 1}
        """
    )
    #expect(
      fixture.codes == Array(repeating: "warning contradictory-bounds", count: 6) + ["warning invalid-bound"]
    )
  }

  @Test func enumerationsOfAnotherType() throws {
    let fixture = try DescriptionFixture(
      schemas: "A: {type: string, enum: [a, 1, 2]}\nB: {type: string, enum: [a, null]}\nC: {enum: [a, 1]}"
    )
    #expect(fixture.codes == ["warning enum-mismatch"])
    #expect(fixture.diagnostics[0].message == "this value is a number, but the type is string")
  }

  @Test func deepNestingNeedsNoStack() throws {
    let depth = 240
    let text =
      #"{"openapi":"3.1.0","info":{"title":"T","version":"1"},"components":{"schemas":{"S":"#
      + String(repeating: #"{"items":{"not":"#, count: depth) + "{}" + String(repeating: "}}", count: depth)
      + "}}}"
    let fixture = try DescriptionFixture(text)
    #expect(fixture.codes.isEmpty)
    var schema = fixture.schema()
    var count = 0
    while let inner = schema?.items?.not {
      schema = inner
      count += 1
    }
    #expect(count == depth)
  }
}
