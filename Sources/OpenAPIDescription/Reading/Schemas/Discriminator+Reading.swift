import SourceDocuments

extension Discriminator {
  /// A fault in a discriminator costs the speed of telling alternatives apart, not their reading, so none is
  /// an error.
  static func read(_ node: SourceNode, in context: ReadingContext) -> Discriminator? {
    // Swagger 2.0 has the name of the property alone.
    if let name = node.string {
      if context.dialect > .swagger20 { context.diagnostics.append(.bareDiscriminator(node)) }
      return Discriminator(propertyName: name, origin: node)
    }
    guard var reader = ObjectReader(node, "Discriminator Object", in: context, .documentation) else {
      return nil
    }
    let propertyName = reader.requiredText("propertyName", .documentation)
    let mapping = reader.members("mapping", .documentation).compactMap { member -> DiscriminatorMapping? in
      guard let reference = context.text(of: member.value, .documentation) else { return nil }
      return DiscriminatorMapping(
        value: member.key,
        reference: reference,
        target: target(of: reference, at: member.value, in: context),
        origin: member.value
      )
    }
    let defaultMapping = reader.value("defaultMapping", since: .openAPI32)
    let defaultReference = defaultMapping.flatMap { context.text(of: $0, .documentation) }
    reader.finish()
    return propertyName.map { name in
      Discriminator(
        propertyName: name,
        mapping: mapping,
        defaultMapping: defaultReference,
        defaultTarget: defaultMapping.flatMap { node in
          defaultReference.flatMap { target(of: $0, at: node, in: context) }
        },
        origin: node
      )
    }
  }

  /// A value that could be either is the name of a component (OpenAPI 3.1.1 §4.8.25.3).
  private static func target(
    of reference: String,
    at node: SourceNode,
    in context: ReadingContext
  ) -> SourceNode? {
    var target = context.componentSchemas?[reference]
    if target == nil {
      do {
        target = try context.loader.resolve(reference, at: node)
      } catch {
        let names = context.componentSchemaNames
        let advice = context.nearestNames.advice(for: reference, amongDeclared: names)
        context.diagnostics.append(.danglingMapping(reference, at: node, advice: advice))
        return nil
      }
    }
    return target.map { context.reference(to: $0, reference, at: node).target }
  }
}

extension Diagnostic {
  fileprivate static func bareDiscriminator(_ node: SourceNode) -> Diagnostic {
    .warning(
      "wrong-type",
      "expected an object, found a string; it is read as the name of the property",
      at: node,
      advice: "write 'propertyName: \(node.string ?? "")' inside 'discriminator'"
    )
  }

  fileprivate static func danglingMapping(
    _ reference: String,
    at node: SourceNode,
    advice: String?
  ) -> Diagnostic {
    .warning("dangling-mapping", "the mapping '\(reference)' leads to no schema", at: node, advice: advice)
  }
}
