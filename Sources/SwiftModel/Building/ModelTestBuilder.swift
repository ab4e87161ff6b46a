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
          example(of: declaration),
          as: ValueType(.declared(declaration.id))
        )
        .jsonText(indentation: 2)
    )
  }

  /// An example of a type. One that was put together from several schemas has no schema that could be asked for it, so its
  /// members are.
  private func example(of declaration: TypeDeclaration, depth: Int = 0) -> ExampleValue {
    guard !declaration.mergedSchemas.isEmpty, case .record(let record) = declaration.definition else {
      return context.api.examples.example(of: declaration.schema)
    }
    let members = record.properties.compactMap { property -> (name: String, value: ExampleValue)? in
      guard case .declared(let id) = context.catalog.underlying(property.value).shape,
        !context.api[id].mergedSchemas.isEmpty
      else { return (property.name, context.api.examples.example(of: property.schema)) }
      // Such types can hold themselves.
      guard depth < Self.deepest || property.isRequired && depth < 2 * Self.deepest else { return nil }
      return (property.name, example(of: context.api[id], depth: depth + 1))
    }
    return .object(members)
  }

  private static let deepest = 4
}
