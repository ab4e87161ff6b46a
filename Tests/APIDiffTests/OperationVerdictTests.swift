import Testing

@testable import APIDiff

/// Verdicts on what stands around schemas.
struct OperationVerdictTests {
  struct Example: CustomTestStringConvertible, Sendable {
    var rule: Rule
    var base: String
    var revision: String
    var levels: String
    var testDescription: String { "\(rule.rawValue): \(base) → \(revision)" }

    init(_ rule: Rule, _ base: String, _ revision: String, _ levels: String) {
      self.rule = rule
      self.base = base
      self.revision = revision
      self.levels = levels
    }
  }

  private static let list = "schema: {type: array, items: {type: string}}"

  static let examples = [
    Example(
      .parameterAdded,
      "deprecated: false",
      "parameters: [{name: a, in: query, schema: {}}]",
      "none none none"
    ),
    Example(
      .parameterAdded,
      "deprecated: false",
      "parameters: [{name: a, in: query, required: true, schema: {}}]",
      "breaks none none"
    ),
    Example(
      .parameterRemoved,
      "parameters: [{name: a, in: query, schema: {}}]",
      "deprecated: false",
      "may-break none none"
    ),
    Example(
      .parameterMoved,
      "parameters: [{name: a, in: query, schema: {type: string}}]",
      "parameters: [{name: a, in: header, schema: {type: string}}]",
      "breaks breaks none"
    ),
    Example(
      .parameterExplodeChanged,
      "parameters: [{name: a, in: query, \(list)}]",
      "parameters: [{name: a, in: query, explode: false, \(list)}]",
      "breaks breaks none"
    ),
    Example(
      .parameterExplodeChanged,
      "parameters: [{name: a, in: query, schema: {type: string}}]",
      "parameters: [{name: a, in: query, explode: false, schema: {type: string}}]",
      "none none none"
    ),
    Example(
      .typeChanged,
      "parameters: [{name: a, in: query, schema: {type: string}}]",
      "parameters: [{name: a, in: query, schema: {type: array, items: {type: string}}}]",
      "none may-break none"
    ),
    Example(
      .typeChanged,
      "parameters: [{name: a, in: query, explode: false, schema: {type: string}}]",
      "parameters: [{name: a, in: query, explode: false, schema: {type: array, items: {type: string}}}]",
      "breaks may-break none"
    ),
    Example(
      .parameterContentChanged,
      "parameters: [{name: a, in: query, schema: {type: object}}]",
      "parameters: [{name: a, in: query, content: {application/json: {schema: {type: object}}}}]",
      "breaks breaks none"
    ),
    Example(
      .maxLengthChanged,
      "parameters: [{name: a, in: query, content: {application/json: {schema: {type: string}}}}]",
      "parameters: [{name: a, in: query, content: {application/json: {schema: {type: string, maxLength: 3}}}}]",
      "breaks none none"
    ),
    Example(
      .parameterReservedChanged,
      "parameters: [{name: a, in: query, schema: {type: string}}]",
      "parameters: [{name: a, in: query, allowReserved: true, schema: {type: string}}]",
      "may-break may-break none"
    ),
    Example(
      .requestBodyAdded,
      "deprecated: false",
      "requestBody: {required: true, content: {application/json: {}}}",
      "breaks none none"
    ),
    Example(
      .requestBodyRemoved,
      "requestBody: {content: {application/json: {}}}",
      "deprecated: false",
      "breaks none none"
    ),
    Example(
      .mediaTypeRenamed,
      "responses: {'200': {description: OK, content: {application/json: {schema: {type: string}}}}}",
      "responses: {'200': {description: OK, content: {application/vnd.a+json: {schema: {type: string}}}}}",
      "breaks breaks none"
    ),
    Example(
      .encodingContentTypeChanged,
      "requestBody: {content: {multipart/form-data: {schema: {type: object, properties: {a: {}}}}}}",
      "requestBody: {content: {multipart/form-data: {schema: {type: object, properties: {a: {}}}, encoding: {a: {contentType: image/png}}}}}",
      "breaks breaks none"
    ),
    Example(
      .responseRemoved,
      "responses: {'200': {description: OK}}",
      "responses: {'204': {description: OK}}",
      "may-break may-break none"
    ),
    Example(
      .responseAdded,
      "responses: {'200': {description: OK}}",
      "responses: {'200': {description: OK}, '409': {description: No}}",
      "none none none"
    ),
    Example(
      .headerRemoved,
      "responses: {'200': {description: OK, headers: {X-A: {required: true, schema: {type: string}}}}}",
      "responses: {'200': {description: OK}}",
      "breaks none none"
    ),
    Example(
      .maxLengthChanged,
      "responses: {'200': {description: OK, headers: {X-A: {schema: {type: string, maxLength: 3}}}}}",
      "responses: {'200': {description: OK, headers: {X-A: {schema: {type: string, maxLength: 5}}}}}",
      "none none may-break"
    ),
    Example(.operationTagsChanged, "tags: [A]", "tags: [B]", "none none none"),
    Example(.operationDeprecationChanged, "deprecated: false", "deprecated: true", "none none none"),
  ]

