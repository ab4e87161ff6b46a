import OpenAPIDescription
import SourceDocuments
import Testing

@testable import APIDiff

/// Two descriptions read from text, compared.
struct DiffFixture {
  let difference: Difference

  init(base: String, revision: String) throws {
    difference = DescriptionComparison.compare(
      try Self.read(base, "base.yaml"),
      try Self.read(revision, "revision.yaml")
    )
  }

  /// Two versions of the schema `S`, which one operation sends and receives.
  init(schema base: String, _ revision: String, components: String = "", version: String = "3.1.0") throws {
    try self.init(
      base: Self.document(schema: base, components: components, version: version),
      revision: Self.document(schema: revision, components: components, version: version)
    )
  }

  /// Two versions of the operation `POST /a`, without `responses` a plain one.
  init(operation base: String, _ revision: String, components: String = "") throws {
    try self.init(
      base: Self.document(operation: base, components: components),
      revision: Self.document(operation: revision, components: components)
    )
  }

  static func read(_ text: String, _ path: String) throws -> OpenAPIDocument {
    let loader = DocumentLoader(files: InMemoryFiles([path: text]))
    let (document, diagnostics) = OpenAPIReader.read(try loader.load(path), loader: loader)
    return try #require(document, "\(diagnostics.items.filter { $0.severity == .error }.map(\.message))")
  }

  static func document(schema: String, components: String = "", version: String = "3.1.0") -> String {
    """
    openapi: \(version)
    info: {title: Test, version: '1'}
    paths:
      /a:
        post:
          operationId: send
          requestBody: {content: {application/json: {schema: {$ref: '#/components/schemas/S'}}}}
          responses:
            '200': {description: OK, content: {application/json: {schema: {$ref: '#/components/schemas/S'}}}}
    components:
      schemas:
        S: \(schema)
    \(components.isEmpty ? "" : components.split(separator: "\n").map { "    " + $0 }.joined(separator: "\n"))
    """
  }

  static func document(operation: String, components: String = "") -> String {
    """
    openapi: 3.1.0
    info: {title: Test, version: '1'}
    paths:
      /a:
        post:
          operationId: send
    \(operation.contains("responses:") ? "" : "      responses: {'204': {description: Done}}")
    \(operation.split(separator: "\n").map { "      " + $0 }.joined(separator: "\n"))
    \(components)
    """
  }

  var rules: [Rule] { difference.findings.map(\.rule) }

  func finding(_ rule: Rule) throws -> Finding {
    try #require(difference.findings.first { $0.rule == rule }, "found only \(rules.map(\.rawValue))")
  }
}

extension Finding {
  /// `deployed rollout behaviour`, by which tests compare verdicts.
  var levels: String {
    [deployed, rollout, behaviour].map(\.level.rawValue).joined(separator: " ")
  }
}
