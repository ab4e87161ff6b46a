import OpenAPIDescription
import SourceDocuments
import Testing

@Suite struct ExampleTests {
  /// The reason why an example does not match a schema; nil when it does.
  private func reason(_ schema: String, _ example: String, version: String = "3.1.0") throws -> String? {
    let fixture = try DescriptionFixture(
      components: """
        schemas:
          Node: {type: object, properties: {next: {$ref: '#/components/schemas/Node'}, id: {type: integer}}}
          Cat:
            {type: object, required: [kind, lives], properties: {kind: {const: cat}, lives: {type: integer}}}
          Dog: {type: object, required: [kind], properties: {kind: {const: dog}, good: {type: boolean}}}
        headers:
          H: {schema: \(schema), content: {}, examples: {e: {value: \(example)}}}
        responses:
          R: {description: D, content: {application/json: {schema: \(schema), example: \(example)}}}
        """,
      version: version
    )
    return fixture.diagnostic("example-mismatch").map { diagnostic in
      #expect(diagnostic.severity == .warning)
      return diagnostic.message
    }
  }

  @Test(arguments: [
    ("{type: string}", "a"), ("{type: integer}", "1.0"), ("{type: number}", "1"),
    ("{type: [string, 'null']}", "null"),
    ("{enum: [a, {b: [1]}]}", "{b: [1.0]}"), ("{const: {a: 1, b: 2}}", "{b: 2, a: 1}"),
    ("{type: array, items: {type: integer}, minItems: 1, maxItems: 2, uniqueItems: true}", "[1, 2]"),
    ("{prefixItems: [{type: string}], items: {type: integer}}", "[a, 1, 2]"),
    ("{type: object, required: [a], properties: {a: {type: string, readOnly: true}}}", "{}"),
    ("{type: object, additionalProperties: {type: integer}}", "{a: 1}"),
    ("{patternProperties: {'^a': {type: integer}}, additionalProperties: false}", "{ab: 1}"),
    ("{minimum: 1, maximum: 2, multipleOf: 0.1}", "1.3"), ("{minLength: 2, maxLength: 2}", "'🇬🇧'"),
    ("{anyOf: [{type: string}, {type: integer}]}", "1"), ("{oneOf: [{type: integer}, {type: number}]}", "1"),
    ("{not: {type: string}}", "1"), ("{format: date-time}", "'2024-05-31'"),
    ("{format: date-time}", "'2024-05-31T09:30:00.5+01:00'"), ("{format: date}", "'2024-02-29'"),
    ("{format: uuid}", "'123e4567-e89b-12d3-a456-426614174000'"), ("{format: ipv4}", "'127.0.0.1'"),
    ("{format: email}", "'a@b'"), ("{format: unheard-of}", "'x'"), ("{pattern: '^[a-z]{2,3}$'}", "abc"),
    ("{pattern: '(?=x)y'}", "abc"), ("{pattern: '['}", "abc"), ("true", "1"),
    ("{$ref: '#/components/schemas/Node'}", "{next: {next: {id: 1}}}"),
    ("{if: {properties: {a: {const: 1}}}, then: {required: [b]}}", "{a: 2}"),
  ])
  func matches(_ schema: String, _ example: String) throws {
    #expect(try reason(schema, example) == nil)
  }

  @Test(arguments: [
    ("{type: string}", "1", "expected a string, found a number"),
    ("{type: integer}", "1.5", "expected an integer, found a number"),
    ("{type: [string, integer]}", "true", "expected a string or an integer, found a boolean"),
    ("{enum: [a, b]}", "c", "'c' is not among the values allowed: 'a', 'b'"),
    ("{const: 1}", "2", "expected 1"),
    ("{type: array, items: {type: integer}}", "[1, x]", "at '/1': expected an integer, found a string"),
    ("{minItems: 2}", "[1]", "its length is 1, but minItems is 2"),
    ("{maxItems: 0}", "[1]", "its length is 1, but maxItems is 0"),
    ("{uniqueItems: true}", "[1, 1.0]", "occurs twice"),
    ("{prefixItems: [{type: string}]}", "[1]", "at '/0': expected a string"),
    ("{required: [a]}", "{}", "the required property 'a' is missing"),
    ("{properties: {a: {items: {type: string}}}}", "{a: [x, 2]}", "at '/a/1': expected a string"),
    ("{additionalProperties: false}", "{a: 1}", "the property 'a' is not declared"),
    ("{additionalProperties: {type: string}}", "{a: 1}", "at '/a': expected a string"),
    ("{minProperties: 1}", "{}", "its size is 0, but minProperties is 1"),
    ("{dependentRequired: {a: [b]}}", "{a: 1}", "'b', which 'a' requires, is missing"),
    ("{patternProperties: {'^a': {type: integer}}}", "{ab: x}", "at '/ab': expected an integer"),
    ("{minimum: 2}", "1", "1 is less than 2"), ("{maximum: 2}", "2.5", "2.5 is greater than 2"),
    ("{exclusiveMinimum: 2}", "2", "2 is not greater than 2"),
    ("{exclusiveMaximum: 2}", "2", "is not less than 2"),
    ("{multipleOf: 3}", "4", "4 is not a multiple of 3"),
    ("{minLength: 3}", "'🇬🇧'", "its length is 2, but minLength is 3"),
    ("{maxLength: 1}", "ab", "its length is 2, but maxLength is 1"),
    ("{anyOf: [{type: string}, {type: integer}]}", "true", "none of the 2 alternatives matches"),
    ("{allOf: [{}, {type: string}]}", "1", "expected a string"),
    ("{not: {type: string}}", "a", "'not' excludes"),
    ("{format: date}", "'2024-13-01'", "is not a date"),
    ("{format: date-time}", "yesterday", "is not a date and time"),
    ("{format: date-time}", "'2024-05-31T9:30'", "is not a date and time"),
    ("{format: date-time}", "'2021-03-09T00:58:59.045655'", "is not a date and time"),
    ("{format: uri}", "'https://{tenant}.example.com'", "is not a URI"),
    ("{format: uri}", "''", "is not a URI"),
    ("{format: uuid}", "x", "is not a UUID"),
    ("{format: ipv4}", "'1.2.3.256'", "is not an IPv4 address"),
    ("{format: email}", "a", "is not an email address"),
    ("{pattern: '^a+$'}", "b", "does not match the pattern ^a+$"), ("false", "1", "no value is allowed here"),
    (
      "{$ref: '#/components/schemas/Node'}", "{next: {next: {id: x}}}",
      "at '/next/next/id': expected an integer"
    ),
    (
      "{oneOf: [{$ref: '#/components/schemas/Cat'}, {$ref: '#/components/schemas/Dog'}]}",
      "{kind: dog, good: 1}",
      "at '/good': expected a boolean, found a number"
    ),
    (
      "{if: {properties: {a: {const: 1}}}, then: {required: [b]}}", "{a: 1}",
      "the required property 'b' is missing"
    ),
  ])
  func mismatches(_ schema: String, _ example: String, _ expected: String) throws {
    let message = try #require(try reason(schema, example))
    #expect(message.contains(expected))
  }

