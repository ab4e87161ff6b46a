public import OpenAPIDescription
public import SourceDocuments

/// Builds the ``API`` that a description stands for.
public enum APIBuilder {
  /// Lowers a description.
  ///
  /// - Parameters:
  ///   - document: The description, as `OpenAPIReader` gives it.
  ///   - selection: The operations wanted. With a selection, only the types that they reach are kept.
  ///   - warnsOfLosses: Whether it is warned of what the API cannot express.
  /// - Returns: The API, or nil when the diagnostics hold an error.
  public static func build(
    _ document: OpenAPIDocument,
    selection: Selection = Selection(),
    warnsOfLosses: Bool = true
  ) -> (api: API?, diagnostics: Diagnostics) {
    let inheritance = Inheritance(document.components.schemas, in: document.schemas)
    let table = TypeTable(
      schemas: document.schemas,
      inheritance: inheritance,
      warnsOfKeywords: warnsOfLosses
    )
    let lowering = SchemaLowering(table: table)
    if selection.isEverything {
      for component in document.components.schemas {
        _ = table.identifier(of: component.schema, context: .named(component.name))
      }
      table.definePending(lowering.definition)
    }
    var services = ServiceBuilder(document: document, lowering: lowering).services(selection: selection)
    let incoming = IncomingRequestLowering(document: document, lowering: lowering).requests(
      selection: selection
    )
    table.definePending(lowering.definition)
    OverlappingAlternatives(table: table).resolve()
    UsageMarker(table: table).mark(services, incoming, includingForms: false)
    MultipartFormBuilder(lowering: lowering).build(in: &services)
    UsageMarker(table: table).mark(services, incoming, includingForms: true)
    if warnsOfLosses {
      table.diagnostics.append(contentsOf: UnsupportedConstructs(document: document).diagnostics())
    }
    let api = API(
      title: document.info.title,
      version: document.info.version,
      summary: document.info.summary,
      description: document.info.description,
      servers: Self.servers(of: document, &services),
      securitySchemes: document.components.securitySchemes,
      services: services,
      incoming: incoming,
      types: table.declarations,
      examples: ExampleMaker(schemas: document.schemas, inheritance: inheritance),
      constraints: ConstraintReader(schemas: document.schemas, types: table.declarations),
      origin: document.origin
    )
    return (table.diagnostics.hasErrors ? nil : api, table.diagnostics)
  }

  /// The servers of the API: those that the description has for all, else those that all operations have.
  private static func servers(of document: OpenAPIDocument, _ services: inout [Service]) -> [Server] {
    guard document.servers.allSatisfy({ $0.url.isEmpty || $0.url == "/" }) else { return document.servers }
    let operations = services.flatMap(\.operations)
    guard let common = operations.first?.servers, !common.isEmpty,
      operations.allSatisfy({ $0.servers.map(\.url) == common.map(\.url) })
    else { return document.servers }
    for service in services.indices {
      for operation in services[service].operations.indices {
        services[service].operations[operation].servers = []
      }
    }
    return common
  }
}
