import Testing

@testable import APIModel

@Suite struct ExampleMakerTests {
  @Test(arguments: [
    ("{type: string, minLength: 8}", "\"xxxxxxxx\""), ("{type: string, maxLength: 3}", "\"str\""),
    ("{type: integer, minimum: 5}", "5"), ("{type: integer, maximum: -5}", "-5"),
    ("{type: integer, exclusiveMinimum: 9}", "10"), ("{type: integer, multipleOf: 4}", "4"),
    ("{type: string, format: date}", "\"2024-05-17\""), ("{type: string, enum: [b, a]}", "\"b\""),
    ("{const: 7}", "7"), ("{type: array, items: {type: boolean}, minItems: 2, maxItems: 2}", "[true,true]"),
    ("{type: 'null'}", "null"), ("{examples: [{a: 1}]}", "{\"a\":1}"),
    ("{oneOf: [{type: 'null'}, {type: integer}]}", "1"),
    ("{type: object, additionalProperties: {type: integer}}", "{\"key\":1}"), ("{}", "{}"), ("true", "{}"),
    (
      "{type: integer, maximum: 9223372036854775807, exclusiveMinimum: 9223372036854775807}",
      "9223372036854775807"
    ),
  ])
  func makesWhatTheSchemaAllows(_ schema: String, _ example: String) throws {
    #expect(try DescriptionFixture(schemas: "A: \(schema)").example("A") == example)
  }

  @Test func recursionEnds() throws {
    let fixture = try DescriptionFixture(
      schemas: """
        A: {type: object, required: [a, list], properties: {a: {anyOf: [{$ref: '#/components/schemas/A'}, {type: 'null'}]},
          list: {type: array, items: {$ref: '#/components/schemas/A'}}, optional: {$ref: '#/components/schemas/A'}}}
        """
    )
    #expect(try fixture.example("A") == #"{"a":null,"list":[]}"#)
  }

  @Test func wideSchemasStayWithinTheLimit() throws {
    let properties = (0..<30).map { "p\($0): {$ref: '#/components/schemas/B'}" }.joined(separator: ", ")
    let inner = (0..<30).map { "q\($0): {$ref: '#/components/schemas/C'}" }.joined(separator: ", ")
    let fixture = try DescriptionFixture(
      schemas: """
        A: {type: object, properties: {\(properties)}}
        B: {type: object, properties: {\(inner)}}
        C: {type: object, properties: {x: {type: string}}}
        """
    )
    #expect(try fixture.example("A").utf8.count < 40_000)
  }
}
