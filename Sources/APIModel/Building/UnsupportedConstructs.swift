import OpenAPIDescription
import SourceDocuments

/// Names what a description holds besides operations and their types, and what is not generated from it.
struct UnsupportedConstructs {
  let document: OpenAPIDocument

  func diagnostics() -> [Diagnostic] {
    document.paths.flatMap { item in
      servers(item.servers, of: item.path) + item.operations.flatMap { diagnostics(of: $0, in: item) }
    }
  }

  private func diagnostics(of operation: OpenAPIDescription.Operation, in item: PathItem) -> [Diagnostic] {
    servers(operation.servers, of: item.path)
      + (operation.requestBody?.content ?? []).flatMap(diagnostics)
      + operation.responses.flatMap { $0.content.flatMap(diagnostics) }
  }

  private func diagnostics(of media: MediaType) -> [Diagnostic] {
    positionalEncodings(of: media)
      + (media.itemSchema != nil && !media.isSequential ? [.itemsOfOneValue(media)] : [])
  }

  /// OpenAPI 3.2.0 §4.14: encodings that apply to parts by their position, and to parts of parts.
  private func positionalEncodings(of media: MediaType) -> [Diagnostic] {
    let isNested = media.encoding.contains { encoding in
      !encoding.encoding.isEmpty || !encoding.prefixEncoding.isEmpty || encoding.itemEncoding != nil
    }
    guard isNested || !media.prefixEncoding.isEmpty || media.itemEncoding != nil else { return [] }
    return [.positionalEncoding(at: media.origin)]
  }

  private func servers(_ servers: [Server], of path: String) -> [Diagnostic] {
    servers.filter { !$0.url.contains("://") && !$0.url.hasPrefix("{") }.prefix(1).map {
      .relativeServer(of: path, $0)
    }
  }
}

extension Diagnostic {
  fileprivate static func itemsOfOneValue(_ media: MediaType) -> Diagnostic {
    .warning(
      "unsupported-construct",
      "'itemSchema' has no effect: a body in '\(media.name)' is generated as a whole, not item by item",
      at: media.origin["itemSchema"] ?? media.origin,
      advice: "describe the body with 'schema', or in a media type whose items follow one another"
    )
  }

  fileprivate static func positionalEncoding(at origin: SourceNode) -> Diagnostic {
    .warning(
      "unsupported-construct",
      "the parts of this body are written without 'prefixEncoding', 'itemEncoding' and nested 'encoding'",
      at: origin,
      advice: "name the parts as properties of an object, and describe them under 'encoding'"
    )
  }

  fileprivate static func relativeServer(of path: String, _ server: Server) -> Diagnostic {
    .warning(
      "unsupported-construct",
      "the server '\(server.url)' of '\(path)' alone has no host; requests go to the server of the client",
      at: server.origin,
      advice: "name the server in the CallOptions of the call, or write its URL in full"
    )
  }
}
