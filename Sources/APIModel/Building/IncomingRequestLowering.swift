import OpenAPIDescription
import SourceDocuments

/// Turns webhooks and callbacks into ``IncomingRequest``s.
struct IncomingRequestLowering {
  let document: OpenAPIDocument
  let lowering: SchemaLowering

  func requests(selection: Selection) -> [IncomingRequest] {
    let webhooks = document.webhooks.flatMap { webhook in
      webhook.item.operations.filter { operation in
        selection.selects(tags: operation.tags, path: webhook.name, operation: operation.operationID)
      }
      .map { request(.webhook, name: webhook.name, $0, in: webhook.item) }
    }
    return webhooks + callbacks(selection)
  }

  private func callbacks(_ selection: Selection) -> [IncomingRequest] {
    var names: Set<String> = []
    var requests: [IncomingRequest] = []
    for path in document.paths {
      for owner in path.operations
      where selection.selects(tags: owner.tags, path: path.path, operation: owner.operationID) {
        let id = owner.operationID ?? "\(owner.method) \(path.path)"
        for callback in owner.callbacks {
          for item in callback.items {
            for operation in item.operations {
              let base = "\(id)/\(callback.name)"
              var name = base
              var number = 2
              while !names.insert(name).inserted {
                name = "\(base)/\(number)"
                number += 1
              }
              let source = IncomingRequest.Source.callback(operation: id, expression: item.path)
              requests.append(request(source, name: name, operation, in: item))
            }
          }
        }
      }
    }
    return requests
  }

  private func request(
    _ source: IncomingRequest.Source,
    name: String,
    _ operation: OpenAPIDescription.Operation,
    in item: PathItem
  ) -> IncomingRequest {
    // Types without a name are called after the request: each method of a webhook has its own.
    let isFirst = item.operations.first?.method == operation.method
    var lowered = OperationLowering(lowering: lowering, document: document)
      .operation(operation, in: item, id: isFirst ? name : "\(name) \(operation.method.lowercased())")
    // What protects the operations of the API says nothing of the requests that it makes itself.
    if operation.security == nil { lowered.security = [] }
    if let content = lowered.requestBody?.contents.first, !content.isPassedAsItIs {
      lowering.report(.untypedBody(content, name))
    }
    for response in lowered.successes.filter({ !$0.contents.isEmpty }).dropFirst() {
      lowering.report(.furtherAnswer(response, name))
    }
    return IncomingRequest(source: source, name: name, operation: lowered)
  }
}

extension RequestContent {
  /// Whether a receiver gets all that the description says of the body.
  fileprivate var isPassedAsItIs: Bool {
    switch kind {
    case .json, .text, .binary: true
    default: false
    }
  }
}

extension Diagnostic {
  fileprivate static func untypedBody(_ content: RequestContent, _ name: String) -> Diagnostic {
    .warning(
      "unsupported-content",
      "the body of '\(name)' in '\(content.mediaType)' is generated as bytes, without its schema",
      at: content.origin,
      advice: "decode the body yourself"
    )
  }

  fileprivate static func furtherAnswer(_ response: Response, _ name: String) -> Diagnostic {
    .warning(
      "unsupported-construct",
      "this answer to '\(name)' is not generated: an earlier one has a body, too",
      at: response.origin,
      advice: "describe one answer with a body, and those without"
    )
  }
}
