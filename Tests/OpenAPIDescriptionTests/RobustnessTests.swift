import OpenAPIDescription
import SourceDocuments
import Testing

/// Documents made to exhaust a reader. Each must end, soon, with a result or an error.
@Suite struct RobustnessTests {
  private let head = #""openapi":"3.1.0","info":{"title":"T","version":"1"}"#

  /// A Reference Object.
  private func reference(_ pointer: String) -> String {
    "{\"$ref\":\"#\(pointer)\"}"
  }

  private func description(_ section: String, _ entries: [String]) throws -> DescriptionFixture {
    let entries = entries.joined(separator: ",")
    return try DescriptionFixture("{\(head),\"components\":{\"\(section)\":{\(entries)}}}")
  }

  @Test func aLongChainOfCallbacks() throws {
    let items = (0..<2_000).map { index in
      let next = reference("/components/pathItems/p\(index + 1)")
      return "\"p\(index)\":{\"get\":{\"callbacks\":{\"c\":{\"u\":\(next)}}}}"
    }
    #expect(try description("pathItems", items + ["\"p2000\":{}"]).codes.contains("error too-deep"))
  }

  @Test func callbacksThatDoubleWithEveryLink() throws {
    let callbacks = (0..<25).map { index in
      let next = reference("/components/callbacks/c\(index + 1)")
      return "\"c\(index)\":{\"u\":{\"post\":{\"callbacks\":{\"a\":\(next),\"b\":\(next)}}}}"
    }
    #expect(try description("callbacks", callbacks + ["\"c25\":{}"]).codes == ["error too-large"])
  }

  @Test func aLongChainOfSchemas() throws {
    let count = 20_000
    let schemas = (0..<count).map { "\"s\($0)\":" + reference("/components/schemas/s\($0 + 1)") }
    #expect(try description("schemas", schemas + ["\"s\(count)\":{}"]).codes.isEmpty)
  }

  @Test func aLongChainOfParts() throws {
    let count = 3_000
    let schemas = (0..<count).map { index in
      let next = reference("/components/schemas/s\(index + 1)")
      let own = "\"required\":[\"x\"],\"properties\":{\"p\(index)\":{}},\"example\":{\"x\":1}"
      return "\"s\(index)\":{\(own),\"allOf\":[\(next)]}"
    }
    #expect(try description("schemas", schemas + ["\"s\(count)\":{}"]).document != nil)
  }

  @Test func manyMediaTypesOfManyResponses() throws {
    let names = (0..<2_000).map { "\"a/b\($0)\"" }.joined(separator: ",")
    let responses = (0..<2_000).map {
      "\"/p\($0)\":{\"get\":{\"responses\":{\"200\":{\"$ref\":\"#/responses/R\"}}}}"
    }
    let fixture = try DescriptionFixture(
      "{\"swagger\":\"2.0\",\"info\":{\"title\":\"T\",\"version\":\"1\"},\"produces\":[\(names)],"
        + "\"responses\":{\"R\":{\"description\":\"D\",\"schema\":{\"type\":\"string\"}}},"
        + "\"paths\":{\(responses.joined(separator: ","))}}"
    )
    #expect(fixture.codes == ["error too-large"])
  }

  @Test func deepExamples() throws {
    let depth = 500
    let example = String(repeating: "[", count: depth) + String(repeating: "]", count: depth)
    let values = "\"example\":\(example),\"const\":\(example),\"enum\":[\(example)]"
    let schema = "\"S\":{\"items\":\(reference("/components/schemas/S")),\(values)}"
    #expect(try description("schemas", [schema]).document != nil)
  }

  @Test func manyAlternatives() throws {
    let list = Array(repeating: reference("/components/schemas/S"), count: 400).joined(separator: ",")
    let examples = "\"examples\":[[[[[[[1]]]]]],[[[[[2]]]]],[[[3]]]]"
    let schema = "\"S\":{\"type\":\"array\",\"items\":{\"anyOf\":[\(list)]},\(examples)}"
    #expect(try description("schemas", [schema]).document != nil)
  }

  @Test(arguments: [
    "null", "true", "1", "\"\"", "[]", "[[]]", "{\"$ref\":\"#\"}", "{\"$ref\":1}", "{\"$ref\":\"\"}",
  ])
  func anyValueInAnyPlace(_ value: String) throws {
    let fields = [
      "info", "servers", "paths", "webhooks", "components", "security", "tags", "externalDocs", "openapi",
    ]
    for field in fields {
      let others = field == "openapi" ? "" : "\"openapi\":\"3.1.0\","
      _ = try DescriptionFixture("{\(others)\"\(field)\":\(value)}")
    }
    let sections = [
      "schemas", "responses", "parameters", "examples", "requestBodies", "headers", "securitySchemes",
      "links",
      "callbacks", "pathItems",
    ]
    for section in sections {
      for inner in [value, "{\"a\":\(value)}", "{\"a\":{\"b\":\(value)}}"] {
        _ = try DescriptionFixture("{\(head),\"components\":{\"\(section)\":\(inner)}}")
      }
    }
    let keywords = [
      "type", "properties", "items", "allOf", "enum", "required", "discriminator", "not",
      "additionalProperties",
      "minimum", "exclusiveMinimum", "minLength", "pattern", "default", "examples", "dependentRequired",
      "nullable",
    ]
    for keyword in keywords {
      _ = try DescriptionFixture("{\(head),\"components\":{\"schemas\":{\"S\":{\"\(keyword)\":\(value)}}}}")
    }
    for field in [
      "info", "host", "basePath", "schemes", "consumes", "produces", "paths", "definitions", "parameters",
      "responses", "securityDefinitions", "security", "tags",
    ] {
      for inner in [
        value, "{\"a\":\(value)}", "{\"a\":{\"type\":\(value),\"in\":\"formData\",\"items\":\(value)}}",
      ] {
        _ = try DescriptionFixture("{\"swagger\":\"2.0\",\"\(field)\":\(inner)}")
      }
    }
    let operation = ["parameters", "requestBody", "responses", "callbacks", "security", "servers", "tags"]
    for field in operation {
      for inner in [value, "[\(value)]", "{\"200\":\(value)}"] {
        _ = try DescriptionFixture("{\(head),\"paths\":{\"/a\":{\"get\":{\"\(field)\":\(inner)}}}}")
      }
    }
  }
}
