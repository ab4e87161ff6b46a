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
  }

  private func servers(_ servers: [Server], of path: String) -> [Diagnostic] {
    servers.prefix(1).map { .otherServers(of: path, at: $0.origin) }
  }
}

extension Diagnostic {
  fileprivate static func otherServers(of path: String, at origin: SourceNode) -> Diagnostic {
    .warning(
      "unsupported-construct",
      "servers of '\(path)' alone are not generated; requests go to the server of the client",
      at: origin,
      advice: "name the server in the CallOptions of the call"
    )
  }
}
