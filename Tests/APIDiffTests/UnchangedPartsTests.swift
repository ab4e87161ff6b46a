import OpenAPIDescription
import SourceDocuments
import Testing

@testable import APIDiff

/// What is written alike, with everything that it leads to, is not compared; the result is what it would be.
struct UnchangedPartsTests {
  @Test(arguments: ["everything.yaml", "orders/base.yaml"])
  func nothingIsMissed(path: String) throws {
    let tree = EditedTree(try DocumentLoader().load(Repository.folder + "/Tests/DiffCases/" + path).root)
    let base = try DiffFixture.read(tree.text, "base.json")
    var different: [String] = []
    var skipped = 0
    for edit in tree.edits {
      let loader = DocumentLoader(files: InMemoryFiles(["revision.json": tree.text(after: edit)]))
      let source = try loader.load("revision.json")
      guard let revision = OpenAPIReader.readDespiteErrors(source, loader: loader).document else { continue }
      let unchanged = UnchangedParts(base.origin, revision.origin)
      let parts = base.paths.map(\.origin) + base.components.schemas.map(\.origin)
      if parts.contains(where: { unchanged.counterpart(of: $0) != nil }) { skipped += 1 }
      let all = DescriptionComparison.compare(
        MessageComparison(base, revision, unchanged: UnchangedParts()),
        interfaces: nil
      )
      let difference = DescriptionComparison.compare(base, revision)
      let (expected, found) = (Self.text(of: all), Self.text(of: difference))
      if expected != found {
        different.append(
          "\(edit): \(expected.filter { !found.contains($0) }) → \(found.filter { !expected.contains($0) })"
        )
      }
    }
    #expect(different == [])
    #expect(skipped > 50)
  }

  private static func text(of difference: Difference) -> [String] {
    difference.findings.map { finding in
      let uses = finding.uses.map { "\($0.operation) \($0.place) \($0.direction)" }
      return "\(finding.id) \(finding.level) \(finding.levels) \(uses)"
    }.sorted()
      + difference.remaining.map { "\($0.reason) \(($0.revision ?? $0.base)?.pointer ?? "")" }.sorted()
  }

  private static func document(_ leaf: String, root: String = "", base: String = "{}") -> String {
    """
    openapi: 3.1.0
    info: {title: Test, version: '1'}
    \(root)
    paths:
      /a: {get: {responses: {'200': {description: OK, content: {application/json: {schema: {$ref: '#/components/schemas/Outer'}}}}}}}
      /b: {get: {responses: {'200': {description: OK, content: {application/json: {schema: {$ref: '#/components/schemas/Ring'}}}}}}}
      /c: {get: {responses: {'200': {description: OK, content: {application/json: {schema: {$ref: '#/components/schemas/Base'}}}}}}}
    components:
      schemas:
        Outer: {properties: {inner: {$ref: '#/components/schemas/Inner'}}}
        Inner: {properties: {leaf: {$ref: '#/components/schemas/Holder/properties/leaf'}}}
        Holder: {properties: {leaf: \(leaf)}}
        Ring: {properties: {next: {$ref: '#/components/schemas/Ring'}, name: {type: string}}}
        Base: \(base)
        Part: {allOf: [{$ref: '#/components/schemas/Base'}]}
    """
  }

  private func unchanged(_ base: String, _ revision: String) throws -> (UnchangedParts, SourceNode) {
    let documents = (try DiffFixture.read(base, "base.yaml"), try DiffFixture.read(revision, "revision.yaml"))
    return (UnchangedParts(documents.0.origin, documents.1.origin), documents.0.origin)
  }

  @Test func whatLeadsToAnEditIsCompared() throws {
    let (parts, base) = try unchanged(Self.document("{type: string}"), Self.document("{type: integer}"))
    let schemas = try #require(base["components"]?["schemas"])
    #expect(parts.counterpart(of: try #require(schemas["Outer"])) == nil)
    #expect(parts.counterpart(of: try #require(base["paths"]?["/a"]?["get"])) == nil)
    // A cycle that nothing leads out of ends, and what is inside has its place there.
    let name = try #require(schemas["Ring"]?["properties"]?["name"])
    #expect(parts.counterpart(of: name)?.pointer == "#/components/schemas/Ring/properties/name")
    #expect(parts.counterpart(of: name)?.document !== name.document)
    #expect(parts.counterpart(of: try #require(base["paths"]?["/b"])) != nil)
  }

  @Test func whatHoldsForAllOperationsIsCompared() throws {
    let leaf = "{type: string}"
    let (parts, base) = try unchanged(
      Self.document(leaf),
      Self.document(leaf, root: "servers: [{url: 'https://a.example'}]")
    )
    #expect(parts.counterpart(of: try #require(base["paths"]?["/b"])) == nil)
    #expect(parts.counterpart(of: try #require(base["components"]?["schemas"]?["Ring"])) != nil)
    let other = Self.document(leaf).replacing("3.1.0", with: "3.0.3")
    let (none, old) = try unchanged(Self.document(leaf), other)
    #expect(none.counterpart(of: try #require(old["components"]?["schemas"]?["Ring"])) == nil)
  }

  /// Who takes part in a discriminator is not written in it.
  @Test func discriminatorsAreCompared() throws {
    let text = Self.document(
      "{}",
      base: "{properties: {k: {type: string}}, discriminator: {propertyName: k}}"
    )
    let (parts, base) = try unchanged(text, text)
    #expect(parts.counterpart(of: try #require(base["components"]?["schemas"]?["Base"])) == nil)
    #expect(parts.counterpart(of: try #require(base["paths"]?["/c"])) == nil)
    #expect(parts.counterpart(of: try #require(base["paths"]?["/a"])) != nil)
  }
}
