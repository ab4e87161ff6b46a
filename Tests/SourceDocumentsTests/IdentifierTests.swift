import Testing

@testable import SourceDocuments

/// `$id` and `$self`, and references that lead through others.
@Suite struct IdentifierTests {
  private func resolve(
    _ reference: String,
    from path: String = "start",
    in files: [String: String]
  ) throws -> String? {
    let loader = DocumentLoader(files: InMemoryFiles(files))
    var node = try loader.load("openapi.yaml").root
    for key in path.split(separator: "/") { node = try #require(node[String(key)]) }
    do {
      return try loader.resolve(reference, at: node).jsonText()
    } catch {
      return error.diagnostics.first?.code
    }
  }

  private static let schemas = """
    start: here
    schemas:
      Pet:
        $id: https://example.com/schemas/pet
        inner: {$anchor: name, $ref: '#/$defs/Name'}
        relative: {$ref: owner}
        $defs: {Name: {title: name of a pet}}
      Owner:
        $id: https://example.com/schemas/owner
        $anchor: top
        title: owner
      Other: {$anchor: name, title: another}
      Property: {properties: {$id: {type: string}}}
    """

  @Test(arguments: [
    ("https://example.com/schemas/owner", "start", "owner"),
    ("https://example.com/schemas/owner#/title", "start", "\"owner\""),
    ("owner", "schemas/Pet/relative", "\"top\""),
    ("owner#top", "schemas/Pet/relative", "\"top\""),
    ("#/$defs/Name", "schemas/Pet/inner", "name of a pet"),
    // As people write it, whatever the identifier around it says.
    ("#/schemas/Owner/title", "schemas/Pet/inner", "\"owner\""),
    ("#name", "schemas/Pet/inner", "Name"), ("#name", "schemas/Owner", "Name"),
    ("https://example.com/schemas/none", "start", "remote-reference"),
  ])
  func schemasMayHaveIdentifiers(_ reference: String, _ place: String, _ expected: String) throws {
    let found = try resolve(reference, from: place, in: ["openapi.yaml": Self.schemas])
    #expect(found?.contains(expected) == true, "\(found ?? "nothing")")
  }

  @Test func theNearestAnchorCounts() throws {
    let text =
      "a: {$id: x, one: {$anchor: n, title: A}, at: 1}\nb: {$id: y, one: {$anchor: n, title: B}, at: 1}"
    #expect(try resolve("#n", from: "a/at", in: ["openapi.yaml": text])?.contains("\"A\"") == true)
    #expect(try resolve("#n", from: "b/at", in: ["openapi.yaml": text])?.contains("\"B\"") == true)
  }

  @Test func documentsMayNameThemselves() throws {
    let files = [
      "openapi.yaml": "$self: https://example.com/api/openapi\nstart: here\na: 1",
      "parts.yaml": "b: 2",
    ]
    #expect(try resolve("https://example.com/api/openapi#/a", in: files) == "1")
    #expect(try resolve("/api/openapi#/a", in: files) == "1")
    #expect(try resolve("parts.yaml#/b", in: files) == "2")
  }

  @Test func pointersMayLeadThroughReferences() throws {
    let files = [
      "openapi.yaml":
        "start: here\na: {$ref: '#/b'}\nb: {c: {$ref: 'x.yaml'}}\nloop: {$ref: '#/loop/x'}\nself: {$ref: '#/self'}",
      "x.yaml": "d: [1, 2]",
    ]
    #expect(try resolve("#/a/c/d/1", in: files) == "2")
    #expect(try resolve("#/a/none", in: files) == "dangling-reference")
    #expect(try resolve("#/loop/x", in: files) == "dangling-reference")
    #expect(try resolve("#/self/x", in: files) == "dangling-reference")
  }

  @Test func detoursAreRemembered() throws {
    let loader = DocumentLoader(files: InMemoryFiles(["openapi.yaml": "at: 1\na: {$ref: '#/b'}\nb: {c: 1}"]))
    let node = try #require(try loader.load("openapi.yaml").root["at"])
    _ = try loader.resolve("#/b/c", at: node)
    #expect(loader.detours.isEmpty)
    _ = try loader.resolve("#/a/c", at: node)
    #expect(loader.detours == [node])
  }

  @Test func textsAreReadAsTheyAre() throws {
    let loader = DocumentLoader(
      files: InMemoryFiles(["openapi.yaml": "at: 1", "x.md": "# Title\n\nText: *a*\n"])
    )
    let node = try #require(try loader.load("openapi.yaml").root["at"])
    #expect(try loader.prose("x.md", at: node) == "# Title\n\nText: *a*\n")
    #expect(try loader.prose("openapi.yaml", at: node) == nil)
    #expect(try loader.prose("x.md#part", at: node) == nil)
    #expect(throws: DiagnosticError.self) { try loader.prose("none.md", at: node) }
    #expect(throws: DiagnosticError.self) { try loader.prose("../secret.md", at: node) }
  }
}
