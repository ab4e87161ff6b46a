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
        diagnostics.append(.ambiguousPath(item, first: first, isDecidable: haveDifferentMethods(item, first)))
      } else {
        firstByShape[template.shape] = item
      }
      checkRepetition(template, of: item, &diagnostics)
      if item.path.contains("?") || item.path.contains("#") { diagnostics.append(.pathWithQuery(item)) }
    }
  }

  /// Whether the method of a request tells which of two paths is meant.
  private static func haveDifferentMethods(_ item: PathItem, _ first: PathItem) -> Bool {
    Set(item.operations.map(\.method)).isDisjoint(with: first.operations.map(\.method))
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
}

extension Diagnostic {
  fileprivate static func invalidPath(_ item: PathItem, _ fault: String) -> Diagnostic {
    .error("invalid-path", "'\(item.path.shortened)' is not a path: \(fault)", at: item.origin)
  }

  fileprivate static func ambiguousPath(_ item: PathItem, first: PathItem, isDecidable: Bool) -> Diagnostic {
    let consequence = isDecidable ? "" : "; a server answers those of one method with the first operation"
    return Diagnostic(
      .warning,
      code: "ambiguous-path",
      "'\(item.path.shortened)' matches the same requests as '\(first.path.shortened)'\(consequence)",
      at: item.origin.bestLocation,
      pointer: item.origin.pointer,
      advice: "make them one path",
      notes: [Note("the first is here", at: first.origin.bestLocation)]
    )
  }

  fileprivate static func pathWithQuery(_ item: PathItem) -> Diagnostic {
    .warning(
      "path-with-query",
      "'\(item.path.shortened)' is more than a path: it contains a query or a fragment",
      at: item.origin,
      advice: "describe queries with parameters"
    )
  }

  fileprivate static func repeatedVariable(_ variable: String, in item: PathItem) -> Diagnostic {
    .warning(
      "repeated-variable",
      "the variable '\(variable)' occurs twice in '\(item.path.shortened)'; both take one value",
      at: item.origin,
      advice: "give them different names"
    )
  }
}