  @Test(arguments: examples)
  func verdicts(example: Example) throws {
    let fixture = try DiffFixture(operation: example.base, example.revision)
    #expect(try fixture.finding(example.rule).levels == example.levels)
    #expect(!fixture.rules.contains(.unhandled))
  }

  private static let schemes = """
    components:
      securitySchemes:
        key: {type: apiKey, in: header, name: X-Key}
        other: {type: http, scheme: basic}
        oauth: {type: oauth2, flows: {clientCredentials: {tokenUrl: 'https://a.test', scopes: {r: R, w: W}}}}
    """

  @Test(arguments: [
    ("security: [{key: []}]", "security: [{key: [], other: []}]", Rule.securityTightened, "breaks none none"),
    (
      "security: [{key: []}, {other: []}]", "security: [{key: [], other: []}]", .securityTightened,
      "breaks none none"
    ),
    (
      "security: [{key: []}]", "security: [{key: []}, {other: []}]", .securityAlternativeAdded,
      "none may-break none"
    ),
    (
      "security: [{key: []}, {other: []}]", "security: [{key: []}]", .securityAlternativeRemoved,
      "breaks none none"
    ),
    ("security: [{oauth: [r]}]", "security: [{oauth: [r, w]}]", .securityTightened, "breaks none none"),
    ("security: [{key: []}]", "security: []", .securityRelaxed, "none may-break none"),
    ("security: []", "security: [{key: []}]", .securityTightened, "breaks none none"),
  ])
  func security(base: String, revision: String, rule: Rule, levels: String) throws {
    let fixture = try DiffFixture(operation: base, revision, components: Self.schemes)
    #expect(try fixture.finding(rule).levels == levels)
  }

  @Test func securitySchemesAreComparedInDetail() throws {
    func document(_ scheme: String) -> String {
      DiffFixture.document(
        operation: "security: [{key: []}]",
        components: "components: {securitySchemes: {key: \(scheme)}}"
      )
    }
    let header = "{type: apiKey, in: header, name: X-Key}"
    let moved = try DiffFixture(
      base: document(header),
      revision: document("{type: apiKey, in: query, name: X-Key}")
    )
    #expect(try moved.finding(.apiKeyLocationChanged).levels == "breaks breaks none")
    let renamed = try DiffFixture(
      base: document(header),
      revision: document("{type: apiKey, in: header, name: Other}")
    )
    #expect(try renamed.finding(.apiKeyNameChanged).levels == "breaks breaks none")
    let sameName = try DiffFixture(
      base: document(header),
      revision: document("{type: apiKey, in: header, name: x-key}")
    )
    #expect(sameName.rules == [])
    let basic = "{type: http, scheme: basic}"
    let scheme = try DiffFixture(base: document(basic), revision: document("{type: http, scheme: digest}"))
    #expect(try scheme.finding(.httpSchemeChanged).levels == "breaks breaks none")
    let kind = try DiffFixture(base: document(header), revision: document(basic))
    #expect(try kind.finding(.securitySchemeTypeChanged).levels == "breaks breaks none")
  }

