import APIModel
import Parallelism

/// Builds the tests that decode an example of each type and encode it again.
struct ModelTestBuilder {
  let context: BuildContext

  init(_ context: BuildContext) {
    self.context = context
  }

  /// The tests by the names of their types: their order does not hang on which file a description declares a type in.
  func declarations() -> [ModelTestDeclaration] {
    var scope = NameScope(reserved: ReservedNames.members)
    var tests = context.api.types.concurrentMap(declaration(of:)).compactMap(\.self)
      .sorted { $0.type < $1.type }
    for position in tests.indices { tests[position].name = scope.claim(tests[position].name) }
    return tests
  }

  /// The test of a type under a name that others may have, too; nil for what is no JSON of its own.
  private func declaration(of declaration: TypeDeclaration) -> ModelTestDeclaration? {
    guard let path = context.catalog.paths[declaration.id], context.catalog.isNominal(declaration.id) else {
      return nil
    }
    // What is sent as several parts is no JSON.
    if case .multipart = declaration.definition { return nil }
    return ModelTestDeclaration(
      name: context.style.memberName(path.joined(separator: " ")),
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
