import OpenAPIDescription
import SourceDocuments
import Testing

@Suite struct SchemaReferenceTests {
  @Test func aReferenceIsFollowedByOneStep() throws {
    let fixture = try DescriptionFixture(
      schemas: "A: {$ref: '#/components/schemas/B'}\nB: {$ref: '#/components/schemas/C'}\nC: {type: string}"
    )
    let document = try #require(fixture.document)
    let reference = try #require(fixture.schema("A")?.reference)
    #expect(reference.text == "#/components/schemas/B")
    #expect(reference.target.key == "B")
    #expect(document.schemas.target(of: reference) === fixture.schema("B"))
    #expect(document.schemas.schema(at: reference.target)?.reference?.target.key == "C")
  }

  @Test func targetsAnywhereAreRead() throws {
    let fixture = try DescriptionFixture(
      components: """
        schemas:
          A: {$ref: '#/components/schemas/B/properties/p/items'}
          B: {type: object, properties: {p: {type: array, items: {type: integer}}}}
          C: {$ref: 'other.yaml#/x'}
        """,
      files: ["other.yaml": "x: {properties: {y: {$ref: '#/y'}}}\ny: {$ref: '#/z'}\nz: {type: boolean}"]
    )
    let schemas = try #require(fixture.document?.schemas)
    #expect(fixture.codes.isEmpty)
    let inner = try #require(fixture.schema("A")?.reference.flatMap { schemas.target(of: $0) })
    #expect(inner === fixture.schema("B")?.properties[0].schema.items)
    // The component is nothing but a reference, so what it leads to is the component.
    var schema = fixture.schema("C")?.properties[0].schema
    while let reference = schema?.reference { schema = schemas.target(of: reference) }
    #expect(schema?.types == [.boolean])
  }

  @Test func recursionThroughPropertiesIsFine() throws {
    let fixture = try DescriptionFixture(
      schemas: """
        Node: {type: object, properties: {next: {$ref: '#/components/schemas/Node'}}}
        Tree: {type: array, items: {$ref: '#/components/schemas/Tree'}}
        Pet: {oneOf: [{$ref: '#/components/schemas/Cat'}], properties: {kind: {type: string}}}
        Cat: {allOf: [{$ref: '#/components/schemas/Pet'}]}
        """
    )
    #expect(fixture.codes.isEmpty)
  }

  @Test func circlesOfReferencesOnly() throws {
    let fixture = try DescriptionFixture(
      schemas: """
        Into: {$ref: '#/components/schemas/A'}
        A: {$ref: '#/components/schemas/B'}
        B: {$ref: '#/components/schemas/A'}
        C: {$ref: '#/components/schemas/C'}
        """
    )
    #expect(fixture.codes == ["error circular-reference", "error circular-reference"])
    #expect(fixture.diagnostics[0].pointer == "#/components/schemas/A/$ref")
    #expect(fixture.diagnostics[0].notes.count == 1)
  }

  @Test func danglingReferences() throws {
    let fixture = try DescriptionFixture(
      schemas: "Pet: {}\nA: {properties: {p: {$ref: '#/components/schemas/Pets'}}}"
    )
    #expect(fixture.codes == ["error dangling-reference"])
    #expect(fixture.diagnostics[0].advice?.contains("Pet") == true)
  }

  @Test func siblingsCountInVersion31() throws {
    let fixture = try DescriptionFixture(schemas: "A: {$ref: '#/components/schemas/B', minLength: 3}\nB: {}")
    #expect(fixture.codes.isEmpty)
    #expect(fixture.schema("A")?.minLength == 3)
  }

  @Test func siblingsAreIgnoredInVersion30() throws {
    let fixture = try DescriptionFixture(
      schemas:
        """
        A: {$ref: '#/components/schemas/B', minLength: 3, type: string, description: D, readOnly: true}
        B: {}
        """,
      version: "3.0.3"
    )
    let schema = try #require(fixture.schema("A"))
    #expect(fixture.codes == ["warning ignored-sibling", "warning ignored-sibling"])
    #expect(schema.minLength == nil && schema.types.isEmpty)
    #expect(schema.description == "D" && schema.isReadOnly)
  }

  @Test func aPropertyMayBeNamedLikeAReference() throws {
    let fixture = try DescriptionFixture(schema: "properties: {$ref: {type: string}}")
    #expect(fixture.codes.isEmpty)
    #expect(fixture.schema()?.properties.map(\.name) == ["$ref"])
  }

  @Test func dynamicReferencesAreFollowed() throws {
    let fixture = try DescriptionFixture(
      schemas: "S: {$dynamicAnchor: node, properties: {next: {$dynamicRef: '#node'}}}"
    )
    #expect(fixture.codes.isEmpty)
    #expect(fixture.schema()?.properties.first?.schema.reference?.target.key == "S")
    #expect(try DescriptionFixture(schema: "$dynamicRef: '#x'").codes == ["error dangling-reference"])
  }

  @Test func dynamicReferencesThatCouldLeadElsewhereAreNamed() throws {
    let fixture = try DescriptionFixture(
      schemas: """
        S: {$dynamicAnchor: node, properties: {next: {$dynamicRef: '#node'}}}
        T: {$id: t, $dynamicAnchor: node, $ref: '#/components/schemas/S'}
        """
    )
    #expect(fixture.codes == ["warning unsupported-keyword"])
    #expect(fixture.schema()?.properties.first?.schema.reference?.target.key == "S")
  }

  @Test func partsOfOtherComponentsKeepTheirPlace() throws {
    let fixture = try DescriptionFixture(
      schemas: """
        A: {type: object, properties: {a: {type: object, properties: {b: {type: string}}}}}
        B: {$ref: '#/components/schemas/A/properties/a'}
        """
    )
    #expect(fixture.codes.isEmpty)
    #expect(fixture.schema("B")?.reference?.target.key == "a")
    #expect(fixture.schema("B")?.reference?.componentName == nil)
  }

  @Test func componentsThatAreOnlyReferencesNameWhatTheyLeadTo() throws {
    let fixture = try DescriptionFixture(
      components: """
        schemas:
          Pet: {$ref: 'pet.yaml'}
          Alias: {$ref: '#/components/schemas/Pet'}
          Second: {$ref: 'pet.yaml'}
        """,
      files: ["pet.yaml": "{type: object, properties: {parent: {$ref: 'pet.yaml'}}}"]
    )
    #expect(fixture.codes.isEmpty)
    let pet = try #require(fixture.schema("Pet"))
    #expect(pet.reference == nil && pet.properties.map(\.name) == ["parent"])
    #expect(pet.properties[0].schema.reference?.componentName == "Pet")
    #expect(fixture.schema("Alias")?.reference?.target == pet.origin)
    #expect(fixture.schema("Second")?.reference?.componentName == "Pet")
  }

  @Test func aliasesShareSchemas() throws {
    let fixture = try DescriptionFixture(
      schemas: "A: {properties: {a: &s {type: object, properties: {b: {type: string}}}}}\nB: {items: *s}"
    )
    #expect(fixture.codes.isEmpty)
    #expect(fixture.schema("B")?.items?.properties[0].schema.types == [.string])
  }
}
