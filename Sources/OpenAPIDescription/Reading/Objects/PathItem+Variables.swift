import SourceDocuments

extension PathItem {
  /// Reports path parameters that the path has no variable for, and variables without a parameter
  /// (OpenAPI 3.1.1 §4.8.12.1).
  func checkVariables(in context: ReadingContext) {
    let template = PathTemplate(path)
    guard template.fault == nil else { return }
    let variables = Set(template.variables)
    checkParameters(parameters, template, variables, in: context)
    for operation in operations {
      checkParameters(operation.parameters, template, variables, in: context)
      let all = parameters + operation.parameters
      var names = Set(all.filter { $0.location == .path }.map(\.name))
      for variable in template.variables where names.insert(variable).inserted {
        let advice = context.nearestNames.advice(
          for: variable,
          amongDeclared: all.map(\.name),
          otherwise: "declare a parameter 'name: \(variable)' with 'in: path' and 'required: true'"
        )
        context.diagnostics.append(.parameterUndeclared(variable, in: self, operation, advice: advice))
      }
    }
  }

  private func checkParameters(
    _ parameters: [Parameter],
    _ template: PathTemplate,
    _ variables: Set<String>,
    in context: ReadingContext
  ) {
    for parameter in parameters where parameter.location == .path && !variables.contains(parameter.name) {
      let advice = context.nearestNames.advice(
        for: parameter.name,
        amongDeclared: template.variables,
        otherwise: "add '{\(parameter.name)}' to the path, or remove the parameter"
      )
      context.diagnostics.append(.parameterMissing(parameter, in: self, advice: advice))
    }
  }
}

extension Diagnostic {
  fileprivate static func parameterMissing(
    _ parameter: Parameter,
    in item: PathItem,
    advice: String?
  ) -> Diagnostic {
    .error(
      "path-parameter-missing",
      "the path parameter '\(parameter.name)' does not occur in '\(item.path.shortened)'",
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
    .error(
      "path-parameter-undeclared",
      "'\(item.path.shortened)' has a variable '\(variable)' that is not declared as a parameter",
      at: operation.origin,
      advice: advice
    )
  }
}
