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
    var nearestNames = NearestNames()
    let declared = document.tags.map(\.name)
    for operation in contents.operations {
      for (index, tag) in operation.tags.enumerated()
      where firstByName[tag] == nil && reported.insert(tag).inserted {
        let advice = nearestNames.advice(
          for: tag,
          amongDeclared: declared,
          otherwise: "declare it beside the others"
        )
        diagnostics.append(.undeclared(tag, at: place(of: index, in: operation), advice: advice))
      }
    }
  }

  private static func place(of index: Int, in operation: Operation) -> SourceNode {
    guard let tags = operation.origin["tags"]?.elements, tags.count == operation.tags.count else {
      return operation.origin
    }
    return tags[index]
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
    .warning(
      "unused-tag",
      "no operation has the tag '\(tag.name)'",
      at: tag.origin["name"] ?? tag.origin,
      advice: "give it to an operation, or remove it"
    )
  }

  fileprivate static func undeclared(_ tag: String, at node: SourceNode, advice: String?) -> Diagnostic {
    .warning(
      "undeclared-tag",
      "the tag '\(tag)' is not declared under 'tags'",
      at: node,
      advice: advice
    )
  }
}
