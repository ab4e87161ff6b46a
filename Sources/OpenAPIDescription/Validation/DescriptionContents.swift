import SourceDocuments

/// The objects of a description in flat lists, each of them once, however often it is referred to.
struct DescriptionContents {
  private(set) var pathItems: [PathItem] = []
  private(set) var operations: [Operation] = []
  private(set) var parameters: [Parameter] = []
  private(set) var headers: [Header] = []
  private(set) var mediaTypes: [MediaType] = []

  private var visited: Set<SourceNode> = []

  init(_ document: OpenAPIDocument) {
    for item in document.paths { add(item) }
    for webhook in document.webhooks { add(webhook.item) }
    let components = document.components
    for webhook in components.pathItems { add(webhook.item) }
    for callback in components.callbacks { add(callback) }
    for parameter in components.parameters { add(parameter) }
    for body in components.requestBodies { add(body) }
    for response in components.responses { add(response) }
    for header in components.headers { add(header) }
    for mediaType in components.mediaTypes { add(mediaType) }
  }

  private mutating func isNew(_ origin: SourceNode) -> Bool {
    visited.insert(origin).inserted
  }

  private mutating func add(_ item: PathItem) {
    guard isNew(item.origin) else { return }
    pathItems.append(item)
    for parameter in item.parameters { add(parameter) }
    for operation in item.operations { add(operation) }
  }

  private mutating func add(_ operation: Operation) {
    guard isNew(operation.origin) else { return }
    operations.append(operation)
    for parameter in operation.parameters { add(parameter) }
    if let body = operation.requestBody { add(body) }
    for response in operation.responses { add(response) }
    for callback in operation.callbacks { add(callback) }
  }

  private mutating func add(_ callback: Callback) {
    guard isNew(callback.origin) else { return }
    for item in callback.items { add(item) }
  }

  private mutating func add(_ parameter: Parameter) {
    guard isNew(parameter.origin) else { return }
    parameters.append(parameter)
    for mediaType in parameter.content { add(mediaType) }
  }

  private mutating func add(_ body: RequestBody) {
    guard isNew(body.origin) else { return }
    for mediaType in body.content { add(mediaType) }
  }

  private mutating func add(_ response: Response) {
    guard isNew(response.origin) else { return }
    for header in response.headers { add(header) }
    for mediaType in response.content { add(mediaType) }
  }

  private mutating func add(_ header: Header) {
    guard isNew(header.origin) else { return }
    headers.append(header)
    for mediaType in header.content { add(mediaType) }
  }

  private mutating func add(_ mediaType: MediaType) {
    guard isNew(mediaType.origin) else { return }
    mediaTypes.append(mediaType)
    for encoding in mediaType.encoding {
      for header in encoding.headers { add(header) }
    }
  }
}
