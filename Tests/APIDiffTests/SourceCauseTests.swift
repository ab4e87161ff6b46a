import APIModel
import OpenAPIDescription
import SourceDocuments
import SwiftModel
import Testing

@testable import APIDiff

/// Under which cause a change of the generated Swift stands; whether code compiles, the compiler judges elsewhere.
struct SourceCauseTests {
  private static let base = """
    openapi: 3.1.0
    info: {title: Test, version: 1.0.0}
    paths:
      /a:
        get:
          operationId: readA
          parameters: [{name: q, in: query, schema: {type: string}}, {name: r, in: query, schema: {type: string}}]
          responses: {'200': {description: OK, content: {application/json: {schema: {$ref: '#/components/schemas/A'}}}}}
    components:
      schemas:
        A: {type: object, properties: {id: {type: string}, list: {type: array, items: {type: [string, 'null']}}, b: {$ref: '#/components/schemas/B'}, c: {$ref: '#/components/schemas/C'}}}
        B: {allOf: [{$ref: '#/components/schemas/Shared'}, {type: object, properties: {n: {type: string}}}]}
        C: {allOf: [{$ref: '#/components/schemas/Shared'}, {type: object, properties: {m: {type: string}}}]}
        Shared: {type: object, properties: {s: {type: string}}}
        Alias: {type: string}
    """

  private func difference(_ edits: [(String, String)], title: String = "Test") throws -> Difference {
    var text = Self.base
    for (from, to) in edits {
      try #require(text.contains(from))
      text = text.replacing(from, with: to)
    }
    let documents = (
      try DiffFixture.read(Self.base, "base.yaml"), try DiffFixture.read(text, "revision.yaml")
    )
    return DescriptionComparison.compare(
      documents.0,
      documents.1,
      interfaces: (try interface(documents.0, "Test"), try interface(documents.1, title))
    )
  }

  private func interface(_ document: OpenAPIDocument, _ module: String) throws -> SwiftInterface {
    let api = try #require(APIBuilder.build(document).api)
    let options = SwiftOptions(moduleName: module)
    return InterfaceBuilder.interface(of: SwiftPackageBuilder.build(api, options: options).package)
  }

  @Test func aSharedMemberIsOneCause() throws {
    let difference = try difference([
      ("properties: {s: {type: string}}", "properties: {s: {type: string}, t: {type: string}}")
    ])
    #expect(difference.findings.map(\.rule) == [.propertyAdded])
    let declarations = Set(difference.findings[0].declarations.map(\.declaration))
    #expect(declarations.isSuperset(of: ["B.t", "C.t", "Shared.t"]))
    #expect(difference.owedBump == .minor)
  }

  /// What an operation brought along stands under it, wherever it is written.
  @Test func theResponseOfANewOperationIsNoOtherCause() throws {
    let operation =
      "  /b: {get: {operationId: readB, responses: {'200': {$ref: '#/components/responses/Found'}}}}\n"
    let response =
      "  responses: {Found: {description: OK, content: {application/json: {schema: {type: object, properties: {n: {type: string}}}}}}}\n"
    let difference = try difference([("components:\n", operation + "components:\n" + response)])
    #expect(difference.findings.map(\.rule) == [.operationAdded])
    #expect(difference.findings[0].declarations.contains { $0.declaration == "Found" })
  }

  /// A part of several `allOf` demands something new: one edit, at its own place.
  @Test func aMemberThatAPartDemandsIsOneCause() throws {
    let difference = try difference([
      ("Shared: {type: object, properties", "Shared: {type: object, required: [s], properties")
    ])
    #expect(difference.findings.map(\.rule) == [.propertyBecameRequired])
    #expect(difference.findings[0].base?.pointer.hasPrefix("#/components/schemas/Shared") == true)
  }

  @Test func elementsThatMayBeNullAreTheCauseOfTheirList() throws {
    let difference = try difference([("items: {type: [string, 'null']}", "items: {type: string}")])
    #expect(difference.findings.map(\.rule) == [.becameNotNullable])
    #expect(difference.findings[0].source?.level == .breaks)
  }

  @Test func argumentsThatMoveForTheirPresenceHaveItAsCause() throws {
    let difference = try difference([
      ("{name: r, in: query, schema", "{name: r, in: query, required: true, schema")
    ])
    #expect(difference.findings.map(\.rule) == [.parameterBecameRequired])
  }

  @Test func anotherModuleIsACauseOfItsOwn() throws {
    let difference = try difference([], title: "Other")
    #expect(difference.findings.map(\.rule) == [.moduleRenamed])
    #expect(difference.findings[0].source?.level == .breaks)
    #expect(difference.owedBump == .major)
  }

  @Test func nothingIsNothing() throws {
    let difference = try difference([])
    #expect(difference.findings.isEmpty)
    #expect(difference.owedBump == VersionBump.none)
    #expect(try self.difference([("description: OK", "description: Fine")]).owedBump == .patch)
  }

  @Test(arguments: [
    ("1.4.2", VersionBump.major, "2.0.0"), ("1.4.2", .minor, "1.5.0"), ("1.4.2", .patch, "1.4.3"),
    ("1.4.2", .none, "1.4.2"), ("0.4.2", .major, "0.5.0"), ("0.4.2", .minor, "0.4.3"),
    ("v1.0.0-beta+1", .minor, "1.1.0"),
  ])
  func versionsAreRaised(text: String, bump: VersionBump, raised: String) throws {
    #expect(try #require(SemanticVersion(text)).raised(by: bump).text == raised)
  }

  @Test(arguments: ["", "1", "1.2", "1.2.x", "1.2.3.4", "-1.2.3", "1..3", "99999999999999999999.0.0"])
  func otherTextsAreNoVersions(text: String) {
    #expect(SemanticVersion(text) == nil)
  }
}
