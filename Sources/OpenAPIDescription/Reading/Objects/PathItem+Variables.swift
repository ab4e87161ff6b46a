import SourceDocuments

extension PathItem {
  /// The path item with a path parameter for each variable of its path, and with no others.
  ///
  /// The specification asks documents for that (OpenAPI 3.1.1 §4.8.12.1); where they fail, requests can be
  /// made all the same: a variable needs a value whether it is declared or not, and a value without a
  /// variable has no place to go.
  func matchingVariables(in context: ReadingContext) -> PathItem {
    let template = PathTemplate(path)
    guard template.fault == nil else { return self }
    var item = self
    let variables = Set(template.variables)
    item.parameters = keeping(template, variables, parameters, in: context)
    item.operations = operations.map { operation in
      let others = (parameters + operation.parameters).map(\.name)
      var operation = operation
      operation.parameters = keeping(template, variables, operation.parameters, in: context)
      let declared = (item.parameters + operation.parameters).filter { $0.location == .path }
      var names = Set(declared.map(\.name))
      for variable in template.variables where names.insert(variable).inserted {
        let advice = context.nearestName.advice(
          for: variable,
          amongDeclared: others,
          otherwise: "declare a parameter 'name: \(variable)' with 'in: path' and 'required: true'"
        )
        context.diagnostics.append(.parameterUndeclared(variable, in: self, operation, advice: advice))
        operation.parameters.append(parameter(for: variable))
      }
      return operation
    }
    return item
  }

  private func keeping(
    _ template: PathTemplate,
    _ variables: Set<String>,
    _ parameters: [Parameter],
    in context: ReadingContext
  ) -> [Parameter] {
    parameters.filter { parameter in
      guard parameter.location == .path, !variables.contains(parameter.name) else { return true }
      let advice = context.nearestName.advice(
        for: parameter.name,
        amongDeclared: template.variables,
        otherwise: "add '{\(parameter.name)}' to the path, or remove the parameter"
      )
      context.diagnostics.append(.parameterMissing(parameter, in: self, advice: advice))
      return false
    }
  }

  private func parameter(for variable: String) -> Parameter {
    var keywords = SchemaKeywords()
    keywords.types = [.string]
    return Parameter(
      name: variable,
      location: .path,
      isRequired: true,
      style: .simple,
      explode: false,
      schema: Schema(origin: origin, keywords: keywords),
      origin: origin
    )
  }
}

extension Diagnostic {
  fileprivate static func parameterMissing(
    _ parameter: Parameter,
    in item: PathItem,
    advice: String?
  ) -> Diagnostic {
    .warning(
      "path-parameter-missing",
      "the path parameter '\(parameter.name)' does not occur in '\(item.path.shortened)'; it is left out",
      at: parameter.origin,
      advice: advice,
      notes: [Note("the path is here", at: item.origin.bestLocation)]
    )
  }

  fileprivate static func parameterUndeclared(
    _ variable: String,
    in item: PathItem,
    _ operation: Operation,
    advice: String?
  ) -> Diagnostic {
    .warning(
      "path-parameter-undeclared",
      "'\(item.path.shortened)' has a variable '\(variable)' that is no parameter; a string is assumed",
      at: operation.origin,
      advice: advice
    )
  }
}
