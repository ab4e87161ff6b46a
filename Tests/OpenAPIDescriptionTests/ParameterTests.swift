import OpenAPIDescription
import SourceDocuments
import Testing

@Suite struct ParameterTests {
  private func parameters(_ list: String, version: String = "3.1.0") throws -> DescriptionFixture {
    try DescriptionFixture(operation: "parameters:\n" + list.indented(by: 2), version: version)
  }

  @Test(arguments: [
    ("query", ParameterStyle.form, true), ("header", .simple, false), ("cookie", .form, true),
  ])
  func defaultsOfEachLocation(_ location: String, _ style: ParameterStyle, _ explode: Bool) throws {
    let fixture = try parameters("- {name: p, in: \(location), schema: {type: string}}")
    let parameter = try #require(fixture.operation?.parameters.first)
    #expect(fixture.codes.isEmpty)
    #expect(parameter.style == style)
    #expect(parameter.explode == explode)
    #expect(!parameter.isRequired)
  }

  @Test func explodeFollowsTheStyle() throws {
    let fixture = try parameters(
      """
      - {name: a, in: query, style: pipeDelimited, schema: {type: array, items: {type: string}}}
      - {name: b, in: query, style: form, explode: false, schema: {type: string}}
      - {name: c, in: query, style: deepObject, explode: true, schema: {type: object}}
      """
    )
    #expect(fixture.codes.isEmpty)
    #expect(fixture.operation?.parameters.map(\.explode) == [false, false, true])
  }

  @Test func aStyleOfAnotherLocation() throws {
    let fixture = try parameters("- {name: a, in: query, style: simple, schema: {type: string}}")
    #expect(fixture.codes == ["warning unknown-style"])
    #expect(fixture.operation?.parameters[0].style == .form)
  }

  @Test func unknownLocations() throws {
    let fixture = try parameters("- {name: a, in: body, schema: {}}\n- {name: b, in: qeury, schema: {}}")
    #expect(fixture.codes == ["error unknown-location", "error unknown-location"])
    #expect(fixture.diagnostics[0].advice?.contains("requestBody") == true)
    #expect(fixture.diagnostics[1].advice == "write 'query'")
  }

  @Test func nameAndLocationAreRequired() throws {
    let fixture = try parameters("- {schema: {}}")
    #expect(fixture.codes == ["error missing-field", "error missing-field"])
  }

  @Test func aPathParameterIsRequiredWhateverItSays() throws {
    let fixture = try DescriptionFixture(
      paths: "/{a}: {parameters: [{name: a, in: path, required: false, schema: {type: string}}], get: {}}"
    )
    #expect(fixture.codes == ["warning optional-path-parameter"])
    #expect(fixture.document?.paths[0].parameters[0].isRequired == true)
  }

  @Test func duplicatesAreLeftOut() throws {
    let fixture = try parameters(
      """
      - {name: a, in: query, description: first, schema: {type: string}}
      - {name: a, in: query, description: second, schema: {type: string}}
      - {name: a, in: header, schema: {type: string}}
      - {name: A, in: header, schema: {type: string}}
      - {name: A, in: query, schema: {type: string}}
      """
    )
    #expect(fixture.codes == ["warning duplicate-parameter", "warning duplicate-parameter"])
    #expect(fixture.operation?.parameters.count == 3)
    #expect(fixture.operation?.parameters[0].description == "first")
  }

  @Test func anOperationOverridesThePathItem() throws {
    let parameter = "{name: a, in: query, schema: {type: string}}"
    let fixture = try DescriptionFixture(
      paths: "/a: {parameters: [\(parameter)], get: {parameters: [\(parameter)]}}"
    )
    #expect(fixture.codes.isEmpty)
    #expect(fixture.operation?.parameters.count == 1)
    #expect(fixture.document?.paths[0].parameters.count == 1)
  }

  @Test func schemaOrContent() throws {
    let fixture = try parameters(
      """
      - {name: a, in: query}
      - {name: b, in: query, schema: {}, content: {application/json: {}}}
      - {name: c, in: query, content: {application/json: {}, text/plain: {}}}
      - {name: d, in: query, content: {application/json: {schema: {type: object}}}}
      """
    )
    #expect(
      fixture.codes == [
        "warning missing-schema", "warning schema-and-content", "warning several-media-types",
      ]
    )
    #expect(fixture.operation?.parameters[3].content[0].schema?.types == [.object])
  }

  @Test func headersWithAMeaningOfTheirOwn() throws {
    let fixture = try parameters("- {name: authorization, in: header, schema: {type: string}}")
    #expect(fixture.codes == ["warning reserved-header"])
    #expect(fixture.operation?.parameters.count == 1)
  }

  @Test func sharedParametersKeepTheirNames() throws {
    let fixture = try DescriptionFixture(
      """
      openapi: 3.1.0
      info: {title: T, version: '1'}
      paths:
        /a: {get: {parameters: [{$ref: '#/components/parameters/Limit', description: Here}]}}
        /b:
          get: {parameters: [{$ref: 'other.yaml#/components/parameters/Page'}, {$ref: 'other.yaml#/loose'}]}
      components:
        parameters:
          Limit: {$ref: 'other.yaml#/loose'}
      """,
      files: [
        "other.yaml": """
        components: {parameters: {Page: {name: page, in: query, schema: {type: integer}}}}
        loose: {name: limit, in: query, description: There, schema: {type: integer}}
        """
      ]
    )
    let document = try #require(fixture.document)
    #expect(fixture.codes.isEmpty)
    #expect(document.paths[0].operations[0].parameters[0].componentName == "Limit")
    #expect(document.paths[0].operations[0].parameters[0].description == "Here")
    #expect(document.paths[1].operations[0].parameters.map(\.componentName) == ["Page", "Limit"])
    #expect(document.paths[1].operations[0].parameters[1].description == "There")
    #expect(document.components.parameters.map(\.componentName) == ["Limit"])
  }

  @Test func examplesOfBothForms() throws {
    let fixture = try parameters(
      """
      - name: a
        in: query
        schema: {type: integer}
        example: 1
        examples: {two: {value: 2, summary: Two}, other: {externalValue: https://example.com}}
      """
    )
    let examples = try #require(fixture.operation?.parameters[0].examples)
    #expect(fixture.codes.isEmpty)
    #expect(examples.map(\.name) == [nil, "two", "other"])
    #expect(examples[1].value?.number?.integer == 2 && examples[1].summary == "Two")
  }

  @Test func scalarsOfTheWrongKindAreReadAsMeant() throws {
    let fixture = try parameters("- {name: 404, in: query, required: 'true', schema: {minLength: '3'}}")
    #expect(fixture.codes == ["warning wrong-type", "warning wrong-type", "warning wrong-type"])
    let parameter = try #require(fixture.operation?.parameters[0])
    #expect(parameter.name == "404" && parameter.isRequired && parameter.schema?.minLength == 3)
  }
}
