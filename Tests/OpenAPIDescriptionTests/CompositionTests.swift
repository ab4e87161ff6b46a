import OpenAPIDescription
import SourceDocuments
import Testing

@Suite struct CompositionTests {
  @Test func requiredPropertiesAreDeclared() throws {
    let fixture = try DescriptionFixture(
      schema: "{type: object, required: [name, idd, other], properties: {name: {}, id: {}}}"
    )
    #expect(fixture.codes == ["warning required-undeclared", "warning required-undeclared"])
    #expect(fixture.diagnostics[0].advice == "write 'id'")
    #expect(fixture.diagnostics[0].location?.column == 39)
  }

  @Test(arguments: [
    "{required: [b], properties: {a: {}}, additionalProperties: {type: string}}",
    "{required: [b], properties: {a: {}}, patternProperties: {b: {}}}",
    "{required: [b], properties: {a: {}}, allOf: [{$ref: '#/components/schemas/Base'}]}",
    "{required: [b], properties: {a: {}}, oneOf: [{properties: {b: {}}}]}",
    "{allOf: [{$ref: '#/components/schemas/Base'}, {required: [b], properties: {a: {}}}]}",
    "{required: [b]}",
    "{allOf: [{$ref: '#/components/schemas/Mixin'}, {$ref: '#/components/schemas/Base'}]}",
  ])
  func requiredPropertiesFromElsewhere(_ schema: String) throws {
    let fixture = try DescriptionFixture(
      schemas: """
        S: \(schema)
        Base: {type: object, properties: {b: {type: string}}}
        Mixin: {required: [b], properties: {c: {}}}
        User: {allOf: [{$ref: '#/components/schemas/Mixin'}]}
        """
    )
    #expect(fixture.codes.isEmpty)
  }

  @Test func discriminators() throws {
    let fixture = try DescriptionFixture(
      schemas: """
        Pet:
          oneOf: [{$ref: '#/components/schemas/Cat'}, {$ref: '#/components/schemas/Dog'}]
          discriminator:
            propertyName: kind
            mapping: {cat: Cat, dog: '#/components/schemas/Dog', bird: Brid, fish: '#/components/schemas/F'}
        Cat: {type: object, properties: {kind: {type: string}}}
        Dog: {type: object, properties: {name: {type: string}}}
        Bird: {}
        """
    )
    #expect(
      fixture.codes == [
        "warning discriminator-undeclared", "warning dangling-mapping", "warning dangling-mapping",
      ]
    )
    let discriminator = try #require(fixture.schema("Pet")?.discriminator)
    #expect(discriminator.propertyName == "kind")
    #expect(discriminator.mapping.map { $0.target?.key } == ["Cat", "Dog", nil, nil])
    #expect(fixture.diagnostics[1].advice == "write 'Bird'")
  }

  @Test func aDiscriminatorThatIsABareName() throws {
    let fixture = try DescriptionFixture(schema: "discriminator: kind")
    #expect(fixture.codes == ["warning wrong-type"])
    #expect(fixture.schema()?.discriminator?.propertyName == "kind")
  }
}
