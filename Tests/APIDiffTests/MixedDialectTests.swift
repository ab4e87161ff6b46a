import SourceDocuments
import Testing

@testable import APIDiff

/// A description that moved from one dialect to the other.
struct MixedDialectTests {
  private static let swagger = """
    swagger: '2.0'
    info: {title: Test, version: '1', description: A test}
    consumes: [application/json]
    produces: [application/json]
    tags: [{name: a, description: All}]
    paths:
      /a/{id}:
        post:
          operationId: edit
          summary: Edit
          tags: [a]
          parameters:
          - {name: id, in: path, required: true, type: string, description: Text}
          - {name: q, in: query, type: array, collectionFormat: csv, items: {type: integer, minimum: 3}}
          - {name: body, in: body, required: true, description: Sent, schema: {$ref: '#/definitions/A'}}
          responses:
            '200': {description: OK, schema: {$ref: '#/definitions/A'}, headers: {X-A: {type: string, description: Text}}}
    definitions:
      A: {type: object, properties: {id: {type: string, description: Text}}}
    securityDefinitions:
      key: {type: apiKey, in: header, name: X-Key, description: Text}
    security: [{key: []}]
    """
  private static let openAPI = """
    openapi: 3.0.3
    info: {title: Test, version: '1', description: A test}
    tags: [{name: a, description: All}]
    paths:
      /a/{id}:
        post:
          operationId: edit
          summary: Edit
          tags: [a]
          parameters:
          - {name: id, in: path, required: true, schema: {type: string}, description: Text}
          - {name: q, in: query, style: form, explode: false, schema: {type: array, items: {type: integer, minimum: 3}}}
          requestBody: {required: true, description: Sent, content: {application/json: {schema: {$ref: '#/components/schemas/A'}}}}
          responses:
            '200': {description: OK, headers: {X-A: {schema: {type: string}, description: Text}}, content: {application/json: {schema: {$ref: '#/components/schemas/A'}}}}
    components:
      schemas:
        A: {type: object, properties: {id: {type: string, description: Text}}}
      securitySchemes:
        key: {type: apiKey, in: header, name: X-Key, description: Text}
    security: [{key: []}]
    """

  /// Both ways: what is found in one direction is found in the other.
  private func fixtures(swagger: String = swagger, openAPI: String = openAPI) throws -> [DiffFixture] {
    [
      try DiffFixture(base: swagger, revision: openAPI), try DiffFixture(base: openAPI, revision: swagger),
    ]
  }

  @Test func theSameIsNoChange() throws {
    for fixture in try fixtures() {
      #expect(fixture.difference.findings.map(\.phrase) == [])
      #expect(fixture.difference.remaining.map { ($0.revision ?? $0.base)?.pointer } == [])
    }
  }

  /// In every kind of object that both dialects have, and in those that only one has.
  @Test(arguments: [
    "style: form, ", "info: {", "operationId: edit", "{name: id, in: path, ", "schema: {type: array, ",
    "items: {type: integer, ", "requestBody: {", "Sent, content: {application/json: {", "'200': {", "X-A: {",
    "  A: {type",
    "id: {type: string, ", "key: {type", "{name: a, description", "openapi: 3.0.3",
  ])
  func whatNoRuleKnowsInOpenAPIIsShown(place: String) throws {
    try #require(Self.openAPI.contains(place))
    for fixture in try fixtures(openAPI: Self.inserting("surprise: 1", at: place, into: Self.openAPI)) {
      if place.hasPrefix("{name: a, desc") {
        // Tags describe, whatever they say.
        #expect(fixture.rules == [] && fixture.difference.remaining.count == 1)
        continue
      }
      #expect(fixture.rules == [.unhandled], "\(place)")
      #expect(fixture.difference.findings.first?.levels == "may-break may-break none")
      #expect(fixture.difference.findings.first?.subject.isEmpty == false || place == "openapi: 3.0.3")
    }
  }

  @Test(arguments: [
    "info: {", "operationId: edit", "{name: id, in: path, ", "{name: q, in: query, ",
    "items: {type: integer, ",
    "{name: body, in: body, ", "'200': {", "X-A: {", "  A: {type", "id: {type: string, ", "key: {type",
    "swagger: '2.0'",
  ])
  func whatNoRuleKnowsInSwaggerIsShown(place: String) throws {
    try #require(Self.swagger.contains(place))
    for fixture in try fixtures(swagger: Self.inserting("surprise: 1", at: place, into: Self.swagger)) {
      #expect(fixture.rules == [.unhandled], "\(place)")
    }
  }

  /// Fields of Swagger 2.0 that OpenAPI has nothing for.
  @Test func whatHasNoRuleIsShown() throws {
    let text = Self.swagger.replacing("operationId: edit", with: "operationId: edit\n      schemes: [http]")
    for fixture in try fixtures(swagger: text) { #expect(fixture.rules == [.unhandled]) }
  }

  @Test(arguments: [
    "description: A test", "summary: Edit", "description: All", "description: Sent", "description: OK",
    "required: true, schema: {type: string}, description: Text",
    "X-A: {schema: {type: string}, description: Text",
    "id: {type: string, description: Text", "name: X-Key, description: Text",
  ])
  func documentationIsCounted(text: String) throws {
    try #require(Self.openAPI.contains(text))
    for fixture in try fixtures(openAPI: Self.openAPI.replacing(text, with: text + "s")) {
      #expect(fixture.rules == [])
      #expect(fixture.difference.remaining.map(\.reason) == [.documentation])
    }
  }

  private static func inserting(_ field: String, at place: String, into text: String) -> String {
    guard let brace = place.lastIndex(of: "{") else {
      // A block, or the end of a list of fields in one line.
      if place.hasSuffix(", ") { return text.replacing(place, with: place + field + ", ") }
      let line = text.split(separator: "\n").first { $0.hasSuffix(place) } ?? ""
      return text.replacing(place, with: place + "\n" + line.prefix { $0 == " " } + field)
    }
    let with = place[...brace] + field + ", " + place[place.index(after: brace)...]
    return text.replacing(place, with: String(with))
  }
}
