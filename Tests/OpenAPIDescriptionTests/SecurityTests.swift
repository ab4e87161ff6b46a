import OpenAPIDescription
import SourceDocuments
import Testing

@Suite struct SecurityTests {
  private static let schemes = """
    securitySchemes:
      key: {type: apiKey, in: header, name: x-api-key}
      token: {type: http, scheme: Bearer, bearerFormat: JWT}
      oauth:
        type: oauth2
        flows: {clientCredentials: {tokenUrl: https://example.com, scopes: {read: Reads, write: }}}
      oidc: {type: openIdConnect, openIdConnectUrl: https://example.com}
      tls: {type: mutualTLS, description: D}
    """

  @Test func allKinds() throws {
    let fixture = try DescriptionFixture(components: Self.schemes)
    let schemes = try #require(fixture.document?.components.securitySchemes)
    #expect(fixture.codes.isEmpty)
    #expect(schemes.map(\.name) == ["key", "token", "oauth", "oidc", "tls"])
    guard case .apiKey("x-api-key", .header) = schemes[0].kind, case .http("bearer", "JWT") = schemes[1].kind,
      case .oauth2(let flows) = schemes[2].kind, case .openIDConnect = schemes[3].kind,
      case .mutualTLS = schemes[4].kind
    else {
      Issue.record("a scheme has the wrong kind")
      return
    }
    #expect(flows[0].kind == .clientCredentials && flows[0].tokenURL == "https://example.com")
    #expect(flows[0].scopes.map(\.name) == ["read", "write"])
    #expect(flows[0].scopes.map(\.description) == ["Reads", ""])
  }

  @Test func faults() throws {
    let fixture = try DescriptionFixture(
      components: """
        securitySchemes:
          a: {type: basic}
          b: {type: apiKey, in: path, name: k}
          c: {type: apiKey, in: query}
          d: {type: http}
          e: {}
          f: {type: oauth2, flows: {implicit: {scopes: {}}, authorizationcode: {}}}
        """
    )
    #expect(
      fixture.codes == [
        "error unknown-security-type", "error unknown-location", "error missing-field", "error missing-field",
        "error missing-field", "warning missing-field", "warning unknown-field",
      ]
    )
    #expect(fixture.diagnostics[0].advice == "write 'type: http' with 'scheme: basic'")
    #expect(fixture.diagnostics[6].advice == "write 'authorizationCode'")
  }

  @Test func requirements() throws {
    let fixture = try DescriptionFixture(
      operation: "security: [{key: [], oauth: [read]}, {}]",
      components: Self.schemes
    )
    let security = try #require(fixture.operation?.security)
    #expect(fixture.codes.isEmpty)
    #expect(security[0].schemes.map(\.name) == ["key", "oauth"] && security[0].schemes[1].scopes == ["read"])
    #expect(security[1].isEmpty)
    #expect(try DescriptionFixture(operation: "tags: []").operation?.security == nil)
  }

  @Test func aMisspeltSchemeIsAnError() throws {
    let fixture = try DescriptionFixture(operation: "security: [{kye: []}]", components: Self.schemes)
    #expect(fixture.codes == ["error unknown-security-scheme"])
    #expect(fixture.diagnostics[0].advice == "write 'key'")
  }

  @Test func anUnknownSchemeBesideAnotherWayInIsLeftOut() throws {
    let fixture = try DescriptionFixture(
      operation: "security: [{other: []}, {key: []}]",
      components: Self.schemes
    )
    #expect(fixture.codes == ["warning unknown-security-scheme"])
    #expect(fixture.operation?.security?.map { $0.schemes.map(\.name) } == [["key"]])
  }

  @Test func aDocumentWithoutAnySchemes() throws {
    let fixture = try DescriptionFixture(operation: "security: [{other: []}]")
    #expect(fixture.codes == ["warning unknown-security-scheme"])
    #expect(fixture.operation?.security?.isEmpty == true)
  }

  @Test func aSchemeOnAnotherServerIsLeftOut() throws {
    let fixture = try DescriptionFixture(
      operation: "security: [{remote: []}]",
      components: "securitySchemes: {remote: {$ref: 'https://example.com/scheme'}}"
    )
    #expect(fixture.codes == ["warning remote-reference"])
    #expect(fixture.operation?.security?.isEmpty == true)
  }

  @Test func emptyScopesAndRequirements() throws {
    let fixture = try DescriptionFixture(operation: "security: [{key: }, []]", components: Self.schemes)
    #expect(fixture.codes == ["warning wrong-type", "warning wrong-type"])
    #expect(fixture.operation?.security?.map(\.isEmpty) == [false, true])
  }
}
