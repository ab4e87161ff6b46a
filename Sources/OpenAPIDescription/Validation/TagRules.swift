import SourceDocuments

/// Rules for tags (OpenAPI 3.1.1 §4.8.22).
struct TagRules {
  static func check(
    _ document: OpenAPIDocument,
    _ contents: DescriptionContents,
    _ diagnostics: inout Diagnostics
  ) {
    var firstByName: [String: Tag] = [:]
    for tag in document.tags {
      if let first = firstByName[tag.name] {
        diagnostics.append(.duplicate(tag, first: first))
      } else {
        firstByName[tag.name] = tag
      }
    }
    let used = Set(contents.operations.flatMap(\.tags))
    for tag in document.tags where !used.contains(tag.name) {
      diagnostics.append(.unused(tag))
    }
    // Who declares no tags at all has chosen not to.
    guard !document.tags.isEmpty else { return }
    var reported: Set<String> = []
    for operation in contents.operations {
      for tag in operation.tags where firstByName[tag] == nil && reported.insert(tag).inserted {
        diagnostics.append(.undeclared(tag, operation, declared: document.tags.map(\.name)))
      }
    }
  }
}

extension Diagnostic {
  fileprivate static func duplicate(_ tag: Tag, first: Tag) -> Diagnostic {
    .warning(
      "duplicate-tag",
      "the tag '\(tag.name)' is declared twice",
      at: tag.origin,
      notes: [Note("the first is here", at: first.origin.bestLocation)]
    )
  }

  fileprivate static func unused(_ tag: Tag) -> Diagnostic {
    .warning("unused-tag", "no operation has the tag '\(tag.name)'", at: tag.origin["name"] ?? tag.origin)
  }

  fileprivate static func undeclared(_ tag: String, _ operation: Operation, declared: [String]) -> Diagnostic
  {
    .warning(
      "undeclared-tag",
      "the tag '\(tag)' is not declared under 'tags'",
      at: operation.origin["tags"]?.elements.first { $0.string == tag } ?? operation.origin,
      advice: NearestName.advice(
        for: tag,
        among: declared.prefix(500),
        otherwise: "declare it beside the others"
      )
    )
  }
}
