import SourceDocuments

extension SecurityScheme {
  /// Reads what kind of scheme an object of `securityDefinitions` is (OpenAPI 2.0, Security Scheme Object).
  static func readSwaggerKind(from reader: inout ObjectReader) -> Kind? {
    guard let type = reader.requiredText("type") else { return nil }
    switch type {
    case "basic":
      return .http(scheme: "basic", bearerFormat: nil)
    case "oauth2":
      reader.ignore("flow", "authorizationUrl", "tokenUrl", "scopes")
      return .oauth2(flows: OAuthFlow.readSwagger(from: &reader))
    case "http", "openIdConnect", "mutualTLS":
      reader.context.diagnostics.append(.laterKind(type, at: reader.node["type"] ?? reader.node))
      return readKind(type, from: &reader)
    default:
      return readKind(type, from: &reader)
    }
  }
}

extension OAuthFlow {
  /// A scheme of OpenAPI 2.0 has one flow, whose fields are its own.
  fileprivate static func readSwagger(from reader: inout ObjectReader) -> [OAuthFlow] {
    let context = reader.context
    guard let node = reader.value("flow") else {
      reader.reportMissing("flow", .documentation)
      return []
    }
    guard let name = context.text(of: node) else { return [] }
    guard let kind = kinds[name] else {
      context.diagnostics.append(.unknownFlow(name, at: node))
      return []
    }
    let flow = OAuthFlow(
      kind: kind,
      authorizationURL: reader.text("authorizationUrl"),
      tokenURL: reader.text("tokenUrl"),
      scopes: reader.members("scopes", .documentation)
        .filter { !$0.key.hasPrefix("x-") }
        .map { OAuthScope.read($0, in: context) },
      origin: reader.node
    )
    if flow.authorizationURL == nil, kind == .implicit || kind == .authorizationCode {
      reader.reportMissing("authorizationUrl", .documentation)
    }
    if flow.tokenURL == nil, kind != .implicit { reader.reportMissing("tokenUrl", .documentation) }
    return [flow]
  }

  private static let kinds: [String: Kind] = [
    "implicit": .implicit, "password": .password, "application": .clientCredentials,
    "accessCode": .authorizationCode,
  ]
}

extension Diagnostic {
  fileprivate static func laterKind(_ text: String, at node: SourceNode) -> Diagnostic {
    .warning(
      "unknown-security-type",
      "'\(text)' is not a type of security scheme in Swagger 2.0; it came with OpenAPI 3.0",
      at: node,
      advice: Dialect.swagger20.adviceForLater
    )
  }

  fileprivate static func unknownFlow(_ text: String, at node: SourceNode) -> Diagnostic {
    .warning(
      "unknown-flow",
      "'\(text.shortened)' is not an OAuth 2 flow of Swagger 2.0; it is left out",
      at: node,
      advice: "write one of: implicit, password, application, accessCode"
    )
  }
}
