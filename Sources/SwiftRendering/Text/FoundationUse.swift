import SwiftModel

/// Finds out whether a file has to import Foundation for the types that it mentions.
enum FoundationUse {
  private static let types: Set<Substring> = ["Data", "Date", "Decimal", "URL", "UUID"]

  static func isNeeded(_ texts: some Sequence<String>) -> Bool {
    texts.contains { text in
      // Names of types are ASCII here; a part of a longer name is none of them.
      text.utf8.split { !($0.isPartOfName || $0 == UInt8(ascii: ".")) }.contains {
        types.contains(Substring($0))
      }
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

extension UInt8 {
  /// Whether the byte is part of a letter or a digit.
  var isPartOfName: Bool {
    switch self {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), 0x80...:
      true
    default: false
    }
  }
}

extension BodyDeclaration {
  /// The type texts that the declarations of a body mention.
  var typeTexts: [String] { [type] + (choice == nil ? [] : representations.map(\.type)) }
}
