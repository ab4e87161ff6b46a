import OpenAPIDescription
import SourceDocuments
import Testing

@testable import APIModel

/// An API made of the schemas in a text.
struct DescriptionFixture {
  let api: API
  let codes: [String]
  let messages: [String]

  init(schemas: String, paths: String = "{}") throws {
    let indented = schemas.split(separator: "\n").map { "    " + $0 }.joined(separator: "\n")
    let text = """
      openapi: 3.1.0
      info: {title: Fixture, version: 1.0.0}
      paths: \(paths)
      components:
        schemas:
      \(indented)
      """
    let loader = DocumentLoader(files: InMemoryFiles([:]))
    let source = try loader.load(text: Array(text.utf8), path: "openapi.yaml")
    let read = OpenAPIReader.read(source, loader: loader)
    let document = try #require(read.document, "\(read.diagnostics.items.map(\.message))")
    let built = APIBuilder.build(document)
    api = try #require(built.api)
    codes = built.diagnostics.items.map(\.code)
    messages = built.diagnostics.items.map(\.message)
  }

  func declaration(_ name: String) throws -> TypeDeclaration {
    try #require(api.types.first { $0.context == .named(name) })
  }

  func record(_ name: String) throws -> Record {
    guard case .record(let record) = try declaration(name).definition else {
      throw Unexpected(description: "\(name) is no record")
    }
    return record
  }

  func example(_ name: String) throws -> String {
    try api.examples.example(of: declaration(name).schema).jsonText()
  }
}

struct Unexpected: Error, CustomStringConvertible {
  let description: String
}
