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
    return try difference(between: Self.base, and: text, title: title)
  }

  private func difference(
    between base: String,
    and revision: String,
    title: String = "Test"
  ) throws -> Difference {
    let documents = (
      try DiffFixture.read(base, "base.yaml"), try DiffFixture.read(revision, "revision.yaml")
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

  /// What is sent now has properties that can be set, wherever it is described.
  @Test func whatIsSentForTheFirstTimeHasTheRequestAsCause() throws {
    let operation = """
        /b:
          get: {operationId: readB, responses: {'200': {description: OK, content: {application/json: {schema: {$ref: '#/components/schemas/A'}}}}}}
          post:
            operationId: sendB
            requestBody: {content: {application/json: {schema: {$ref: '#/components/schemas/B'}}}}
            responses: {'204': {description: Done}}

      """
    let difference = try difference([("components:\n", operation + "components:\n")])
    #expect(difference.findings.map(\.rule) == [.operationAdded, .operationAdded])
    let settable = difference.findings.map { finding in
      finding.declarations.filter { $0.before?.hasPrefix("let ") == true }.map(\.declaration)
    }
    let sent = try #require(difference.findings.firstIndex { $0.subject == "POST /b" })
    #expect(settable[sent].sorted() == ["B.n", "B.s"])
    #expect(settable[1 - sent] == [])
  }

  @Test func whatIsNoLongerSentHasTheRequestAsCause() throws {
    let base = Self.base.replacing(
      "components:\n",
      with: """
          /b:
            post:
              operationId: sendB
              requestBody: {content: {application/json: {schema: {$ref: '#/components/schemas/B'}}}}
              responses: {'204': {description: Done}}
        components:

        """
    )
    let removed = try difference(between: base, and: Self.base)
    #expect(removed.findings.map(\.rule) == [.operationRemoved])
    #expect(removed.findings[0].declarations.contains { $0.before == "var n: String?" })
  }

  /// A body that has another schema of the same shape now is sent; the old one is received at most.
  @Test func whatIsSentInsteadIsOneCause() throws {
    let base = Self.base.replacing(
      "components:\n",
      with: """
          /b:
            post:
              operationId: sendB
              requestBody: {content: {application/json: {schema: {$ref: '#/components/schemas/B'}}}}
              responses: {'204': {description: Done}}
        components:

        """
    )
    let twin =
      "    Twin: {allOf: [{$ref: '#/components/schemas/Shared'}, {type: object, properties: {n: {type: string}}}]}\n"
    let revision =
      base.replacing(
        "json: {schema: {$ref: '#/components/schemas/B'}}",
        with: "json: {schema: {$ref: '#/components/schemas/Twin'}}"
      )
      .replacing("    Alias: {type", with: twin + "    Alias: {type")
    let difference = try difference(between: base, and: revision)
    #expect(difference.findings.map(\.rule) == [.declarationsChanged, .schemaAdded])
    let declarations = difference.findings[0].declarations
    #expect(declarations.contains { $0.declaration == "B.n" && $0.after == "let n: String?" })
    #expect(declarations.contains { $0.before == "B? = nil" && $0.after == "Twin? = nil" })
  }

  /// Parameters of a path come along with its first operation.
  @Test func theParametersOfANewPathAreNoOtherCause() throws {
    let path = """
        /b:
          parameters: [{name: q, in: query, schema: {type: string, enum: [a, b]}}]
          get: {operationId: readB, responses: {'204': {description: Done}}}

      """
    let difference = try difference([("components:\n", path + "components:\n")])
    #expect(difference.findings.map(\.rule) == [.operationAdded])
    #expect(difference.findings[0].declarations.contains { $0.after?.hasPrefix("enum ") == true })
  }

  /// A default that is not of the format makes text of dates.
  @Test func aDefaultThatMakesAnotherTypeIsTheCause() throws {
    let base = Self.base.replacing("{s: {type: string}}", with: "{s: {type: string, format: date-time}}")
    let revision = base.replacing("format: date-time", with: "format: date-time, default: Assigned")
    let difference = try difference(between: base, and: revision)
    #expect(difference.findings.map(\.rule) == [.defaultChanged])
    #expect(difference.findings[0].source?.level == .breaks)
  }

  /// What Herald has no rule for is no cause of what another edit explains.
  @Test func anUnknownFieldIsNoCauseBesideAnother() throws {
    let difference = try difference([
      ("operationId: readA", "operationId: readB\n      surprise: 1")
    ])
    #expect(
      difference.findings.map(\.rule).sorted { $0.rawValue < $1.rawValue } == [
        .operationIDChanged, .unhandled,
      ]
    )
    #expect(difference.findings.first { $0.rule == .unhandled }?.declarations == [])
  }

  /// What is gone from where something else stands now is named by where it was.
  @Test func whatIsGoneIsNamedByItsPlace() throws {
    let base = Self.base.replacing(
      "b: {$ref: '#/components/schemas/B'}",
      with: "b: {default: {}, allOf: [{$ref: '#/components/schemas/B'}]}"
    )
    let difference = try difference(between: base, and: Self.base)
    #expect(difference.findings.map(\.rule) == [.defaultChanged])
    #expect(difference.findings[0].subject == "A.b")
  }

  /// An object without properties is no type of its own.
  @Test func theLastPropertyIsTheCauseOfWhatBecomesOfItsObject() throws {
    let base = Self.base.replacing(
      "c: {$ref: '#/components/schemas/C'}",
      with: "c: {type: object, properties: {x: {type: string}}}"
    )
    let revision = base.replacing("properties: {x: {type: string}}", with: "properties: {}")
    let removed = try difference(between: base, and: revision)
    #expect(removed.findings.map(\.rule) == [.propertyRemoved])
    #expect(
      removed.findings[0].declarations.contains {
        $0.before == "struct A.CModel" || $0.before == "struct A.C"
      }
    )
    let added = try difference(between: revision, and: base)
    #expect(added.findings.map(\.rule) == [.propertyAdded])
  }

  /// Many descriptions refer to schemas by an `allOf` alone.
  @Test func aRenamedSchemaInAnAllOfOfItsOwnIsRecognized() throws {
    let base = Self.base.replacing(
      "c: {$ref: '#/components/schemas/C'}",
      with: "c: {allOf: [{$ref: '#/components/schemas/Small'}], description: C}"
    )
    .replacing(
      "    Alias: {type",
      with:
        "    Small: {type: object, properties: {x: {type: object, properties: {y: {type: string}}}}}\n    Alias: {type"
    )
    let renamed = try difference(between: base, and: base.replacing("Small", with: "Tiny"))
    #expect(renamed.findings.map(\.rule) == [.schemaRenamed])
    #expect(
      renamed.findings[0].declarations.contains { $0.before == "struct Small" && $0.after == "struct Tiny" }
    )
  }

  /// A schema of another file comes and goes with what refers to it.
  @Test func aSchemaInAFileOfItsOwnIsNoOtherCause() throws {
    func document(_ property: String) throws -> OpenAPIDocument {
      let files = InMemoryFiles([
        "a.yaml": Self.base.replacing(
          "{type: object, properties: {s: {type: string}}}",
          with: "{$ref: 's.yaml'}"
        ),
        "s.yaml": "{type: object, properties: {s: {type: string}\(property)}}",
        "owner.yaml": "{type: object, properties: {kind: {$ref: 'kind.yaml#/Kind'}}}",
        "kind.yaml": "Kind: {type: string, enum: [a, b]}",
      ])
      let loader = DocumentLoader(files: files)
      let read = OpenAPIReader.read(try loader.load("a.yaml"), loader: loader)
      return try #require(read.document, "\(read.diagnostics.items.map(\.message))")
    }
    let (old, new) = (try document(""), try document(", owner: {$ref: 'owner.yaml'}"))
    let added = DescriptionComparison.compare(
      old,
      new,
      interfaces: (try interface(old, "Test"), try interface(new, "Test"))
    )
    #expect(added.findings.map(\.rule) == [.propertyAdded])
    let declared = Set(added.findings[0].declarations.map(\.declaration))
    #expect(declared.isSuperset(of: ["Owner", "Kind"]), "\(declared)")
    let removed = DescriptionComparison.compare(
      new,
      old,
      interfaces: (try interface(new, "Test"), try interface(old, "Test"))
    )
    #expect(removed.findings.map(\.rule) == [.propertyRemoved])
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

  /// A list of what is required speaks of the members that extensions declare anew, too.
  @Test(arguments: [true, false])
  func whatABaseRequiresIsOneCauseForAllThatExtendIt(becomesRequired: Bool) throws {
    func document(_ required: String) -> String {
      """
      openapi: 3.1.0
      info: {title: Test, version: 1.0.0}
      paths:
        /a: {get: {operationId: readA, responses: {'200': {description: OK, content: {application/json: {schema: {$ref: '#/components/schemas/A'}}}}}}}
        /b: {get: {operationId: readB, responses: {'200': {description: OK, content: {application/json: {schema: {$ref: '#/components/schemas/B'}}}}}}}
        /c: {get: {operationId: readC, responses: {'200': {description: OK, content: {application/json: {schema: {$ref: '#/components/schemas/Envelope'}}}}}}}
      components:
        schemas:
          Envelope: {type: object, required: [\(required)], properties: {count: {type: integer}, data: {type: array, items: {}}}}
          A: {allOf: [{$ref: '#/components/schemas/Envelope'}, {type: object, properties: {data: {type: array, items: {type: string}}}}]}
          B: {allOf: [{$ref: '#/components/schemas/Envelope'}, {type: object, properties: {data: {type: array, items: {type: integer}}}}]}
      """
    }
    let versions = [document("count"), document("count, data")]
    let difference = try difference(
      between: versions[becomesRequired ? 0 : 1],
      and: versions[becomesRequired ? 1 : 0],
      title: "Test"
    )
    let finding = try #require(difference.findings.first)
    #expect(difference.findings.count == 1 && difference.remaining.isEmpty)
    #expect(finding.title == "Envelope.data became \(becomesRequired ? "required" : "optional")")
    #expect(finding.uses.map(\.operation) == ["readA", "readB", "readC"])
    let types = Set(finding.declarations.map { $0.declaration.prefix { $0 != "." } })
    #expect(types.isSuperset(of: ["A", "B", "Envelope"]))
  }
}
