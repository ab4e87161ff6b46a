import APIModel
import OpenAPIDescription

/// Builds the checks of an operation's arguments: its parameters, and a body whose type has no declaration.
struct ArgumentCheckBuilder {
  private let context: BuildContext
  private let builder: CheckBuilder

  init(_ context: BuildContext) {
    self.context = context
    builder = CheckBuilder(catalog: context.catalog, validated: context.validated)
  }

  /// The checks of parameters.
  ///
  /// - Parameters:
  ///   - parameters: The parameters of the operation.
  ///   - declared: Their declarations, in any order.
  func checks(
    of parameters: [APIModel.Parameter],
    _ declared: [ParameterDeclaration]
  ) -> [CheckDeclaration] {
    declared.flatMap { declaration in
      parameters.first {
        $0.name == declaration.wireName && $0.location.rawValue == declaration.location.rawValue
      }
      .map { checks(of: $0, declaration) } ?? []
    }
  }

  private func checks(
    of parameter: APIModel.Parameter,
    _ declaration: ParameterDeclaration
  )
    -> [CheckDeclaration]
  {
    guard let schema = parameter.schema, isTyped(parameter.value, declaration) else { return [] }
    let result = builder.checks(
      of: parameter.value,
      context.api.constraints.constraints(on: parameter.value, by: [schema]),
      subject: declaration.name,
      unwrapping: declaration.isRequired ? "" : "?",
      wireName: parameter.name
    )
    guard let rules = result.rules else { return result.checks }
    return result.checks + [CheckDeclaration(json: declaration.name, wireName: parameter.name, rules)]
  }

  /// Whether the parameter has the type of its schema rather than being carried as text.
  private func isTyped(_ value: ValueType, _ declaration: ParameterDeclaration) -> Bool {
    guard declaration.type == "String" else { return true }
    return context.catalog.text(context.catalog.underlying(value), in: []) == "String"
  }

  /// What is demanded of a body in JSON besides what its type demands, as a schema of JSON Schema.
  func rules(of body: APIModel.RequestBody?, _ declaration: BodyDeclaration?) -> ExampleValue? {
    guard let content = body?.contents.first, case .json(let value) = content.kind,
      let schema = content.schema, declaration?.representations.map(\.kind) == [.json]
    else { return nil }
    let constraints = context.api.constraints.constraints(on: value, by: [schema])
    guard !constraints.isEmpty else { return nil }
    return constraints.json(isMap: context.catalog.underlying(value).shape.isMap)
  }
}
