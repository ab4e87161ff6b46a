import OpenAPIDescription
import SourceDocuments
import Testing

/// What OpenAPI 3.2 added.
@Suite struct Version32Tests {
  @Test func everyFieldIsRead() throws {
    let fixture = try DescriptionFixture(
      """
      openapi: 3.2.0
      $self: https://example.com/api
      info: {title: T, version: '1'}
      servers: [{url: 'https://a.example', name: production}]
      tags:
        - {name: a, summary: First, kind: nav}
        - {name: b, parent: a}
      paths:
        /a:
          query:
            tags: [a, b]
            parameters:
              - {name: whole, in: querystring, content: {application/x-www-form-urlencoded: {schema: {type: object}}}}
              - {name: session, in: cookie, style: cookie, schema: {type: string}}
            requestBody: {content: {application/json: {$ref: '#/components/mediaTypes/Body'}}}
            responses:
              '200':
                summary: Short
                content:
                  application/jsonl: {itemSchema: {type: string}}
                  multipart/mixed:
                    itemSchema: {type: string}
                    prefixEncoding: [{contentType: text/plain}]
                    itemEncoding: {contentType: image/png, encoding: {x: {contentType: text/csv}}, itemEncoding: {style: form}}
          additionalOperations:
            COPY: {responses: {'204': {}}}
      components:
        mediaTypes:
          Body:
            schema: {$ref: '#/components/schemas/Union'}
            examples: {one: {dataValue: {k: a}, serializedValue: '{"k":"a"}'}}
        securitySchemes:
          login:
            type: oauth2
            deprecated: true
            oauth2MetadataUrl: https://example.com/.well-known/oauth
            flows:
              deviceAuthorization:
                deviceAuthorizationUrl: https://example.com/device
                tokenUrl: https://example.com/token
                scopes: {}
        schemas:
          Union:
            oneOf: [{$ref: '#/components/schemas/A'}, {$ref: '#/components/schemas/B'}]
            discriminator: {propertyName: k, mapping: {b: B}, defaultMapping: A}
          A: {type: object, properties: {k: {type: string, xml: {nodeType: attribute}}}}
          B: {type: object, properties: {k: {type: string}}}
      """
    )
    #expect(fixture.codes.isEmpty, "\(fixture.diagnostics)")
    let document = try #require(fixture.document)
    #expect(document.servers.map(\.name) == ["production"])
    #expect(document.tags.map(\.kind) == ["nav", nil] && document.tags.map(\.parent) == [nil, "a"])
    let operations = try #require(document.paths.first?.operations)
    #expect(operations.map(\.method) == ["query", "COPY"])
    #expect(operations[0].parameters.map(\.location) == [.querystring, .cookie])
    #expect(operations[0].parameters[1].style == .cookie)
    let body = try #require(operations[0].requestBody?.content.first)
    #expect(body.examples.first?.value?["k"]?.string == "a")
    #expect(body.examples.first?.serializedValue == #"{"k":"a"}"#)
    let response = try #require(operations[0].responses.first)
    #expect(response.summary == "Short")
    #expect(response.content[0].itemSchema?.types == [.string])
    #expect(response.content[1].prefixEncoding.map(\.contentType) == ["text/plain"])
    #expect(response.content[1].itemEncoding?.encoding.map(\.propertyName) == ["x"])
    #expect(response.content[1].itemEncoding?.itemEncoding?.style == .form)
    let scheme = try #require(document.components.securitySchemes.first)
    #expect(scheme.isDeprecated && scheme.metadataURL == "https://example.com/.well-known/oauth")
    guard case .oauth2(let flows) = scheme.kind else { return }
    #expect(flows.map(\.kind) == [.deviceAuthorization])
    #expect(flows[0].authorizationURL == "https://example.com/device")
    let union = try #require(document.components.schemas.first?.schema.discriminator)
    #expect(union.defaultTarget?.key == "A" && union.mapping.first?.target?.key == "B")
  }

  @Test func ordinaryMethodsAreNoAdditionalOnes() throws {
    let fixture = try DescriptionFixture(
      paths: "/a: {additionalOperations: {POST: {responses: {}}}}",
      version: "3.2.0"
    )
    #expect(fixture.codes == ["warning misplaced-operation"])
  }

  @Test(arguments: [
    "tags: [{name: a, kind: nav}]", "servers: [{url: /, name: a}]", "components: {mediaTypes: {}}",
    "components: {securitySchemes: {a: {type: mutualTLS, deprecated: true}}}",
    "components: {schemas: {S: {xml: {nodeType: text}}}}",
    "components: {examples: {a: {dataValue: 1}}}", "components: {examples: {a: {serializedValue: '1'}}}",
    "components: {responses: {A: {description: D, summary: S}}}",
    "components: {responses: {A: {description: D, content: {a/b: {itemSchema: {}}}}}}",
    "components: {responses: {A: {description: D, content: {a/b: {prefixEncoding: []}}}}}",
  ])
  func fieldsAreDoubtfulInEarlierVersions(_ text: String) throws {
    let fixture = try DescriptionFixture(DescriptionFixture.head("3.1.0") + "paths: {}\n" + text)
    #expect(fixture.codes.contains("warning unknown-field"))
    #expect(fixture.document != nil)
  }

  @Test func otherDialectsOfSchemasAreNamed() throws {
    let head = DescriptionFixture.head("3.1.0") + "paths: {}\njsonSchemaDialect: "
    #expect(try DescriptionFixture(head + "https://spec.openapis.org/oas/3.1/dialect/base").codes.isEmpty)
    #expect(
      try DescriptionFixture(head + "http://json-schema.org/draft-07/schema#").codes
        == ["warning unsupported-dialect"]
    )
  }
}
