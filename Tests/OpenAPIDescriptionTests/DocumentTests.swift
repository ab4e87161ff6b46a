import OpenAPIDescription
import SourceDocuments
import Testing

@Suite struct DocumentTests {
  @Test func allFieldsOfInfo() throws {
    let fixture = try DescriptionFixture(
      """
      openapi: 3.1.0
      info:
        title: Pets
        version: 1.2.0
        summary: Short
        description: Long
        termsOfService: https://example.com/terms
        contact: {name: A, url: https://example.com, email: a@example.com}
        license: {name: MIT, identifier: MIT}
        x-anything: {a: 1}
      externalDocs: {url: https://example.com/docs, description: More}
      tags:
        - {name: pets, description: Pets, externalDocs: {url: https://example.com/pets}}
      paths:
        /a: {get: {tags: [pets]}}
      """
    )
    let info = try #require(fixture.document?.info)
    #expect(fixture.codes.isEmpty)
    #expect(info.title == "Pets" && info.version == "1.2.0" && info.summary == "Short")
    #expect(info.contact?.email == "a@example.com")
    #expect(info.license?.identifier == "MIT")
    #expect(fixture.document?.tags[0].externalDocumentation?.url == "https://example.com/pets")
    #expect(fixture.document?.externalDocumentation?.description == "More")
  }

  @Test func infoIsRequired() throws {
    let fixture = try DescriptionFixture("openapi: 3.1.0\npaths: {}")
    #expect(fixture.codes == ["error missing-field"])
    #expect(fixture.diagnostics[0].message == "this OpenAPI Object has no 'info'")
  }

  @Test func titleAndVersionAreRequired() throws {
    let fixture = try DescriptionFixture("openapi: 3.1.0\ninfo: {description: D}\npaths: {}")
    #expect(fixture.codes == ["error missing-field", "error missing-field"])
    #expect(fixture.diagnostics[0].location?.line == 2)
  }

  @Test func aVersionThatYAMLTakesForANumber() throws {
    let fixture = try DescriptionFixture("openapi: 3.1.0\ninfo: {title: T, version: 1.10}\npaths: {}")
    #expect(fixture.codes == ["warning wrong-type"])
    #expect(fixture.document?.info.version == "1.10")
  }

  @Test(arguments: [
    ("3.0.3", "", ["error missing-field"]),
    ("3.0.3", "components: {}", ["warning missing-field"]),
    ("3.1.0", "", ["error missing-field"]),
    ("3.1.0", "components: {}", []),
    ("3.1.0", "webhooks: {}", []),
  ])
  func contentIsRequired(_ version: String, _ fields: String, _ codes: [String]) throws {
    let fixture = try DescriptionFixture(DescriptionFixture.head(version) + fields)
    #expect(fixture.codes == codes)
  }

  @Test func unknownFieldsAreNamedWithTheNearest() throws {
    let fixture = try DescriptionFixture(
      DescriptionFixture.head("3.1.0") + "paths: {}\nserver: []\nwebhook: {}\nx-server: 1\nfoo: 1"
    )
    #expect(fixture.codes == Array(repeating: "warning unknown-field", count: 3))
    #expect(fixture.diagnostics[0].advice == "write 'servers'")
    #expect(fixture.diagnostics[0].location?.column == 1)
    #expect(fixture.diagnostics[1].advice == "write 'webhooks'")
    #expect(fixture.diagnostics[2].advice == "remove it, or let its name start with 'x-'")
  }

  @Test func fieldsOfLaterVersionsAreReadWithAWarning() throws {
    let fixture = try DescriptionFixture(
      """
      openapi: 3.0.3
      info: {title: T, version: '1', summary: S}
      paths: {}
      webhooks: {ping: {post: {responses: {'204': {description: Done}}}}}
      """
    )
    #expect(fixture.codes == ["warning unknown-field", "warning unknown-field"])
    #expect(fixture.document?.info.summary == "S")
    #expect(fixture.document?.webhooks[0].item.operations[0].method == "post")
    #expect(fixture.document?.webhooks[0].item.path == "")
  }