  @Test func aDiscriminatorChoosesWhatToCompareWith() throws {
    let schema = """
      {oneOf: [{$ref: '#/components/schemas/Cat'}, {$ref: '#/components/schemas/Dog'}],
              discriminator: {propertyName: kind, mapping: {cat: Cat, dog: Dog}}}
      """
    #expect(try reason(schema, "{kind: cat}")?.hasSuffix("the required property 'lives' is missing") == true)
    #expect(try reason(schema, "{kind: dog}") == nil)
  }

  @Test func valuesOfSchemas() throws {
    let fixture = try DescriptionFixture(
      schemas: """
        A: {type: integer, default: x}
        B: {type: integer, examples: [1, x, y]}
        C: {type: integer, example: x}
        """
    )
    #expect(fixture.codes == Array(repeating: "warning example-mismatch", count: 4))
    #expect(fixture.diagnostics[0].message.hasPrefix("this default does not match its schema"))
    #expect(fixture.diagnostics[0].pointer == "#/components/schemas/A/default")
    #expect(fixture.diagnostics[0].notes[0].location?.line == 6)
  }

  @Test func nullOfVersion30() throws {
    let fixture = try DescriptionFixture(
      schemas:
        "A: {type: string, nullable: true, enum: [a], example: null}\nB: {type: string, example: null}",
      version: "3.0.3"
    )
    #expect(fixture.codes == ["warning example-mismatch"])
  }

  @Test func nullBesideParts() throws {
    let fixture = try DescriptionFixture(
      schemas:
        "A: {type: object, nullable: true, allOf: [{$ref: '#/components/schemas/B'}], default: null}\nB: {type: object}",
      version: "3.0.3"
    )
    #expect(fixture.codes.isEmpty)
  }

  @Test func textThatIsSentMayStandForAValue() throws {
    let fixture = try DescriptionFixture(
      operation: """
        parameters:
          - {name: a, in: query, schema: {type: array, items: {type: string}}, example: 'x,y'}
          - {name: b, in: query, schema: {type: array, items: {type: string}}, example: [1]}
        requestBody: {content: {application/xml: {schema: {type: object}, example: <a/>}}}
        """
    )
    #expect(fixture.codes == ["warning example-mismatch"])
  }

  @Test func oneDiagnosticForEachExample() throws {
    #expect(try DescriptionFixture(schema: "{items: {type: string}, example: [1, 2, 3]}").codes.count == 1)
  }

  @Test(arguments: [
    "S: {anyOf: [{$ref: '#/components/schemas/S'}, {$ref: '#/components/schemas/S'}], example: 1}",
    "S: {allOf: [{$ref: '#/components/schemas/S'}], example: 1}",
    "S: {not: {$ref: '#/components/schemas/S'}, example: 1}",
    "S: {if: {$ref: '#/components/schemas/S'}, then: {$ref: '#/components/schemas/S'}, example: 1}",
    """
    S:
      oneOf: [{$ref: '#/components/schemas/T'}, {$ref: '#/components/schemas/T'}]
      example: {a: {a: {a: 1}}}
    T:
      properties: {a: {$ref: '#/components/schemas/S'}}
      anyOf: [{$ref: '#/components/schemas/S'}, {$ref: '#/components/schemas/S'}]
    """,
  ])
  func recursiveSchemasEnd(_ schemas: String) throws {
    #expect(try DescriptionFixture(schemas: schemas).document != nil)
  }
}
