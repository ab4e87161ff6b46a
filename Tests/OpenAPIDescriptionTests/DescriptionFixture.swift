import OpenAPIDescription
import SourceDocuments

/// A description read from text, with what was said about it.
struct DescriptionFixture {
  let document: OpenAPIDocument?
  let diagnostics: [Diagnostic]

  /// - Parameter files: Other files, which the text may refer to.
  init(_ text: String, files: [String: String] = [:]) throws {
    var files = files
    files["openapi.yaml"] = text
    let loader = DocumentLoader(files: InMemoryFiles(files))
    let source = try loader.load("openapi.yaml")
    let result = OpenAPIReader.read(source, loader: loader)
    document = result.document
    diagnostics = result.diagnostics.sorted()
  }

  /// A description with these paths.
  init(paths: String, version: String = "3.1.0", files: [String: String] = [:]) throws {
    try self.init(Self.head(version) + "paths:\n" + paths.indented(by: 2), files: files)
  }

  /// A description with no paths and these components.
  init(components: String, version: String = "3.1.0", files: [String: String] = [:]) throws {
    try self.init(
      Self.head(version) + "paths: {}\ncomponents:\n" + components.indented(by: 2),
      files: files
    )
  }

  /// A description with these schemas.
  init(schemas: String, version: String = "3.1.0") throws {
    try self.init(components: "schemas:\n" + schemas.indented(by: 2), version: version)
  }

  /// A description with one operation, `GET /a`, that has these fields.
  init(operation: String, version: String = "3.1.0", components: String? = nil) throws {
    let responses = operation.contains("responses:") ? "" : "responses: {'204': {description: Done}}\n"
    let paths = "paths:\n  /a:\n    get:\n" + (responses + operation).indented(by: 6)
    let tail = components.map { "components:\n" + $0.indented(by: 2) } ?? ""
    try self.init(Self.head(version) + paths + tail)
  }

  /// A description with one schema, named `S`.
  init(schema: String, version: String = "3.1.0") throws {
    try self.init(schemas: "S:\n" + schema.indented(by: 2), version: version)
  }

  static func head(_ version: String) -> String {
    "openapi: \(version)\ninfo: {title: Test, version: '1'}\n"
  }

  /// The diagnostics as `severity code`, in the order of the text.
  var codes: [String] {
    diagnostics.map { "\($0.severity.rawValue) \($0.code)" }
  }

  func diagnostic(_ code: String) -> Diagnostic? {
    diagnostics.first { $0.code == code }
  }

  func schema(_ name: String = "S") -> Schema? {
    document?.components.schemas.first { $0.name == name }?.schema
  }

  /// The operation `GET /a`.
  var operation: OpenAPIDescription.Operation? {
    document?.paths.first { $0.path == "/a" }?.operations.first
  }
}

extension String {
  func indented(by count: Int) -> String {
    let margin = String(repeating: " ", count: count)
    return split(separator: "\n", omittingEmptySubsequences: false)
      .map { $0.isEmpty ? "" : margin + $0 }
      .joined(separator: "\n") + "\n"
  }
}
