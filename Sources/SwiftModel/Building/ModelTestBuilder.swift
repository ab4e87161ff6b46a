import APIModel

/// Builds the tests that decode an example of each type and encode it again.
struct ModelTestBuilder {
  let context: BuildContext

  init(_ context: BuildContext) {
    self.context = context
  }

  func declarations() -> [ModelTestDeclaration] {
    var scope = NameScope(reserved: ReservedNames.members)
    return context.api.types.compactMap { declaration in
      guard let path = context.catalog.paths[declaration.id], context.catalog.isNominal(declaration.id) else {
        return nil
      }
      // What is sent as several parts is no JSON.
      if case .multipart = declaration.definition { return nil }
      return ModelTestDeclaration(
        name: scope.claim(context.style.memberName(path.joined(separator: " "))),
        type: path.joined(separator: "."),
        example: ExamplePruning(catalog: context.catalog)
          .pruned(
            context.api.examples.example(of: declaration.schema),
            as: ValueType(.declared(declaration.id))
          )
          .jsonText(indentation: 2)
      )
    }
  }
}
