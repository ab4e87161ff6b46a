import APIModel
import OpenAPIDescription

/// Builds the declaration of the client.
struct ClientBuilder {
  let context: BuildContext

  init(_ context: BuildContext) {
    self.context = context
  }

  func declaration() -> ClientDeclaration {
    let api = context.api
    let text = context.documentation.lines(api.description ?? api.summary)
    var scope = NameScope(reserved: ["self", "init", "Type", "Protocol", "url", "description"])
    return ClientDeclaration(
      documentation: text,
      servers: api.servers.filter { !$0.url.isEmpty && $0.url != "/" }.enumerated().map { position, server in
        declaration(server, position, in: &scope)
      }
    )
  }

  private func declaration(_ server: Server, _ position: Int, in scope: inout NameScope) -> ServerDeclaration
  {
    let text = server.name ?? server.description ?? ""
    let short = withoutServer(Words(text).words)
    // A sentence names nothing; then the host does.
    let source = (1...3).contains(short.count) ? short.joined(separator: " ") : host(of: server.url)
    let name = context.style.memberName(source.isEmpty ? "server \(position + 1)" : source)
    let lines = context.documentation.lines(server.description)
    let url = server.variables.reduce(server.url) { url, variable in
      url.replacingTemplate(variable.name, with: variable.defaultValue)
    }
    return ServerDeclaration(
      name: scope.claim(name),
      url: url,
      description: context.documentation.inline(server.description ?? url),
      documentation: lines.isEmpty ? ["`\(SwiftLiteral.comment(url))`"] : lines
    )
  }

  /// `Mock server` names the server `mock`.
  private func withoutServer(_ words: [String]) -> [String] {
    let rest = words.filter { !["server", "environment", "api", "url", "the"].contains($0.lowercased()) }
    return rest.isEmpty ? words : rest
  }

  private func host(of url: String) -> String {
    let afterScheme = url.split(separator: "/", omittingEmptySubsequences: true).dropFirst().first ?? ""
    return String(afterScheme)
  }
}

extension String {
  fileprivate func replacingTemplate(_ name: String, with value: String) -> String {
    var result = ""
    var rest = self[...]
    let template = "{\(name)}"
    while let start = rest.range(ofTemplate: template) {
      result += rest[..<start.lowerBound] + value
      rest = rest[start.upperBound...]
    }
    return result + rest
  }
}

extension Substring {
  fileprivate func range(ofTemplate template: String) -> Range<Index>? {
    var start = startIndex
    while start < endIndex {
      if self[start...].hasPrefix(template) { return start..<index(start, offsetBy: template.count) }
      start = index(after: start)
    }
    return nil
  }
}
