import OpenAPIDescription
import SourceDocuments
import Testing

/// Swagger 2.0, which is lifted to the form of OpenAPI 3 on reading.
@Suite struct SwaggerTests {
  private func read(_ text: String) throws -> DescriptionFixture {
    try DescriptionFixture("swagger: '2.0'\ninfo: {title: T, version: '1'}\n" + text)
  }

  private func operation(_ fields: String, _ head: String = "") throws -> DescriptionFixture {
    let paths = "paths:\n  /a:\n    get:\n      responses: {204: {description: Done}}\n"
    return try read(head + paths + fields.indented(by: 6))
  }

  private func parameter(_ text: String) throws -> Parameter {
    let fixture = try operation("parameters: [{name: p, in: query, \(text)}]")
    return try #require(fixture.operation?.parameters.first)
  }

  // MARK: - Servers

  @Test(arguments: [
    ("", []),
    ("host: h.example", ["https://h.example"]),
    (
      "host: h.example:8080\nbasePath: /v1\nschemes: [http, https]",
      ["http://h.example:8080/v1", "https://h.example:8080/v1"]
    ),
    ("basePath: /v1\nschemes: [http]", ["/v1"]),
    ("host: h.example\nbasePath: /", ["https://h.example"]),
    ("basePath: /", ["/"]),
  ])
  func addresses(_ fields: String, _ urls: [String]) throws {
    let fixture = try read(fields + "\npaths: {}")
    #expect(fixture.codes.isEmpty)
    #expect(fixture.document?.servers.map(\.url) == urls)
  }

  @Test func hostsThatAreMoreThanHosts() throws {
    let fixture = try read("host: http://h.example/api\nbasePath: /v1\npaths: {}")
    #expect(fixture.codes == ["warning invalid-server"])
    #expect(fixture.document?.servers.map(\.url) == ["http://h.example/api/v1"])
  }

  @Test func schemesOfOneOperation() throws {
    let head = "host: h.example\nschemes: [https]\n"
    #expect(try operation("schemes: [http]", head).operation?.servers.map(\.url) == ["http://h.example"])
    #expect(try operation("schemes: [https]", head).operation?.servers.isEmpty == true)
  }

  // MARK: - Parameters

  @Test(arguments: [
    ("csv", ParameterStyle.form, false), ("ssv", .spaceDelimited, false), ("pipes", .pipeDelimited, false),
    ("multi", .form, true),
  ])
  func collectionFormats(_ format: String, _ style: ParameterStyle, _ explode: Bool) throws {
    let lifted = try parameter("type: array, items: {type: string}, collectionFormat: \(format)")
    #expect(lifted.style == style && lifted.explode == explode)
    #expect(lifted.schema?.types == [.array] && lifted.schema?.items?.types == [.string])
  }

  @Test func listsAreSeparatedByCommasUnlessSaidOtherwise() throws {
    #expect(try parameter("type: array, items: {type: string}").explode == false)
    #expect(try parameter("type: string").explode == true)
  }

  @Test func tabsAreReplacedBySpaces() throws {
    let fixture = try operation(
      "parameters: [{name: p, in: query, type: array, items: {type: string}, collectionFormat: tsv}]"
    )
    #expect(fixture.codes == ["warning unsupported-style"])
    #expect(fixture.operation?.parameters.first?.style == .spaceDelimited)
  }

  @Test func theSchemaOfAParameterIsMadeOfItsFields() throws {
    let lifted = try parameter(
      "type: integer, description: D, required: true, minimum: 1, default: 2, x-e: 3"
    )
    #expect(lifted.isRequired && lifted.description == "D")
    #expect(lifted.schema?.types == [.integer] && lifted.schema?.description == nil)
    #expect(lifted.schema?.minimum?.integer == 1 && lifted.schema?.defaultValue?.number?.integer == 2)
    #expect(lifted.schema?.extensions.map(\.name) == ["x-e"])
    #expect(lifted.schema?.required.isEmpty == true)
  }

  // MARK: - Bodies

  @Test func bodiesAreInWhatTheOperationConsumes() throws {
    let body = "parameters: [{name: b, in: body, required: true, description: D, schema: {type: string}}]"
    let inherited = try operation(body, "consumes: [application/json, text/plain]\n").operation?.requestBody
    #expect(inherited?.content.map(\.name) == ["application/json", "text/plain"])
    #expect(inherited?.isRequired == true && inherited?.description == "D")
    let own = try operation(body + "\nconsumes: [text/csv]", "consumes: [application/json]\n")
    #expect(own.operation?.requestBody?.content.map(\.name) == ["text/csv"])
    #expect(try operation(body).operation?.requestBody?.content.map(\.name) == ["application/json"])
  }

  @Test func referencesToBodies() throws {
    let fixture = try operation(
      "parameters: [{$ref: '#/parameters/b'}]",
      "parameters: {b: {name: b, in: body, schema: {type: string}}}\n"
    )
    #expect(fixture.codes.isEmpty)
    #expect(fixture.operation?.requestBody?.componentName == "b")
    #expect(fixture.document?.components.requestBodies.map(\.componentName) == ["b"])
    #expect(fixture.document?.components.parameters.isEmpty == true)
  }

