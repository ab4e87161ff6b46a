import OpenAPIDescription
import SourceDocuments
import Testing

/// What OpenAPI 3.0 writes in its own way.
@Suite struct LiftingTests {
  private func schema(_ text: String) throws -> Schema {
    let fixture = try DescriptionFixture(schemas: "S: \(text)\nT: {type: object}", version: "3.0.3")
    #expect(fixture.codes.isEmpty)
    return try #require(fixture.schema())
  }

  @Test func nullableAddsToTheType() throws {
    #expect(try schema("{type: string, nullable: true}").types == [.string, .null])
    #expect(try schema("{type: string, nullable: false}").types == [.string])
    #expect(try schema("{type: string, nullable: true, enum: [a]}").enumeration?.count == 1)
  }

  @Test func nullableWithoutTypeUsesWhatIsClear() throws {
    #expect(try schema("{nullable: true, properties: {a: {}}}").types == [.object, .null])
    #expect(try schema("{nullable: true, items: {}}").types == [.array, .null])
    #expect(try schema("{nullable: true, enum: [a, null]}").types == [.string, .null])
    #expect(try schema("{nullable: true}").types.isEmpty)
  }

  @Test func nullableBesideAReference() throws {
    let lifted = try schema("{$ref: '#/components/schemas/T', nullable: true, description: D}")
    #expect(lifted.reference == nil && lifted.description == "D")
    #expect(lifted.anyOf.count == 2)
    #expect(lifted.anyOf[0].reference?.target.key == "T" && lifted.anyOf[0].description == nil)
    #expect(lifted.anyOf[1].types == [.null])
  }

  @Test func nullableBesideAllOf() throws {
    let lifted = try schema("{allOf: [{$ref: '#/components/schemas/T'}], nullable: true, default: null}")
    #expect(lifted.allOf.isEmpty && lifted.defaultValue != nil)
    #expect(lifted.anyOf[0].allOf.count == 1 && lifted.anyOf[1].types == [.null])
  }

  @Test func nullableBesideAlternatives() throws {
    #expect(try schema("{oneOf: [{type: string}, {type: integer}], nullable: true}").oneOf.count == 3)
    #expect(
      try schema("{anyOf: [{type: string}], nullable: true}").anyOf.map(\.types) == [[.string], [.null]]
    )
    #expect(try schema("{type: object, oneOf: [{}], nullable: true}").types == [.object, .null])
  }

  @Test func exclusiveBounds() throws {
    let lifted = try schema("{minimum: 1, exclusiveMinimum: true, maximum: 9, exclusiveMaximum: false}")
    #expect(lifted.minimum == nil && lifted.exclusiveMinimum?.integer == 1)
    #expect(lifted.maximum?.integer == 9 && lifted.exclusiveMaximum == nil)
    #expect(try schema("{exclusiveMinimum: true}").exclusiveMinimum == nil)
  }

  @Test func exampleAndExamples() throws {
    #expect(try schema("{example: [1, 2]}").examples.count == 1)
    let new = try DescriptionFixture(schema: "{example: 1, examples: [2, 3]}")
    #expect(new.schema()?.examples.compactMap(\.number?.integer) == [1, 2, 3])
  }

  @Test func wordsOfVersion30InVersion31() throws {
    let fixture = try DescriptionFixture(
      schema: "{type: number, nullable: true, minimum: 1, exclusiveMinimum: true}"
    )
    #expect(fixture.codes == ["warning outdated-keyword", "warning outdated-keyword"])
    #expect(fixture.schema()?.types == [.number, .null])
    #expect(fixture.schema()?.exclusiveMinimum?.integer == 1)
  }

  @Test func boundsOfVersion31InVersion30() throws {
    let fixture = try DescriptionFixture(schema: "exclusiveMinimum: 3", version: "3.0.3")
    #expect(fixture.codes == ["warning wrong-type"])
    #expect(fixture.schema()?.exclusiveMinimum?.integer == 3)
  }
}
