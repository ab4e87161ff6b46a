import Testing

@testable import APIModel

@Suite struct ConstraintReaderTests {
  private func constraints(_ schema: String, others: String = "") throws -> Constraints {
    let fixture = try DescriptionFixture(
      schemas: "Holder: {type: object, properties: {it: \(schema)}}\n\(others)"
    )
    let property = try fixture.record("Holder").properties[0]
    return fixture.api.constraints.constraints(on: property.value, by: property.mentions)
  }

  @Test func boundsOfAllPartsCountAndTheNarrowerOneWins() throws {
    let made = try constraints(
      "{allOf: [{$ref: '#/components/schemas/Name'}, {maxLength: 9}], minLength: 2}",
      others: "Name: {type: string, minLength: 1, maxLength: 20, pattern: '^a'}"
    )
    #expect(made.minLength == 2 && made.maxLength == 9 && made.patterns == ["^a"])
  }

  @Test func whatATypeWithADeclarationDemandsIsItsOwnBusiness() throws {
    let made = try constraints(
      "{$ref: '#/components/schemas/Person'}",
      others: "Person: {type: object, minProperties: 2, properties: {a: {type: string, maxLength: 1}}}"
    )
    #expect(made.isEmpty)
  }

  @Test func elementsAreReadThroughAliases() throws {
    let made = try constraints(
      "{$ref: '#/components/schemas/Names'}",
      others: """
        Names: {type: array, maxItems: 3, items: {$ref: '#/components/schemas/Name'}}
        Name: {type: string, maxLength: 4}
        """
    )
    #expect(made.maxItems == 3 && made.elements.first?.maxLength == 4)
  }

  @Test func keywordsOfOtherTypesSayNothing() throws {
    #expect(try constraints("{type: integer, maxLength: 3, maxItems: 1}").isEmpty)
  }

  @Test(arguments: [
    ("{type: string, not: {const: x}}", #"{"not":{"const":"x"}}"#),
    (
      "{type: array, contains: {type: string}, minContains: 2}",
      #"{"contains":{"type":"string"},"minContains":2}"#
    ),
    ("{enum: [1, a, null]}", #"{"enum":[1,"a",null]}"#),
    ("{type: object, propertyNames: {maxLength: 3}}", #"{"propertyNames":{"maxLength":3}}"#),
    (
      "{type: string, if: {minLength: 3}, then: {pattern: '^a'}, else: {pattern: '^b'}}",
      #"{"if":{"minLength":3},"then":{"pattern":"^a"},"else":{"pattern":"^b"}}"#
    ),
  ])
  func whatOnlyTheJSONShows(schema: String, rules: String) throws {
    #expect(try constraints(schema).json().jsonText() == rules)
  }

  @Test func whatCannotBeWrittenWithoutReferencesIsWarnedOf() throws {
    let fixture = try DescriptionFixture(
      schemas: """
        A: {type: object, properties: {a: {$ref: '#/components/schemas/A'}}, not: {$ref: '#/components/schemas/A'}}
        B: {type: object, properties: {b: {type: string, pattern: '(?=a)'}}}
        """
    )
    #expect(Set(fixture.codes) == ["unsupported-keyword", "unchecked-pattern"])
  }
}