  /// The same edit hurts the other side when the API is who asks.
  @Test func webhooksTravelTheOtherWay() throws {
    func document(_ schema: String) -> String {
      """
      openapi: 3.1.0
      info: {title: Test, version: '1'}
      webhooks:
        created:
          post:
            requestBody: {content: {application/json: {schema: \(schema)}}}
            responses: {'200': {description: OK}}
      """
    }
    let optional = document("{type: object, properties: {a: {type: string}}}")
    let required = document("{type: object, required: [a], properties: {a: {type: string}}}")
    let fixture = try DiffFixture(base: optional, revision: required)
    let finding = try fixture.finding(.propertyBecameRequired)
    #expect(finding.levels == "none breaks none")
    #expect(finding.uses.map(\.direction) == [.received])
  }

  @Test func callbacksAreCompared() throws {
    func operation(_ type: String) -> String {
      """
      callbacks:
        done:
          '{$request.body#/url}':
            post:
              requestBody: {content: {application/json: {schema: {type: \(type)}}}}
              responses: {'200': {description: OK}}
      """
    }
    let fixture = try DiffFixture(operation: operation("string"), operation("integer"))
    #expect(try fixture.finding(.typeChanged).uses.map(\.direction) == [.received])
  }

  /// What operations share is edited once.
  @Test func sharedBodiesAndHeadersAreOneFinding() throws {
    func document(_ media: String, header: String = "{schema: {type: string}}") -> String {
      """
      openapi: 3.1.0
      info: {title: Test, version: '1'}
      paths:
        /a: {post: {requestBody: {$ref: '#/components/requestBodies/Sent'}, responses: {'200': {$ref: '#/components/responses/Found'}}}}
        /b: {post: {requestBody: {$ref: '#/components/requestBodies/Sent'}, responses: {'200': {$ref: '#/components/responses/Found'}}}}
        /c: {post: {responses: {'200': {description: OK, headers: {X-A: {$ref: '#/components/headers/A'}}}}}}
        /d: {post: {responses: {'200': {description: OK, headers: {X-A: {$ref: '#/components/headers/A'}}}}}}
      components:
        requestBodies: {Sent: {content: {\(media): {schema: {type: string}}}}}
        responses: {Found: {description: OK, content: {\(media): {schema: {type: string}}}}}
        headers: {A: \(header)}
      """
    }
    let old = document("application/json")
    let renamed = try DiffFixture(base: old, revision: document("text/plain"))
    #expect(renamed.rules == [.mediaTypeRenamed, .mediaTypeRenamed])
    #expect(renamed.difference.findings.map(\.subject) == ["request body 'Sent'", "response 'Found'"])
    #expect(renamed.difference.findings.allSatisfy { $0.uses.map(\.operation) == ["POST /a", "POST /b"] })
    let header = try DiffFixture(
      base: old,
      revision: document("application/json", header: "{required: true, schema: {type: string}}")
    )
    #expect(header.rules == [.headerBecameRequired])
    #expect(header.difference.findings[0].subject == "header 'A'")
    #expect(header.difference.findings[0].uses.map(\.operation) == ["POST /c", "POST /d"])
  }

  @Test func parametersOfAPathAreOneFinding() throws {
    func document(_ required: Bool) -> String {
      """
      openapi: 3.1.0
      info: {title: Test, version: '1'}
      paths:
        /a:
          parameters: [{name: q, in: query, required: \(required), schema: {type: string}}]
          get: {responses: {'204': {description: Done}}}
          put: {responses: {'204': {description: Done}}}
      """
    }
    let fixture = try DiffFixture(base: document(false), revision: document(true))
    #expect(fixture.rules == [.parameterBecameRequired])
    #expect(fixture.difference.findings[0].uses.map(\.operation) == ["GET /a", "PUT /a"])
  }

