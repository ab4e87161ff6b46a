import OpenAPIDescription
import SourceDocuments
import Testing

@Suite struct BodyTests {
  @Test(arguments: [
    ("'200'", ResponseStatus.code(200)), ("404", .code(404)), ("5XX", .range(5)), ("default", .default),
  ])
  func statuses(_ key: String, _ status: ResponseStatus) throws {
    let fixture = try DescriptionFixture(operation: "responses: {\(key): {description: D}, x-a: 1}")
    #expect(fixture.codes.isEmpty)
    #expect(fixture.operation?.responses.map(\.status) == [status])
  }

  @Test(arguments: [
    ("4xx", ResponseStatus.range(4)), ("Default", .default), ("200 OK", .code(200)), ("404/596", .code(404)),
    ("' 200'", .code(200)),
  ])
  func misspelledStatuses(_ key: String, _ status: ResponseStatus) throws {
    let fixture = try DescriptionFixture(operation: "responses: {\(key): {description: D}}")
    #expect(fixture.codes == ["warning invalid-status"])
    #expect(fixture.operation?.responses.map(\.status) == [status])
  }

  @Test(arguments: ["abc", "20", "2000", "6XX", "0XX", "X2X", "099", "600", "''", "20O", "+20", "200a"])
  func invalidStatuses(_ key: String) throws {
    let fixture = try DescriptionFixture(operation: "responses: {\(key): {description: D}}")
    #expect(fixture.codes == ["error invalid-status"])
  }

  @Test func aResponseInFull() throws {
    let fixture = try DescriptionFixture(
      operation: """
        responses:
          '200':
            description: D
            headers:
              X-Rate: {required: true, deprecated: true, schema: {type: integer}, description: R}
              x-shared: {$ref: '#/components/headers/H'}
            content:
              application/json; charset=utf-8: {schema: {type: string}, example: a}
              text/plain:
            links: {next: {operationId: getA, parameters: {id: $response.body#/id, n: 1}, description: L}}
          '404': {$ref: '#/components/responses/NotFound'}
        """,
      components: """
        headers: {H: {schema: {type: string}}}
        responses: {NotFound: {description: None}}
        """
    )
    let responses = try #require(fixture.operation?.responses)
    #expect(fixture.codes.isEmpty)
    #expect(responses[0].headers.map(\.name) == ["X-Rate", "x-shared"])
    #expect(responses[0].headers[0].isRequired && responses[0].headers[0].isDeprecated)
    #expect(responses[0].content.map(\.name) == ["application/json; charset=utf-8", "text/plain"])
    #expect(responses[0].content[0].examples[0].value?.string == "a")
    #expect(responses[0].links[0].parameters.map(\.name) == ["id", "n"])
    #expect(responses[1].componentName == "NotFound" && responses[1].status == .code(404))
    #expect(fixture.document?.components.responses[0].componentName == "NotFound")
  }

  @Test func descriptionsOfResponsesAreRequired() throws {
    #expect(try DescriptionFixture(operation: "responses: {'200': {}}").codes == ["warning missing-field"])
  }

  @Test func aMultipartBody() throws {
    let fixture = try DescriptionFixture(
      operation: """
        requestBody:
          required: true
          content:
            multipart/form-data:
              schema: {type: object, properties: {file: {type: string}, ids: {type: array}}}
              encoding:
                file: {contentType: image/png, headers: {X-Name: {schema: {type: string}}}}
                ids: {style: pipeDelimited, explode: false, allowReserved: true}
                other: {style: matrix}
        """
    )
    let body = try #require(fixture.operation?.requestBody)
    #expect(fixture.codes == ["warning unknown-style"])
    #expect(body.isRequired)
    #expect(body.content[0].encoding[0].contentType == "image/png")
    #expect(body.content[0].encoding[0].headers[0].name == "X-Name")
    #expect(body.content[0].encoding[1].style == .pipeDelimited)
    #expect(body.content[0].encoding[1].explode == false && body.content[0].encoding[1].allowsReserved)
    #expect(body.content[0].encoding[2].style == nil)
  }

  @Test func aBodyThatRefersToItself() throws {
    let fixture = try DescriptionFixture(
      operation: "requestBody: {$ref: '#/components/requestBodies/B'}",
      components: "requestBodies: {B: {$ref: '#/components/requestBodies/B'}}"
    )
    #expect(Set(fixture.codes) == ["error circular-reference"])
  }

  @Test func aHeaderThatContainsItself() throws {
    let fixture = try DescriptionFixture(
      components: """
        headers:
          H:
            content:
              multipart/mixed: {encoding: {p: {headers: {h: {$ref: '#/components/headers/H'}}}}}
        """
    )
    #expect(fixture.codes == ["error circular-reference"])
  }

  @Test func faultsInExamplesAndLinksAreWarnings() throws {
    let fixture = try DescriptionFixture(
      operation: """
        responses:
          '200':
            description: D
            links: {l: {$ref: '#/components/links/missing'}}
            content: {application/json: {examples: {e: {$ref: '#/components/examples/missing'}}}}
        """
    )
    #expect(fixture.codes == ["warning dangling-reference", "warning dangling-reference"])
    #expect(fixture.document != nil)
  }
}
