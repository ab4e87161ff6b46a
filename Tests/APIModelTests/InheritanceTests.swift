import Testing

@testable import APIModel

@Suite struct InheritanceTests {
  @Test func aBaseWithADiscriminatorIsAUnionOfWhatExtendsIt() throws {
    let fixture = try DescriptionFixture(
      schemas: """
        Base:
          type: object
          discriminator: {propertyName: kind, mapping: {a: '#/components/schemas/A', base: Base}}
          properties: {kind: {type: string}}
        A: {allOf: [{$ref: '#/components/schemas/Base'}]}
        B: {allOf: [{$ref: '#/components/schemas/A'}, {properties: {x: {type: integer}}}]}
        """
    )
    guard case .union(let union) = try fixture.declaration("Base").definition else {
      Issue.record("the base is no union")
      return
    }
    #expect(union.discriminator == "kind")
    #expect(union.members.map(\.discriminatorValues) == [["a"], ["B"], ["base"]])
    #expect(try fixture.record("A").properties.map(\.name) == ["kind"])
    #expect(try fixture.record("B").properties.map(\.name) == ["kind", "x"])
    #expect(fixture.codes.isEmpty)
    #expect(try fixture.example("Base").contains("\"a\""))
  }

  @Test func aBaseThatNobodyExtendsIsARecord() throws {
    let fixture = try DescriptionFixture(
      schemas: "Base: {type: object, discriminator: {propertyName: kind}, properties: {kind: {type: string}}}"
    )
    #expect(try fixture.record("Base").properties.map(\.name) == ["kind"])
  }

  @Test func basesThatExtendOneAnotherEnd() throws {
    let fixture = try DescriptionFixture(
      schemas: """
        A:
          allOf: [{$ref: '#/components/schemas/B'}]
          discriminator: {propertyName: kind}
          properties: {kind: {type: string}}
        B: {allOf: [{$ref: '#/components/schemas/A'}], discriminator: {propertyName: kind}}
        """
    )
    #expect(try fixture.example("A").isEmpty == false)
  }
}
