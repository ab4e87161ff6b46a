import Testing

@testable import SourceDocuments

@Suite struct ReferenceTests {
  private let loader = DocumentLoader(
    files: InMemoryFiles([
      "api/openapi.yaml": """
      start: &start {$ref: here}
      a: {b: [10, {"/x~%": deep}]}
      "%": {"": empty}
      chain: {$ref: '#/chain2'}
      chain2: {$ref: 'sub/other.json#/chain3'}
      loop: {$ref: 'sub/other.json#/loop'}
      self: {$ref: '#/self'}
      property: {$ref: {type: string}}
      anchored: {$anchor: dog}
      """,
      "api/sub/other.json": #"""
      {"up": 1, "chain3": {"$ref": "../openapi.yaml#/a/b/0"}, "loop": {"$ref": "../openapi.yaml#/loop"},
       "deep": {"$anchor": "cat", "$id": "x"}}
      """#,
      "api/a b.yaml": "spaced: 1",
      "api/broken.json": "{,}",
      "api/Pets.yaml": "Pet: 1\nPets: 2\npet_owner: 3\nZebra: 4",
      "secret.yaml": "key: 1",
    ])
  )

  private func root() throws -> SourceNode { try loader.load("api/openapi.yaml").root }

  private func at() throws -> SourceNode { try #require(try root()["start"]?["$ref"]) }

  private func failure(_ reference: String) throws -> Diagnostic {
    let node = try at()
    let error = #expect(throws: DiagnosticError.self) { try loader.resolve(reference, at: node) }
    return try #require(error?.diagnostics.first)
  }

  @Test(
    arguments: [
      ("#/a/b/0", "10"), ("#/a/b/1/~1x~0%25", "\"deep\""), ("#/a/b/1/%2Fx", nil), ("#/%25/", "\"empty\""),
      ("#/a/b/1/%7e1x%7E0%25", "\"deep\""), ("#/a/b/00", nil), ("#/a/b/-", nil), ("#/a/b/2", nil),
      ("#/a/b/-1", nil),
      ("#/a/b/99999999999999999999", nil), ("#/a/b/0/x", nil), ("#/a/", nil), ("sub/other.json#/up", "1"),
      ("./sub/../sub/./other.json#/up", "1"), ("a%20b.yaml#/spaced", "1"), ("a b.yaml#/spaced", "1"),
      ("openapi.yaml#/a/b/0", "10"), ("sub/other.json#cat", #"{"$anchor":"cat","$id":"x"}"#),
      ("#dog", #"{"$anchor":"dog"}"#), ("#cat", nil), ("/api/sub/other.json#/up", "1"),
      ("file:///api/sub/other.json#/up", "1"), ("file:sub/other.json#/up", "1"),
    ] as [(String, String?)]
  )
  func resolves(_ reference: String, _ value: String?) throws {
    if let value {
      #expect(try loader.resolve(reference, at: at()).jsonText() == value)
    } else {
      #expect(try failure(reference).code == "dangling-reference")
    }
  }

  @Test func resolvesWholeDocuments() throws {
    let node = try at()
    #expect(try loader.resolve("#", at: node) == root())
    #expect(try loader.resolve("", at: node) == root())
    #expect(try loader.resolve("openapi.yaml", at: node) == root())
    #expect(try loader.resolve("sub/other.json#", at: node)["up"]?.number?.integer == 1)
    #expect(loader.loadedPaths == ["api/openapi.yaml", "api/sub/other.json"])
  }

  @Test func leadsEveryPointerBack() throws {
    var nodes = [try root()]
    while let node = nodes.popLast() {
      #expect(try loader.resolve(node.pointer, at: node) == node)
      nodes += node.members.map(\.value) + Array(node.elements)
    }
  }

  @Test func followsChains() throws {
    let chain = try #require(try root()["chain"])
    #expect(try loader.resolveChain(chain).pointer == "#/a/b/0")
    let plain = try #require(try root()["a"])
    #expect(try loader.resolveChain(plain) == plain)
    let property = try #require(try root()["property"])
    #expect(try loader.resolveChain(property) == property)
  }

  @Test func refusesCircles() throws {
    let loop = try #require(try root()["loop"])
    let error = #expect(throws: DiagnosticError.self) { try loader.resolveChain(loop) }
    let diagnostic = try #require(error?.diagnostics.first)
    #expect(diagnostic.code == "circular-reference")
    #expect(diagnostic.pointer == "#/loop/$ref")
    #expect(diagnostic.notes.map { $0.location?.file.path } == ["api/openapi.yaml", "api/sub/other.json"])
    let own = try #require(try root()["self"])
    #expect(throws: DiagnosticError.self) { try loader.resolveChain(own) }
  }

  @Test(arguments: [
    ("https://example.com/a.yaml#/b", "remote-reference"), ("HTTP://x", "remote-reference"),
    ("//host/a.yaml", "remote-reference"), ("urn:x:y", "remote-reference"),
    ("file://host/a", "remote-reference"),
    ("../secret.yaml#/key", "reference-outside-tree"), ("/secret.yaml", "reference-outside-tree"),
    ("%2e%2e/secret.yaml", "reference-outside-tree"), ("sub/../../secret.yaml", "reference-outside-tree"),
    ("..", "reference-outside-tree"), ("gone.yaml#/x", "missing-file"), ("sub", "not-a-file"),
    (".", "not-a-file"), ("broken.json", "json-syntax"), ("a\0b.yaml", "missing-file"),
  ])
  func refuses(_ reference: String, _ code: String) throws {
    #expect(try failure(reference).code == code)
  }

  @Test func refusesEndlessPaths() throws {
    #expect(try failure(String(repeating: "a/", count: 1_000_000)).code == "missing-file")
    #expect(try failure("#" + String(repeating: "/a", count: 100_000)).code == "dangling-reference")
  }

  @Test func saysHowFarAPointerLed() throws {
    let missing = try failure("Pets.yaml#/Petz")
    #expect(missing.message == "the reference 'Pets.yaml#/Petz' leads nowhere")
    #expect(missing.advice == "define it, or refer to one of: Pet, Pets")
    #expect(missing.notes.first?.message == "the document has no member 'Petz'")
    #expect(missing.pointer == "#/start/$ref")
    #expect(try failure("Pets.yaml#/PetOwner").advice == "define it, or refer to one of: pet_owner")
    #expect(try failure("#/a/b/7").notes.first?.message == "'#/a/b' has 2 elements, none of them '7'")
    #expect(try failure("#/a/b/0/x").notes.first?.message == "'#/a/b/0' is neither an object nor an array")
    // Seen from where the references on the way lead.
    #expect(
      try failure("#/chain/b").notes.first?.message == "'#/a/b/0' is neither an object nor an array"
    )
    #expect(
      try failure("#/self/b").advice == "'#/self' is a reference itself; continue from '#/self'"
    )
  }

  @Test func locatesErrorsOfOtherFilesThere() throws {
    let diagnostic = try failure("broken.json")
    #expect(diagnostic.location?.file.path == "api/broken.json")
    #expect(diagnostic.notes.last?.location == (try at().location))
    #expect(try failure("gone.yaml").location == (try at().location))
  }

  @Test func leadsToTextThatWasLoadedUnderAPath() throws {
    let root = try loader.load(text: Array("own: 1".utf8), path: "api/Pets.yaml").root
    #expect(try loader.resolve("Pets.yaml#/own", at: at()) == root["own"])
  }
}
