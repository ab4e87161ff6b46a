import SourceDocuments

extension SecurityScheme {
  static func read(_ member: SourceMember, in context: ReadingContext) -> SecurityScheme? {
    // Publishers keep schemes on their own servers; a client can do without and be given a header by hand.
    guard let reference = context.follow(member.value, section: "securitySchemes", .documentation) else {
      return nil
    }
    let node = reference.target
    guard var reader = ObjectReader(node, "Security Scheme Object", in: context) else { return nil }
    let kind =
      context.dialect == .swagger20 ? readSwaggerKind(from: &reader) : readKind(from: &reader)
    let description = reader.prose("description")
    let isDeprecated = reader.flag("deprecated", since: .openAPI32) ?? false
    let metadataURL = reader.prose("oauth2MetadataUrl", since: .openAPI32)
    // Many documents carry fields of other kinds along; they change nothing.
    reader.ignore("name", "in", "scheme", "bearerFormat", "flows", "openIdConnectUrl")
    reader.finish()
    return kind.map { kind in
      SecurityScheme(
        name: member.key,
        kind: kind,
        description: reference.description ?? description,
        metadataURL: metadataURL,
        isDeprecated: isDeprecated,
        origin: node
      )
    }
  }

  private static func readKind(from reader: inout ObjectReader) -> Kind? {
    guard let type = reader.requiredText("type") else { return nil }
    return readKind(type, from: &reader)
  }

  static func readKind(_ type: String, from reader: inout ObjectReader) -> Kind? {
    switch type {
    case "apiKey":
      let name = reader.requiredText("name")
      let location = readLocation(from: &reader)
      guard let name, let location else { return nil }
      return .apiKey(name: name, location: location)
    case "http":
      guard let scheme = reader.requiredText("scheme") else { return nil }
      return .http(scheme: scheme.lowercased(), bearerFormat: reader.prose("bearerFormat"))
    case "oauth2":
      return .oauth2(flows: OAuthFlow.readAll(from: &reader))
    case "openIdConnect":
      return reader.requiredText("openIdConnectUrl").map { .openIDConnect(url: $0) }
    case "mutualTLS":
      return .mutualTLS
    default:
      reader.context.diagnostics.append(
        .unknownKind(type, in: reader.context.dialect, at: reader.node["type"] ?? reader.node)
      )
      return nil
    }
  }

  private static func readLocation(from reader: inout ObjectReader) -> ParameterLocation? {
    guard let text = reader.requiredText("in") else { return nil }
    switch ParameterLocation(rawValue: text) {
    case .query?: return .query
    case .header?: return .header
    case .cookie?: return .cookie
    default:
      reader.context.diagnostics.append(.unknownKeyLocation(text, at: reader.node["in"] ?? reader.node))
      return nil
    }
  }
}

extension Diagnostic {
  fileprivate static func unknownKind(_ text: String, in dialect: Dialect, at node: SourceNode) -> Diagnostic
  {
    let kinds =
      dialect == .swagger20
      ? ["basic", "apiKey", "oauth2"] : ["apiKey", "http", "oauth2", "openIdConnect", "mutualTLS"]
    let advice =
      switch text.lowercased() {
      case "basic" where dialect > .swagger20, "bearer" where dialect > .swagger20:
        "write 'type: http' with 'scheme: \(text.lowercased())'"
      default:
        NearestNames.advice(
          for: text,
          among: kinds,
          otherwise: "write one of: " + kinds.joined(separator: ", ")
        )
      }
    return .error(
      "unknown-security-type",
      "'\(text)' is not a type of security scheme",
      at: node,
      advice: advice
    )
  }

  fileprivate static func unknownKeyLocation(_ text: String, at node: SourceNode) -> Diagnostic {
    .error(
      "unknown-location",
      "an API key cannot be in '\(text)'",
      at: node,
      advice: "write one of: query, header, cookie"
    )
  }
}
