import SourceDocuments

extension SchemaBuilder {
  mutating func readTypes(_ value: SourceNode) {
    if value.kind == .array {
      if context.dialect < .openAPI31 {
        context.diagnostics.append(.listOfTypes(value, in: context.dialect))
      }
      for element in value.elements { readType(element) }
    } else {
      readType(value)
    }
  }

  private mutating func readType(_ value: SourceNode) {
    if value.isNull {
      context.diagnostics.append(.unquotedNull(value))
      add(.null)
      return
    }
    guard let name = value.string else {
      context.reportWrongType(value, expected: "a string")
      return
    }
    guard let type = JSONType(rawValue: name) else {
      readMeantType(name, at: value)
      return
    }
    if type == .null, value.parent?.kind == .object, context.dialect < .openAPI31 {
      context.diagnostics.append(.nullType(value, in: context.dialect))
    }
    add(type)
  }

  private mutating func readMeantType(_ name: String, at value: SourceNode) {
    guard let meant = MeantType(name) else {
      context.diagnostics.append(.unknownType(name, at: value))
      return
    }
    if !isFile(name) { context.diagnostics.append(.formatAsType(name, meant, at: value)) }
    if let type = meant.type { add(type) }
    meantFormat = meant.format
  }

  /// Whether this is the type that Swagger 2.0 has for fields of forms and for whole responses.
  private func isFile(_ name: String) -> Bool {
    guard context.dialect == .swagger20, name == "file" else { return false }
    return node["in"]?.string == "formData" || node.key == "schema"
  }

  func addingNull(to types: [JSONType]) -> [JSONType] {
    types.contains(.null) ? types : types + [.null]
  }

  private mutating func add(_ type: JSONType) {
    if !keywords.types.contains(type) { keywords.types.append(type) }
  }

  mutating func readNullable(_ value: SourceNode) {
    guard let isNullable = context.flag(of: value) else { return }
    self.isNullable = isNullable
    if context.dialect >= .openAPI31 { context.diagnostics.append(.outdatedNullable(value, isNullable)) }
  }
}

extension Diagnostic {
  fileprivate static func unknownType(_ name: String, at node: SourceNode) -> Diagnostic {
    let names = JSONType.allCases.map(\.rawValue)
    let nearest = NearestNames.nearest(to: name, among: names)
    let ordered = [nearest].compactMap { $0 } + names.filter { $0 != nearest }
    return .error(
      "unknown-type",
      "'\(name)' is not a type",
      at: node,
      advice: "write one of: " + ordered.joined(separator: ", ")
    )
  }

  fileprivate static func formatAsType(_ name: String, _ meant: MeantType, at node: SourceNode) -> Diagnostic
  {
    let advice = meant.type.map { type in
      let format = meant.format.map { " with 'format: \($0)'" } ?? ""
      return "write 'type: \(type.rawValue)'" + format
    }
    return .warning(
      "unknown-type",
      "'\(name)' is not a type; it is read as what it seems to mean",
      at: node,
      advice: advice ?? "remove 'type' to allow any"
    )
  }

  fileprivate static func unquotedNull(_ node: SourceNode) -> Diagnostic {
    .warning("wrong-type", "expected a string, found null", at: node, advice: "put it in quotes: \"null\"")
  }

  fileprivate static func listOfTypes(_ node: SourceNode, in dialect: Dialect) -> Diagnostic {
    .warning(
      "wrong-type",
      "\(dialect.name) allows one type only; several are read as in OpenAPI 3.1",
      at: node,
      advice: dialect == .swagger20
        ? "write 'x-nullable', or convert the description to OpenAPI 3.1"
        : "raise the version under 'openapi', or write 'nullable' or 'anyOf'"
    )
  }

  fileprivate static func nullType(_ node: SourceNode, in dialect: Dialect) -> Diagnostic {
    .warning(
      "later-type",
      "the type 'null' came with OpenAPI 3.1",
      at: node,
      advice: dialect == .swagger20
        ? "write 'x-nullable: true'" : "write 'nullable: true', or raise the version under 'openapi'"
    )
  }

  fileprivate static func outdatedNullable(_ node: SourceNode, _ isNullable: Bool) -> Diagnostic {
    .warning(
      "outdated-keyword",
      "'nullable' is no longer a keyword in OpenAPI 3.1; it is read all the same",
      at: node,
      advice: isNullable ? "add \"null\" to 'type'" : "remove it"
    )
  }
}
