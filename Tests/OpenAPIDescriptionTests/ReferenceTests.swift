import OpenAPIDescription
import SourceDocuments
import Testing

@Suite struct ReferenceTests {
  @Test func danglingReferencesAreErrors() throws {
    let fixture = try DescriptionFixture(operation: "parameters: [{$ref: '#/components/parameters/x'}]")
    #expect(fixture.codes == ["error dangling-reference"])
  }

  @Test func objectsThatCannotBeReferencesAreFollowedAllTheSame() throws {
    let fixture = try DescriptionFixture(
      """
      openapi: 3.0.3
      info: {$ref: 'parts.yaml#/info'}
      paths: {$ref: 'parts.yaml#/paths', /own: {}}
      components:
        schemas: {$ref: 'parts.yaml#/schemas'}
      """,
      files: [
        "parts.yaml": """
        info: {title: T, version: '1'}
        paths: {/a: {get: {$ref: '#/operation'}}, /own: {get: {}}}
        operation: {operationId: getA, responses: {$ref: '#/responses'}}
        responses: {'200': {description: D}}
        schemas: {S: {type: object, properties: {$ref: '#/properties'}}}
        properties: {p: {type: string}}
        """
      ]
    )
    #expect(fixture.codes == ["warning misplaced-reference"])
    #expect(fixture.diagnostics.first?.message.contains("5 other places") == true)
    #expect(fixture.document?.info.title == "T")
    #expect(fixture.document?.paths.map(\.path) == ["/a", "/own"])
    #expect(fixture.document?.paths[1].operations.isEmpty == true)
    #expect(fixture.operation?.operationID == "getA")
    #expect(fixture.operation?.responses.count == 1)
    #expect(fixture.schema()?.properties.map(\.name) == ["p"])
    #expect(fixture.schema()?.properties[0].schema.types == [.string])
  }

  @Test func componentsInAnotherFile() throws {
    let fixture = try DescriptionFixture(
      """
      openapi: 3.1.0
      info: {title: T, version: '1'}
      paths: {}
      security: [{key: []}]
      components: {$ref: 'parts.yaml'}
      """,
      files: [
        "parts.yaml": """
        securitySchemes: {key: {type: apiKey, in: header, name: k}}
        schemas: {S: {oneOf: [], discriminator: {propertyName: p, mapping: {a: T}}}, T: {}}
        """
      ]
    )
    #expect(fixture.codes == ["warning misplaced-reference"])
    #expect(fixture.document?.security.count == 1)
    #expect(fixture.schema()?.discriminator?.mapping[0].target?.key == "T")
  }

  @Test func fieldsBesideAMisplacedReferenceWin() throws {
    let fixture = try DescriptionFixture(
      paths: "/a: {get: {$ref: '#/paths/~1b/get', summary: Own}}\n/b: {get: {summary: Other, tags: [t]}}"
    )
    #expect(fixture.codes == ["warning misplaced-reference"])
    #expect(fixture.operation?.summary == "Own")
    #expect(fixture.operation?.tags == ["t"])
  }

  @Test func textsInOtherFiles() throws {
    let fixture = try DescriptionFixture(
      """
      openapi: 3.1.0
      info:
        title: T
        version: '1'
        description: {$ref: 'texts.yaml#/long'}
        summary: {$ref: 'missing.md'}
        termsOfService: {$ref: 'text.md'}
      paths: {}
      """,
      files: ["texts.yaml": "long: Words", "text.md": "# Not: *YAML*\n- at all"]
    )
    #expect(fixture.codes == ["warning misplaced-reference", "warning misplaced-reference"])
    #expect(fixture.document?.info.description == "Words")
    #expect(fixture.document?.info.summary == nil)
    #expect(fixture.document?.info.termsOfService == "# Not: *YAML*\n- at all")
  }

  @Test func exampleValuesInOtherFiles() throws {
    let fixture = try DescriptionFixture(
      components: """
        examples:
          a: {value: {$ref: 'example.json'}}
          b: {value: {$ref: '#/nowhere'}}
        """,
      files: ["example.json": #"{"name": "x"}"#]
    )
    #expect(fixture.codes == ["warning misplaced-reference"])
    #expect(fixture.document?.components.examples[0].value?["name"]?.string == "x")
    #expect(fixture.document?.components.examples[1].value?["$ref"] != nil)
  }

  @Test func whatStandsBesideAReferenceHasNoEffect() throws {
    let fixture = try DescriptionFixture(
      operation: "parameters: [{$ref: '#/components/parameters/P', required: true, description: D}]",
      components: "parameters: {P: {name: p, in: query, schema: {type: string}}}"
    )
    #expect(fixture.codes == ["warning ignored-sibling"])
    #expect(fixture.operation?.parameters[0].isRequired == false)
  }

  @Test func aReferenceMustBeAString() throws {
    let fixture = try DescriptionFixture(operation: "parameters: [{$ref: 1}]")
    #expect(fixture.codes == ["error wrong-type"])
  }

  @Test func pointersThroughReferencesAreFollowed() throws {
    let fixture = try DescriptionFixture(
      schemas: """
        S: {$ref: '#/components/schemas/T/properties/a/properties/b'}
        T: {properties: {a: {$ref: '#/components/schemas/U'}}}
        U: {properties: {b: {type: integer}}}
        """
    )
    #expect(fixture.codes == ["warning reference-through-reference"])
    #expect(fixture.schema()?.reference?.target.key == "b")
  }

  @Test func listsMayBeInOtherFiles() throws {
    let fixture = try DescriptionFixture(
      """
      openapi: 3.1.0
      info: {title: T, version: '1'}
      tags: {$ref: 'parts.yaml#/tags'}
      servers: [{$ref: 'parts.yaml#/server'}]
      security: {$ref: 'parts.yaml#/security'}
      paths: {/a: {get: {tags: [a], parameters: {$ref: 'parts.yaml#/parameters'}}}}
      components:
        securitySchemes: {key: {type: apiKey, in: header, name: k}}
        schemas: {S: {enum: {$ref: 'parts.yaml#/values'}, required: {$ref: 'parts.yaml#/names'}}}
      """,
      files: [
        "parts.yaml": """
        tags: [{name: a}]
        server: {url: 'https://a.example'}
        security: [{key: []}]
        parameters: [{name: p, in: query, schema: {type: string}}]
        values: [x, y]
        names: [n]
        """
      ]
    )
    #expect(fixture.codes.filter { $0 != "warning required-undeclared" } == ["warning misplaced-reference"])
    #expect(fixture.document?.tags.map(\.name) == ["a"])
    #expect(fixture.document?.servers.map(\.url) == ["https://a.example"])
    #expect(fixture.document?.security.count == 1)
    #expect(fixture.operation?.parameters.map(\.name) == ["p"])
    #expect(fixture.schema()?.enumeration?.count == 2 && fixture.schema()?.required == ["n"])
  }

  @Test func sharedFaultsAreReportedOnce() throws {
    let fixture = try DescriptionFixture(
      """
      openapi: 3.1.0
      info: {title: T, version: '1'}
      paths:
        /a: {get: {parameters: [{$ref: '#/components/parameters/P'}]}}
        /b: {get: {parameters: [{$ref: '#/components/parameters/P'}]}}
      components: {parameters: {P: {name: p, in: nowhere, schema: {}}}}
      """
    )
    #expect(fixture.codes == ["error unknown-location"])
  }
}
