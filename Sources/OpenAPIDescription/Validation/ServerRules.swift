import SourceDocuments

/// Rules for servers and their variables (OpenAPI 3.1.1 §4.8.5 and §4.8.6).
struct ServerRules {
  static func check(_ contents: DescriptionContents, _ diagnostics: inout Diagnostics) {
    for server in contents.servers { check(server, &diagnostics) }
  }

  private static func check(_ server: Server, _ diagnostics: inout Diagnostics) {
    let names = variables(in: server.url)
    let place = server.origin["url"] ?? server.origin
    guard let names else {
      diagnostics.append(.unbalanced(server, at: place))
      return
    }
    let declared = Set(server.variables.map(\.name))
    for name in names where !declared.contains(name) {
      diagnostics.append(.undeclared(name, at: place, declared: server.variables.map(\.name)))
    }
    for variable in server.variables {
      if !names.contains(variable.name) { diagnostics.append(.unused(variable)) }
      if let enumeration = variable.enumeration, !enumeration.contains(variable.defaultValue) {
        diagnostics.append(.impossibleDefault(variable))
      }
    }
  }

  /// The names in braces; nil when the braces are not balanced.
  private static func variables(in url: String) -> Set<String>? {
    var names: Set<String> = []
    var open: String?
    for character in url {
      switch (character, open) {
      case ("{", nil): open = ""
      case ("{", _?), ("}", nil): return nil
      case ("}", let name?):
        names.insert(name)
        open = nil
      case (_, let name?): open = name + String(character)
      case (_, nil): break
      }
    }
    return open == nil ? names : nil
  }
}

extension Diagnostic {
  fileprivate static func unbalanced(_ server: Server, at node: SourceNode) -> Diagnostic {
    .error(
      "invalid-server",
      "the braces in the address '\(server.url)' do not match",
      at: node,
      advice: "write each variable as '{name}'"
    )
  }

  fileprivate static func undeclared(_ name: String, at node: SourceNode, declared: [String]) -> Diagnostic {
    .error(
      "undeclared-server-variable",
      "the variable '\(name)' of this address is not declared",
      at: node,
      advice: NearestName.advice(
        for: name,
        among: declared,
        otherwise: "declare it under 'variables' with a 'default'"
      )
    )
  }

  fileprivate static func unused(_ variable: ServerVariable) -> Diagnostic {
    .warning(
      "unused-server-variable",
      "the variable '\(variable.name)' does not occur in the address",
      at: variable.origin
    )
  }

  fileprivate static func impossibleDefault(_ variable: ServerVariable) -> Diagnostic {
    .warning(
      "impossible-default",
      "the default '\(variable.defaultValue)' is not among the values of 'enum'",
      at: variable.origin["default"] ?? variable.origin
    )
  }
}