  @Test func thePathOfAnOperationMayMove() throws {
    func document(_ path: String, id: String = "a") -> String {
      """
      openapi: 3.1.0
      info: {title: Test, version: '1'}
      paths:
        \(path):
          get: {operationId: \(id), responses: {'204': {description: Done}}}
      """
    }
    let moved = try DiffFixture(base: document("/a"), revision: document("/b"))
    #expect(moved.rules == [.operationMoved])
    #expect(moved.difference.findings[0].levels == "breaks breaks breaks")
    let replaced = try DiffFixture(base: document("/a"), revision: document("/b", id: "b"))
    #expect(replaced.rules.sorted { $0.rawValue < $1.rawValue } == [.operationAdded, .operationRemoved])
  }

  @Test func theNameOfAPathParameterMeansNothingOnTheWire() throws {
    func document(_ name: String) -> String {
      """
      openapi: 3.1.0
      info: {title: Test, version: '1'}
      paths:
        /a/{\(name)}:
          get:
            parameters: [{name: \(name), in: path, required: true, schema: {type: string}}]
            responses: {'204': {description: Done}}
      """
    }
    let fixture = try DiffFixture(base: document("id"), revision: document("key"))
    #expect(fixture.rules == [.parameterRenamed])
    #expect(fixture.difference.findings[0].level == .none)
  }

  @Test func anUnknownFieldIsNotSwallowed() throws {
    let fixture = try DiffFixture(
      schema: "{type: object, properties: {a: {type: string, xml: {name: a}}}}",
      "{type: object, properties: {a: {type: string, xml: {name: b}}}}"
    )
    #expect(try fixture.finding(.unhandled).levels == "may-break may-break none")
  }
}

/// The texts of Swagger 2.0 are compared place by place, too.
struct SwaggerTextTests {
  private static let base = """
    swagger: '2.0'
    info: {title: Test, version: '1', description: A test}
    schemes: [https]
    paths:
      /a:
        get:
          operationId: list
          parameters: [{name: q, in: query, type: string, collectionFormat: csv, description: Text}]
          responses: {'200': {description: OK, schema: {$ref: '#/definitions/A'}}}
    definitions:
      A: {type: object, properties: {id: {type: string}}}
    """

  @Test func whatNoRuleKnowsIsShown() throws {
    let edits = [
      ("properties: {id: {type: string}}", "xml: {name: a}, properties: {id: {type: string}}"),
      ("operationId: list", "operationId: list\n      schemes: [http]"),
      ("schemes: [https]", "schemes: [https]\nswagge: '2.1'"),
    ]
    for (from, to) in edits {
      let fixture = try DiffFixture(base: Self.base, revision: Self.base.replacing(from, with: to))
      #expect(fixture.rules == [.unhandled], "\(to)")
      #expect(fixture.difference.editCount == 1)
    }
  }

  @Test func whatRulesKnowIsAccountedFor() throws {
    let edits: [(String, String, Rule?)] = [
      ("type: string, collectionFormat", "type: integer, collectionFormat", .typeChanged),
      ("name: q, in", "name: q, required: true, in", .parameterBecameRequired),
      (
        "properties: {id: {type: string}}", "properties: {id: {type: string, maxLength: 3}}",
        .maxLengthChanged
      ),
      ("operationId: list", "operationId: index", .operationIDChanged),
      ("description: A test", "description: The test", nil),
    ]
    for (from, to, rule) in edits {
      let fixture = try DiffFixture(base: Self.base, revision: Self.base.replacing(from, with: to))
      #expect(fixture.rules == [rule].compactMap(\.self), "\(to)")
      #expect(fixture.difference.editCount == 1)
      #expect(fixture.difference.remaining.count == (rule == nil ? 1 : 0))
    }
  }
}