  @Test func wrongTypesAreErrorsAtTheValue() throws {
    let fixture = try DescriptionFixture("openapi: 3.1.0\ninfo: text\npaths: []\nservers: {}\n")
    #expect(fixture.codes == ["error wrong-type", "error wrong-type", "error wrong-type"])
    #expect(fixture.diagnostics[0].message == "expected an object, found a string")
    #expect(fixture.diagnostics[0].location?.column == 7)
    #expect(fixture.document == nil)
  }

  @Test func wrongTypesInDocumentationAreWarnings() throws {
    let fixture = try DescriptionFixture(
      """
      openapi: 3.1.0
      info: {title: T, version: '1', contact: me, license: MIT, description: [a]}
      paths: {}
      externalDocs: https://example.com
      """
    )
    #expect(Set(fixture.codes) == ["warning wrong-type"])
    #expect(fixture.diagnostics.count == 4)
    #expect(fixture.document?.info.contact == nil)
  }

  @Test func nullCountsAsAbsent() throws {
    let fixture = try DescriptionFixture(
      "openapi: 3.1.0\ninfo: {title: T, version: '1', description: }\npaths:\nservers:\ncomponents: {}"
    )
    #expect(Set(fixture.codes) == ["warning wrong-type"])
    #expect(fixture.document?.info.description == nil)
  }

  @Test func tagsAreCompared() throws {
    let fixture = try DescriptionFixture(
      """
      openapi: 3.1.0
      info: {title: T, version: '1'}
      tags: [{name: cats}, {name: dogs}, {name: dogs}]
      paths:
        /a: {get: {tags: [cats, cat, birds]}}
        /b: {get: {tags: [birds]}}
      """
    )
    let codes = [
      "warning unused-tag", "warning duplicate-tag", "warning unused-tag", "warning undeclared-tag",
      "warning undeclared-tag",
    ]
    #expect(fixture.codes.sorted() == codes.sorted())
    #expect(fixture.diagnostics.last { $0.code == "undeclared-tag" }?.location?.line == 5)
    #expect(fixture.diagnostics.first { $0.code == "undeclared-tag" }?.advice == "write 'cats'")
  }

  @Test func tagsNeedNoDeclaration() throws {
    #expect(try DescriptionFixture(operation: "tags: [a, b]").codes.isEmpty)
  }

  @Test func theWholeOfVersion32() throws {
    let fixture = try DescriptionFixture(
      """
      openapi: 3.2.0
      $self: https://example.com/openapi.yaml
      info: {title: T, version: '1'}
      servers: [{url: https://example.com, name: production}]
      tags: [{name: pets, summary: Pets, parent: animals, kind: nav}, {name: animals}]
      paths:
        /a:
          query:
            tags: [pets, animals]
            parameters: [{name: q, in: querystring, content: {application/json: {schema: {type: object}}}}]
            responses:
              '200': {summary: S, content: {application/jsonl: {itemSchema: {type: string}}}}
          additionalOperations:
            COPY: {}
        /b:
          get:
            responses:
              '200':
                description: D
                content: {application/json: {$ref: '#/components/mediaTypes/m'}}
      components:
        mediaTypes: {m: {schema: {type: integer}}}
        securitySchemes:
          o:
            type: oauth2
            deprecated: true
            flows: {deviceAuthorization: {deviceAuthorizationUrl: u, tokenUrl: t}}
      """
    )
    #expect(fixture.codes.isEmpty)
    let document = try #require(fixture.document)
    #expect(document.servers[0].name == "production")
    #expect(document.tags[0].summary == "Pets")
    #expect(document.paths[0].operations.map(\.method) == ["query", "COPY"])
    #expect(document.paths[0].operations[0].parameters[0].location == .querystring)
    #expect(document.paths[0].operations[0].responses[0].content[0].itemSchema?.types == [.string])
    #expect(document.paths[1].operations[0].responses[0].content[0].schema?.types == [.integer])
    #expect(document.components.securitySchemes[0].isDeprecated)
  }
}
