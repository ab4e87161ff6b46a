import SourceDocuments

extension Server {
  /// The server with a variable for each name in braces (OpenAPI 3.1.1 §4.8.6).
  func matchingVariables(in context: ReadingContext) -> Server {
    let place = origin["url"] ?? origin
    guard let names = Self.variables(in: url) else {
      context.diagnostics.append(.unbalanced(self, at: place))
      return self
    }
    var server = self
    let declared = variables.map(\.name)
    var known = Set(declared)
    for name in names where known.insert(name).inserted {
      let advice = context.nearestNames.advice(
        for: name,
        amongDeclared: declared,
        otherwise: "declare it under 'variables' with a 'default'"
      )
      context.diagnostics.append(.undeclared(name, at: place, advice: advice))
      server.variables.append(ServerVariable(name: name, defaultValue: "", origin: origin))
    }
    let used = Set(names)
    for variable in variables {
      if !used.contains(variable.name) { context.diagnostics.append(.unused(variable)) }
      if let enumeration = variable.enumeration, !enumeration.contains(variable.defaultValue) {
        context.diagnostics.append(.impossibleDefault(variable))
      }
    }
    return server
  }

  /// The names in braces; nil when the braces do not match.
  private static func variables(in url: String) -> [String]? {
    var names: [String] = []
    var open: String?
    for character in url {
      switch (character, open) {
      case ("{", nil): open = ""
      case ("{", _?), ("}", nil): return nil
      case ("}", let name?):
        names.append(name)
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
      "the braces in the address '\(server.url.shortened)' do not match",
      at: node,
      advice: "write each variable as '{name}'"
    )
  }

  fileprivate static func undeclared(_ name: String, at node: SourceNode, advice: String?) -> Diagnostic {
    .warning(
      "undeclared-server-variable",
      "the variable '\(name)' of this address is not declared; any text is accepted for it",
      at: node,
      advice: advice
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
