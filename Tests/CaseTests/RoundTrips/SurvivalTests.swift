import OpenAPIDescription
import SourceDocuments
import Testing

@testable import OpenAPIDescription

/// A comparison that lets everything pass would prove nothing.
struct SurvivalTests {
  @Test(arguments: [
    (#"{"id": 1}"#, #"{"id": 1}"#),
    (#"{"id": 1}"#, #"{"id": 1.0}"#),
    (#"{"id": 1, "note": null}"#, #"{"id": 1}"#),
    (#"{"at": "2026-04-11T10:00:00+01:00"}"#, #"{"at": "2026-04-11T09:00:00Z"}"#),
    (#"{"undeclared": 1}"#, #"{}"#),
    (#"{"labels": {"a": "b"}}"#, #"{"labels": {"a": "b"}}"#),
  ])
  func theseSurvive(before: String, after: String) throws {
    #expect(try Self.difference(before, after) == nil)
  }

  @Test(arguments: [
    (#"{"id": 1}"#, #"{"id": 2}"#, ".id: 1 became 2"),
    (#"{"id": 1}"#, #"{}"#, ".id: lost"),
    (#"{"id": 1}"#, #"{"id": "1"}"#, ".id: number became string"),
    (#"{}"#, #"{"id": 0}"#, ".id: made up"),
    (
      #"{"at": "2026-04-11T10:00:00+01:00"}"#, #"{"at": "2026-04-11T10:00:00Z"}"#,
      ".at: '2026-04-11T10:00:00+01:00' became '2026-04-11T10:00:00Z'"
    ),
    (#"{"labels": {"a": "b"}}"#, #"{"labels": {}}"#, ".labels.a: lost"),
    (#"{"tags": ["a", "b"]}"#, #"{"tags": ["a"]}"#, ".tags: 2 elements became 1"),
  ])
  func theseDoNot(before: String, after: String, problem: String) throws {
    #expect(try Self.difference(before, after) == problem)
  }

  private static func difference(_ before: String, _ after: String) throws -> String? {
    let description = """
      openapi: 3.1.0
      info: {title: Things, version: 1.0.0}
      paths: {}
      components:
        schemas:
          Thing:
            type: object
            properties:
              id: {type: integer}
              note: {type: [string, 'null']}
              at: {type: string, format: date-time}
              labels: {type: object, additionalProperties: {type: string}}
              tags: {type: array, items: {type: string}}
      """
    let files = ["openapi.yaml": description, "before.json": before, "after.json": after]
    let loader = DocumentLoader(files: InMemoryFiles(files))
    let document = try #require(
      OpenAPIReader.read(try loader.load("openapi.yaml"), loader: loader).document
    )
    let schema = try #require(document.components.schemas.first?.schema)
    return Survival(schemas: document.schemas).difference(
      try loader.load("before.json").root,
      try loader.load("after.json").root,
      schema: schema
    )
  }
}
