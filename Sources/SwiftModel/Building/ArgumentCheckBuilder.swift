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
    guard context.scope == .everything else { return [] }
    return declared.flatMap { declaration in
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

  /// What is demanded of a body, or of each of its items, besides what its type demands, as a schema of JSON Schema.
  func rules(of content: RequestContent) -> ExampleValue? {
    guard context.scope == .everything, let schema = content.schema, let value = content.checkedValue else {
      return nil
    }
    let constraints = context.api.constraints.constraints(on: value, by: [schema])
    guard !constraints.isEmpty else { return nil }
    return constraints.json(isMap: context.catalog.underlying(value).shape.isMap)
  }

  /// The checks of a body whose type does not have all of them itself. What is sent while it is made is not checked
  /// before.
  func checks(of body: BodyDeclaration?, _ contents: [RequestContent]) -> [CheckDeclaration] {
    guard let body, let first = body.representations.first else { return [] }
    let checked = body.choice == nil ? [first] : body.representations
    return checked.compactMap { representation in
      guard representation.kind.isWhole,
        let content = contents.first(where: { $0.mediaType == representation.mediaType }),
        let rules = rules(of: content)
      else { return nil }
      var check = CheckDeclaration(json: "body", rules)
      if body.choice != nil { check.caseName = representation.caseName }
      return check
    }
  }
}

extension RequestContent {
  /// The type of the values that a server checks.
  fileprivate var checkedValue: ValueType? {
    switch kind {
    case .json(let value), .form(let value, _), .sequence(let value): value
    case .events(let value, let form): form == .data ? value : nil
    case .text: .text
    case .multipart, .binary: nil
    }
  }
}

extension RepresentationDeclaration.Kind {
  /// Whether a caller has the value as a whole.
  fileprivate var isWhole: Bool {
    switch self {
    case .json, .form, .text: true
    case .multipart, .bytes, .sequence, .events: false
    }
  }
}
