import SourceDocuments

/// Rules for operations (OpenAPI 3.1.1 §4.8.10).
struct OperationRules {
  static func check(_ contents: DescriptionContents, _ diagnostics: inout Diagnostics) {
    var firstByIdentifier: [String: Operation] = [:]
    for operation in contents.operations {
      guard let identifier = operation.operationID else { continue }
      if let first = firstByIdentifier[identifier] {
        diagnostics.append(.duplicateIdentifier(identifier, operation, first: first))
      } else {
        firstByIdentifier[identifier] = operation
      }
    }
  }
}

extension Diagnostic {
  fileprivate static func duplicateIdentifier(
    _ identifier: String,
    _ operation: Operation,
    first: Operation
  ) -> Diagnostic {
    .warning(
      "duplicate-operation-id",
      "the operationId '\(identifier)' is used twice",
      at: operation.origin["operationId"] ?? operation.origin,
      advice: "give each operation an identifier of its own",
      notes: [Note("the first is here", at: (first.origin["operationId"] ?? first.origin).bestLocation)]
    )
  }
}
