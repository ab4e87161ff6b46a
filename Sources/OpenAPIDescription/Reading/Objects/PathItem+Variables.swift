import SourceDocuments

extension PathItem {
  /// The path item with a path parameter for each variable of the path and for nothing else (OpenAPI 3.1.1
  /// §4.8.12.1).
  ///
  /// A parameter without a place in the path could not be sent, and a path with a variable without a parameter
  /// not be asked for.
  func matchingVariables(in context: ReadingContext) -> PathItem {
    let template = PathTemplate(path)
    guard template.fault == nil else { return self }
    let variables = Set(template.variables)
    var item = self
    item.parameters = existing(parameters, template, variables, in: context)
    item.operations = operations.map { operation in
      var operation = operation
      operation.parameters = existing(operation.parameters, template, variables, in: context)
      let all = parameters + operation.parameters
      var names = Set(all.filter { $0.location == .path }.map(\.name))
      for variable in template.variables where names.insert(variable).inserted {
        let advice = context.nearestNames.advice(
          for: variable,
          amongDeclared: all.map(\.name),
          otherwise: "declare a parameter 'name: \(variable.shortened)' with 'in: path' and 'required: true'"
        )
        context.diagnostics.append(.parameterUndeclared(variable, in: self, operation, advice: advice))
        operation.parameters.append(.undeclared(variable, origin: operation.origin))
      }
      return operation
    }
    return item
  }

  /// Without the path parameters that the path has no variable for.
  private func existing(
    _ parameters: [Parameter],
    _ template: PathTemplate,
    _ variables: Set<String>,
    in context: ReadingContext
  ) -> [Parameter] {
    parameters.filter { parameter in
      guard parameter.location == .path, !variables.contains(parameter.name) else { return true }
      let advice = context.nearestNames.advice(
        for: parameter.name,
        amongDeclared: template.variables,
        otherwise: "add '{\(parameter.name)}' to the path, or remove the parameter"
      )
      context.diagnostics.append(.parameterMissing(parameter, in: self, advice: advice))
      return false
    }
  }
}

extension Parameter {
  /// A variable of a path that nothing is said about: any text.
  fileprivate static func undeclared(_ name: String, origin: SourceNode) -> Parameter {
    Parameter(name: name, location: .path, isRequired: true, style: .simple, explode: false, origin: origin)
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
      "'\(item.path.shortened)' has a variable '\(variable)' that is not declared as a parameter; any text is "
        + "accepted for it",
      at: operation.origin,
      advice: advice
    )
  }
}
