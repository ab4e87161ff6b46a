import SourceDocuments

extension Operation {
  /// The fields of a Path Item Object that hold operations (OpenAPI 3.1.1 §4.8.9).
  static let methods: Set<String> = ["get", "put", "post", "delete", "options", "head", "patch", "trace"]

  /// Reads all operations of a path item, in the order of the document.
  static func readAll(from reader: inout ObjectReader) -> [Operation] {
    let context = reader.context
    var operations: [Operation] = []
    for field in reader.fields {
      switch field.key {
      case _ where methods.contains(field.key):
        guard let node = reader.value(field.key) else { continue }
        operations += [read(node, method: field.key, in: context)].compactMap { $0 }
      case "query":
        guard let node = reader.value("query", since: .openAPI32) else { continue }
        operations += [read(node, method: "query", in: context)].compactMap { $0 }
      case "additionalOperations":
        for member in reader.members("additionalOperations", since: .openAPI32) {
          if methods.contains(member.key.lowercased()) {
            context.diagnostics.append(.ordinaryMethod(member))
          }
          operations += [read(member.value, method: member.key, in: context)].compactMap { $0 }
        }
      default:
        break
      }
    }
    reader.ignore("query", "additionalOperations")
    return operations
  }

  private static func read(_ node: SourceNode, method: String, in context: ReadingContext) -> Operation? {
    guard var reader = ObjectReader(node, "Operation Object", in: context) else { return nil }
    let tags = reader.value("tags").map { context.texts(of: $0, .documentation) }
    let operation = Operation(
      method: method,
      operationID: reader.text("operationId"),
      tags: tags ?? [],
      summary: reader.prose("summary"),
      description: reader.prose("description"),
      externalDocumentation: ExternalDocumentation.read(from: &reader),
      parameters: Parameter.readAll(from: &reader),
      requestBody: reader.value("requestBody").flatMap { RequestBody.read($0, in: context) },
      responses: Response.readAll(from: &reader),
      callbacks: reader.members("callbacks").compactMap { Callback.read($0, in: context) },
      isDeprecated: reader.flag("deprecated") ?? false,
      security: SecurityRequirement.readAll(from: &reader),
      servers: Server.readAll(from: &reader),
      extensions: reader.extensions,
      origin: node
    )
    reader.finish()
    return operation
  }
}

extension Diagnostic {
  /// OpenAPI 3.2.0 §4.9.1.
  fileprivate static func ordinaryMethod(_ member: SourceMember) -> Diagnostic {
    warning(
      "misplaced-operation",
      "'\(member.key)' has a field of its own and is no additional operation; it is read all the same",
      at: member.value,
      advice: "write it as '\(member.key.lowercased())' beside 'additionalOperations'"
    ).located(at: member.keyLocation)
  }
}
