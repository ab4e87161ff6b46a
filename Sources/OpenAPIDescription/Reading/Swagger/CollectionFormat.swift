import SourceDocuments

/// How a list is written where there is no body: the field `collectionFormat` of OpenAPI 2.0, which OpenAPI 3
/// replaced by `style` and `explode`.
enum CollectionFormat: String, CaseIterable {
  /// Separated by commas, which is the default.
  case csv
  /// Separated by spaces.
  case ssv
  /// Separated by tabs, which no style of OpenAPI 3 does.
  case tsv
  /// Separated by vertical bars.
  case pipes
  /// The name once more for each element; in queries and forms only.
  case multi

  /// The style that comes nearest, where styles of queries are allowed.
  var style: ParameterStyle {
    switch self {
    case .csv, .multi: .form
    case .ssv, .tsv: .spaceDelimited
    case .pipes: .pipeDelimited
    }
  }

  /// Reads the field; the default, with a warning, when it has no such value.
  ///
  /// - Parameter isQuery: Whether the formats of queries and forms are allowed, or in paths and headers those
  ///   that have a style of OpenAPI 3.
  static func read(from reader: inout ObjectReader, isQuery: Bool) -> CollectionFormat {
    guard let node = reader.value("collectionFormat") else { return .csv }
    guard let text = reader.context.text(of: node) else { return .csv }
    guard let format = CollectionFormat(rawValue: text) else {
      reader.context.diagnostics.append(.unknownFormat(text, at: node))
      return .csv
    }
    guard isQuery || format == .csv else {
      reader.context.diagnostics.append(.withoutStyle(format, "commas are used instead", at: node))
      return .csv
    }
    if format == .tsv {
      reader.context.diagnostics.append(.withoutStyle(format, "spaces are used instead", at: node))
    }
    return format
  }
}

extension Diagnostic {
  fileprivate static func unknownFormat(_ text: String, at node: SourceNode) -> Diagnostic {
    let names = CollectionFormat.allCases.map(\.rawValue)
    return .warning(
      "unknown-style",
      "'\(text.shortened)' is not a collection format; csv is used",
      at: node,
      advice: "write one of: " + names.joined(separator: ", ")
    )
  }

  fileprivate static func withoutStyle(
    _ format: CollectionFormat,
    _ substitute: String,
    at node: SourceNode
  ) -> Diagnostic {
    .warning(
      "unsupported-style",
      "lists in the format '\(format.rawValue)' cannot be written here; \(substitute)",
      at: node
    )
  }
}
