import SourceDocuments

/// Recognizes documents that are no OpenAPI descriptions but are kept beside them.
struct DocumentKind {
  /// What the document seems to be, with its article; nil when nothing speaks for anything.
  static func guess(_ root: SourceNode) -> String? {
    for (field, kind) in kindsByField where root[field] != nil { return kind }
    if root["info"]?["_postman_id"] != nil || root["info"]?["schema"] != nil { return "a Postman collection" }
    if root["log"]?["entries"] != nil { return "an HTTP archive" }
    if root["data"]?["__schema"] != nil { return "a GraphQL schema" }
    if root["apiVersion"] != nil, root["kind"] != nil { return "a Kubernetes manifest" }
    if root["paths"] != nil, root["info"] != nil { return "an OpenAPI description without its version" }
    if root["paths"] != nil || root["components"] != nil { return "a part of an OpenAPI description" }
    if Operation.methods.contains(where: { root[$0]?.kind == .object }) {
      return "a path item of a description"
    }
    if root["$schema"] != nil || root["type"] != nil || root["allOf"] != nil { return "a JSON Schema" }
    return nil
  }

  private static let kindsByField = [
    ("asyncapi", "an AsyncAPI description"),
    ("arazzo", "an Arazzo description"),
    ("overlay", "an OpenAPI overlay"),
    ("swaggerVersion", "a Swagger 1 description"),
    ("openrpc", "an OpenRPC description"),
  ]
}
