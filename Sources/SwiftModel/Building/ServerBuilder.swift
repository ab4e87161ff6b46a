import APIModel
import OpenAPIDescription

/// Names the servers of a description: those of the API, and those of single operations.
struct ServerBuilder {
  /// All servers, those of the API first.
  private(set) var declarations: [ServerDeclaration] = []
  private var names: [String: String] = [:]
  private let style: NamingStyle
  private let documentation = DocumentationBuilder()

  init(_ api: API, style: NamingStyle) {
    self.style = style
    let own = api.services.flatMap(\.operations).flatMap(\.servers)
    var scope = NameScope(reserved: [
      "self", "init", "Type", "Protocol", "url", "name", "text", "description",
    ])
    var types = NameScope(reserved: ReservedNames.types.union(["Base"]))
    for (position, server) in (api.servers + own).enumerated() where names[server.url] == nil {
      guard !server.url.isEmpty, server.url != "/" else { continue }
      // Where the API has no server, those of operations are all there are.
      let isOfAPI = position < api.servers.count || api.servers.isEmpty
      let declaration = declaration(server, isOfAPI ? position : nil, in: &scope, types: &types)
      names[server.url] = declaration.name
      declarations.append(declaration)
    }
  }

  /// The expressions for the servers of an operation, such as `.upload` and `.regional()`; those that need an origin
  /// are left out, since only the caller knows it.
  func expressions(_ servers: [Server]) -> [String] {
    servers.compactMap { server in
      guard let declaration = declarations.first(where: { $0.name == names[server.url] }),
        !declaration.isRelative
      else { return nil }
      return "." + declaration.name + (declaration.variables.isEmpty ? "" : "()")
    }
  }

  // MARK: - One server

  private func declaration(
    _ server: Server,
    _ position: Int?,
    in scope: inout NameScope,
    types: inout NameScope
  ) -> ServerDeclaration {
    let text = server.name ?? server.description ?? ""
    let short = withoutServer(Words(text).words)
    // A sentence names nothing; then the host does.
    let source = (1...3).contains(short.count) ? short.joined(separator: " ") : host(of: server.url)
    let name = scope.claim(style.memberName(source.isEmpty ? "server \((position ?? 0) + 1)" : source))
    let lines = documentation.lines(server.description)
    let url = server.variables.reduce(server.url) { $0.replacing("{\($1.name)}", with: $1.defaultValue) }
    var arguments = NameScope(reserved: ReservedNames.parameters.union(["origin"]))
    return ServerDeclaration(
      origin: server.origin,
      name: name,
      url: url,
      template: server.url,
      position: position,
      isRelative: !server.url.contains("://") && !server.url.hasPrefix("{"),
      variables: server.variables.map { variable($0, of: name, in: &arguments, types: &types) },
      description: documentation.inline(server.description ?? url),
      documentation: lines.isEmpty ? ["`\(SwiftLiteral.comment(url))`"] : lines
    )
  }

  private func variable(
    _ variable: ServerVariable,
    of server: String,
    in scope: inout NameScope,
    types: inout NameScope
  ) -> ServerVariableDeclaration {
    let base = style.memberName(variable.name)
    let text = documentation.inline(variable.description)
    var cases: [EnumerationDeclaration.CaseDeclaration] = []
    if let values = variable.enumeration, values.contains(variable.defaultValue) {
      var names = NameScope(reserved: ReservedNames.cases)
      for value in values where !cases.contains(where: { $0.rawValue == value }) {
        let name = names.claim(style.caseName(value))
        cases.append(.init(name: name, rawValue: value, documentation: []))
      }
    }
    let typeName = style.typeName(variable.name)
    return ServerVariableDeclaration(
      name: scope.claim(base, base + "Variable"),
      wireName: variable.name,
      type: cases.isEmpty ? "String" : types.claim(typeName, style.typeName(server + " " + variable.name)),
      cases: cases,
      defaultValue: variable.defaultValue,
      documentation: text.isEmpty ? "The variable `\(SwiftLiteral.comment(variable.name))` of the URL." : text
    )
  }

  /// `Mock server` names the server `mock`.
  private func withoutServer(_ words: [String]) -> [String] {
    let rest = words.filter { !["server", "environment", "api", "url", "the"].contains($0.lowercased()) }
    return rest.isEmpty ? words : rest
  }

  private func host(of url: String) -> String {
    let parts = url.split(separator: "/", omittingEmptySubsequences: true)
    return String((url.contains("://") ? parts.dropFirst().first : parts.last) ?? "")
  }
}
