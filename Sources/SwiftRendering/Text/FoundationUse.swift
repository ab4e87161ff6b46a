import SwiftModel

/// Finds out whether a file has to import Foundation for the types that it mentions.
enum FoundationUse {
  private static let types: Set<Substring> = ["Data", "Date", "Decimal", "URL", "UUID"]

  static func isNeeded(_ texts: some Sequence<String>) -> Bool {
    texts.contains { text in
      text.split { !($0.isLetter || $0.isNumber || $0 == ".") }.contains { types.contains($0) }
    }
  }

  /// The type texts that a model mentions, nested types included.
  static func texts(of model: ModelDeclaration) -> [String] {
    switch model {
    case .record(let record):
      record.properties.map(\.type) + (record.additionalProperties.map { [$0.elementType] } ?? [])
        + record.nested.flatMap(texts)
    case .union(let union): union.members.map(\.type) + union.nested.flatMap(texts)
    case .multipart(let form): form.parts.map(\.type) + form.nested.flatMap(texts)
    case .alias(let alias): [alias.type]
    case .enumeration: []
    }
  }

  /// The type texts that the signatures of a service mention.
  static func texts(of service: ServiceDeclaration) -> [String] {
    texts(of: service.operations)
  }

  static func texts(of operations: [OperationDeclaration]) -> [String] {
    operations.flatMap { operation in
      operation.parameters.map(\.type) + (operation.body?.typeTexts ?? []) + [operation.success.type]
    }
  }
}

extension BodyDeclaration {
  /// The type texts that the declarations of a body mention.
  var typeTexts: [String] { [type] + (choice == nil ? [] : representations.map(\.type)) }
}