  @Test func formsAreObjects() throws {
    let fixture = try operation(
      """
      consumes: [application/json, application/x-www-form-urlencoded]
      parameters:
        - {name: a, in: formData, type: string, required: true, description: D}
        - {name: b, in: formData, type: array, items: {type: string}, collectionFormat: pipes}
      """
    )
    #expect(fixture.codes.isEmpty)
    let content = try #require(fixture.operation?.requestBody?.content.first)
    #expect(fixture.operation?.requestBody?.content.count == 1)
    #expect(content.name == "application/x-www-form-urlencoded")
    #expect(content.schema?.properties.map(\.name) == ["a", "b"] && content.schema?.required == ["a"])
    #expect(content.schema?.properties[0].schema.description == "D")
    #expect(content.encoding.map(\.propertyName) == ["b"] && content.encoding[0].style == .pipeDelimited)
    #expect(fixture.operation?.requestBody?.isRequired == true)
    #expect(fixture.operation?.parameters.isEmpty == true)
  }

  @Test func formsWithFilesAreMultipart() throws {
    let fixture = try operation("parameters: [{name: f, in: formData, type: file}]")
    #expect(fixture.codes.isEmpty)
    let content = fixture.operation?.requestBody?.content.first
    #expect(content?.name == "multipart/form-data")
    #expect(content?.schema?.properties.first?.schema.format == "binary")
  }

  @Test func bodiesOfPathItemsBelongToTheirOperations() throws {
    let fixture = try read(
      """
      paths:
        /a:
          parameters: [{name: b, in: body, schema: {type: string}}, {name: q, in: query, type: string}]
          get: {responses: {204: {description: Done}}}
          put:
            parameters: [{name: b, in: body, schema: {type: integer}}]
            responses: {204: {description: Done}}
      """
    )
    #expect(fixture.codes.isEmpty)
    let item = try #require(fixture.document?.paths.first)
    #expect(item.parameters.map(\.name) == ["q"])
    #expect(
      item.operations.map { $0.requestBody?.content.first?.schema?.types } == [[.string], [.integer]]
    )
  }

  // MARK: - Responses

  private func response(_ text: String, _ produces: String = "") throws -> Response {
    let fixture = try read(produces + "paths: {/a: {get: {responses: {200: {description: D, \(text)}}}}}")
    #expect(fixture.codes.isEmpty)
    return try #require(fixture.operation?.responses.first)
  }

  @Test func responsesAreInWhatTheOperationProduces() throws {
    #expect(try response("schema: {type: string}").content.map(\.name) == ["application/json"])
    let produces = "produces: [text/plain, application/json]\n"
    #expect(try response("schema: {type: string}", produces).content.count == 2)
    #expect(try response("headers: {}", produces).content.isEmpty)
    #expect(try response("schema: {type: file}").content.map(\.name) == ["application/octet-stream"])
    #expect(try response("schema: {type: file}").content.first?.schema?.types == [.string])
  }

  @Test func examplesBelongToTheirMediaType() throws {
    let text = "schema: {type: string}, examples: {'text/plain': b}"
    let content = try response(text, "produces: [text/plain, application/json]\n").content
    #expect(content.map(\.examples.count) == [1, 0])
    #expect(try response(text).content.map(\.name) == ["text/plain"])
  }

  @Test func headersHaveSchemas() throws {
    let header = try response("headers: {X-A: {type: integer, minimum: 1, description: D}}").headers.first
    #expect(header?.name == "X-A" && header?.description == "D")
    #expect(header?.schema?.types == [.integer] && header?.schema?.minimum?.integer == 1)
  }

  // MARK: - Security

  @Test(arguments: [
    ("implicit", OAuthFlow.Kind.implicit), ("password", .password), ("application", .clientCredentials),
    ("accessCode", .authorizationCode),
  ])
  func flows(_ name: String, _ kind: OAuthFlow.Kind) throws {
    let fixture = try read(
      "paths: {}\nsecurityDefinitions: {s: {type: oauth2, flow: \(name), authorizationUrl: 'https://a', "
        + "tokenUrl: 'https://t', scopes: {x: X}}}"
    )
    #expect(fixture.codes.isEmpty)
    guard case .oauth2(let flows)? = fixture.document?.components.securitySchemes.first?.kind else {
      Issue.record("no OAuth 2 scheme")
      return
    }
    #expect(flows.map(\.kind) == [kind] && flows[0].scopes.map(\.name) == ["x"])
  }

  @Test func basicIsAnAuthenticationSchemeOfHTTP() throws {
    let fixture = try read("paths: {}\nsecurityDefinitions: {s: {type: basic}}")
    guard case .http(scheme: "basic", _)? = fixture.document?.components.securitySchemes.first?.kind else {
      Issue.record("no HTTP scheme")
      return
    }
  }

  // MARK: - Schemas

  @Test func schemas() throws {
    let fixture = try read(
      "paths: {}\ndefinitions: {S: {discriminator: k, required: [k], properties: {k: {type: string, x-nullable: true}}}}"
    )
    #expect(fixture.codes.isEmpty)
    #expect(fixture.schema()?.discriminator?.propertyName == "k")
    #expect(fixture.schema()?.properties.first?.schema.types == [.string, .null])
  }

  @Test func placesAreThoseOfTheText() throws {
    let fixture = try read(
      "paths:\n  /a:\n    get:\n      responses:\n        200: {description: D, schema: {type: strin}}"
    )
    #expect(fixture.codes == ["error unknown-type"])
    #expect(fixture.diagnostics[0].location?.line == 7)
    #expect(fixture.diagnostics[0].pointer == "#/paths/~1a/get/responses/200/schema/type")
  }
}
