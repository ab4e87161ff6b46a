import SourceDocuments

/// Rules for paths and what their variables stand for (OpenAPI 3.1.1 §4.8.8).
struct PathRules {
  static func check(_ document: OpenAPIDocument, _ diagnostics: inout Diagnostics) {
    var firstByShape: [String: PathItem] = [:]
    for item in document.paths {
      let template = PathTemplate(item.path)
      if let fault = template.fault {
        diagnostics.append(.invalidPath(item, fault))
        continue
      }
      if let first = firstByShape[template.shape] {
        diagnostics.append(.ambiguousPath(item, first: first))
      } else {
        firstByShape[template.shape] = item
      }
      checkRepetition(template, of: item, &diagnostics)
      for operation in item.operations {
        check(template, of: item, operation, &diagnostics)
      }
    }
  }

  private static func checkRepetition(
    _ template: PathTemplate,
    of item: PathItem,
    _ diagnostics: inout Diagnostics
  ) {
    var known: Set<String> = []
    for variable in template.variables where !known.insert(variable).inserted {
      diagnostics.append(.repeatedVariable(variable, in: item))
    }
  }

  /// The variables of a path and the path parameters of each of its operations are the same.
  private static func check(
    _ template: PathTemplate,
    of item: PathItem,
    _ operation: Operation,
    _ diagnostics: inout Diagnostics
  ) {
    let parameters = (item.parameters + operation.parameters).filter { $0.location == .path }
    let declared = Set(parameters.map(\.name))
    let variables = Set(template.variables)
    for parameter in parameters where !variables.contains(parameter.name) {
      diagnostics.append(.parameterMissing(parameter, in: item, template.variables))
    }
    for variable in template.variables where !declared.contains(variable) {
      diagnostics.append(
        .parameterUndeclared(variable, in: item, operation, declared: parameters.map(\.name))
      )
    }
  }
}

extension Diagnostic {
  fileprivate static func invalidPath(_ item: PathItem, _ fault: String) -> Diagnostic {
    .error("invalid-path", "'\(item.path)' is not a path: \(fault)", at: item.origin)
  }

  fileprivate static func ambiguousPath(_ item: PathItem, first: PathItem) -> Diagnostic {
    .error(
      "ambiguous-path",
      "'\(item.path)' matches the same requests as '\(first.path)'",
      at: item.origin,
      advice: "make them one path",
      notes: [Note("the first is here", at: first.origin.bestLocation)]
    )
  }

  fileprivate static func repeatedVariable(_ variable: String, in item: PathItem) -> Diagnostic {
    .warning(
      "repeated-variable",
      "the variable '\(variable)' occurs twice in '\(item.path)'; both take one value",
      at: item.origin,
      advice: "give them different names"
    )
  }

  fileprivate static func parameterMissing(
    _ parameter: Parameter,
    in item: PathItem,
    _ variables: [String]
  ) -> Diagnostic {
    .error(
      "path-parameter-missing",
      "the path parameter '\(parameter.name)' does not occur in '\(item.path)'",
      at: parameter.origin,
      advice: NearestName.advice(
        for: parameter.name,
        among: variables,
        otherwise: "add '{\(parameter.name)}' to the path, or remove the parameter"
      ),
      notes: [Note("the path is here", at: item.origin.bestLocation)]
    )
  }

  fileprivate static func parameterUndeclared(
    _ variable: String,
    in item: PathItem,
    _ operation: Operation,
    declared: [String]
  ) -> Diagnostic {
    .error(
      "path-parameter-undeclared",
      "the variable '\(variable)' of '\(item.path)' is not declared as a parameter",
      at: operation.origin,
      advice: NearestName.advice(
        for: variable,
        among: declared,
        otherwise: "declare a parameter 'name: \(variable)' with 'in: path' and 'required: true'"
      )
    )
  }
}
