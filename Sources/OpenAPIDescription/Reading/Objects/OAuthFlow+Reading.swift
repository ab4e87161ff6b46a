import SourceDocuments

extension OAuthFlow {
  /// Reads the field `flows` of a security scheme, an OAuth Flows Object (OpenAPI 3.1.1 §4.8.28).
  static func readAll(from reader: inout ObjectReader) -> [OAuthFlow] {
    let context = reader.context
    guard let node = reader.value("flows") else {
      reader.reportMissing("flows", .documentation)
      return []
    }
    guard var own = ObjectReader(node, "OAuth Flows Object", in: context) else { return [] }
    let flows = own.fields.compactMap { field -> OAuthFlow? in
      guard let kind = Kind(rawValue: field.key) else { return nil }
      let since: Dialect = kind == .deviceAuthorization ? .openAPI32 : .openAPI30
      return own.value(field.key, since: since).flatMap { read($0, kind: kind, in: context) }
    }
    for kind in Kind.allCases { own.ignore(kind.rawValue) }
    own.finish()
    return flows
  }

  private static func read(_ node: SourceNode, kind: Kind, in context: ReadingContext) -> OAuthFlow? {
    guard var reader = ObjectReader(node, "OAuth Flow Object", in: context) else { return nil }
    var authorizationURL = reader.text("authorizationUrl")
    if kind == .deviceAuthorization {
      authorizationURL = reader.text("deviceAuthorizationUrl") ?? authorizationURL
    }
    let flow = OAuthFlow(
      kind: kind,
      authorizationURL: authorizationURL,
      tokenURL: reader.text("tokenUrl"),
      refreshURL: reader.text("refreshUrl"),
      scopes: reader.members("scopes", .documentation).map { OAuthScope.read($0, in: context) },
      origin: node
    )
    if authorizationURL == nil, kind == .implicit || kind == .authorizationCode {
      reader.reportMissing("authorizationUrl", .documentation)
    }
    if authorizationURL == nil, kind == .deviceAuthorization {
      reader.reportMissing("deviceAuthorizationUrl", .documentation)
    }
    if flow.tokenURL == nil, kind != .implicit {
      reader.reportMissing("tokenUrl", .documentation)
    }
    reader.finish()
    return flow
  }
}
