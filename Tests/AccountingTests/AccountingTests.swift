import APIModel
import OpenAPIDescription
import SourceDocuments
import SwiftModel
import Testing

@testable import Accounting

struct AccountingTests {
  /// A description with what was generated from it.
  private struct Fixture {
    let document: OpenAPIDocument
    let selection: Selection
    var package: SwiftPackage
    let diagnostics: [Diagnostic]

    init(_ text: String, selection: Selection = Selection()) throws {
      let loader = DocumentLoader(files: InMemoryFiles(["openapi.yaml": text]))
      document = try #require(OpenAPIReader.read(try loader.load("openapi.yaml"), loader: loader).document)
      self.selection = selection
      let built = APIBuilder.build(document, selection: selection)
      let named = SwiftPackageBuilder.build(
        try #require(built.api),
        options: SwiftOptions(moduleName: "Sample")
      )
      package = named.package
      diagnostics = built.diagnostics.items + named.diagnostics.items
    }

    var balance: Balance {
      Accounting.balance(document, selection: selection, package: package, diagnostics: diagnostics)
    }
  }

  private static let text = """
    openapi: 3.1.0
    info: {title: Library, version: 1.0.0}
    security: [{key: []}]
    paths:
      /books:
        parameters: [{name: branch, in: query, schema: {type: string}}]
        get:
          operationId: listBooks
          tags: [Books]
          responses: {"200": {description: Books, content: {application/json: {schema: {type: array, items: {$ref: '#/components/schemas/Novel'}}}}}}
      /loans/{id}:
        get:
          operationId: getLoan
          tags: [Loans]
          parameters: [{name: id, in: path, required: true, schema: {type: string}}]
          responses: {"200": {description: Loan, content: {application/json: {schema: {type: object, properties: {until: {type: string}}}}}}}
    components:
      securitySchemes: {key: {type: apiKey, in: header, name: X-Key}}
      schemas:
        Book: {type: object, properties: {title: {type: string}, author: {type: object, properties: {name: {type: string}}}}}
        Novel: {allOf: [{$ref: '#/components/schemas/Book'}, {type: object, properties: {pages: {type: integer}}}]}
    """

  @Test func everythingThatIsGeneratedIsFound() throws {
    let balance = try Fixture(Self.text).balance
    #expect(balance.losses.isEmpty)
    #expect(balance[.operation] == Balance.Row(kind: .operation, found: 2, generated: 2))
    #expect(balance[.parameter] == Balance.Row(kind: .parameter, found: 2, generated: 2))
    #expect(balance[.property] == Balance.Row(kind: .property, found: 5, generated: 5))
    #expect(balance[.securityRequirement].generated == 2)
  }

  @Test func whatIsNotAskedForIsUnused() throws {
    let selection = Selection(include: Selection.Filter(tags: ["Loans"]))
    let balance = try Fixture(Self.text, selection: selection).balance
    #expect(balance.losses.isEmpty)
    #expect(balance[.operation] == Balance.Row(kind: .operation, found: 1, generated: 1, unused: 1))
    #expect(balance[.property] == Balance.Row(kind: .property, found: 1, generated: 1, unused: 4))
  }

  @Test func aPropertyThatIsMissingIsALoss() throws {
    var fixture = try Fixture(Self.text)
    fixture.package.models = fixture.package.models.map { model in
      guard case .record(var record) = model, record.name == "Book" else { return model }
      record.properties.removeAll { $0.wireName == "title" }
      return .record(record)
    }
    // The property is in the type of the composition still, and missing in the part's own.
    #expect(fixture.balance.losses.map(\.name) == ["title"])
    #expect(fixture.balance.diagnostics.map(\.code) == ["unaccounted"])
  }

  @Test func aPropertyThatACompositionLacksIsALoss() throws {
    var fixture = try Fixture(Self.text)
    fixture.package.models = fixture.package.models.map { model in
      guard case .record(var record) = model, record.name == "Novel" else { return model }
      record.properties.removeAll { $0.wireName == "title" }
      return .record(record)
    }
    #expect(fixture.balance.losses.map(\.name) == ["title"])
  }

  @Test func aParameterAndASchemeThatAreMissingAreLosses() throws {
    var fixture = try Fixture(Self.text)
    fixture.package.services[0].operations[0].parameters = []
    fixture.package.securitySchemes = []
    #expect(fixture.balance[.parameter].lost == 1)
    #expect(fixture.balance[.securityRequirement].lost == 2)
  }

  @Test func whatAWarningNamesIsNoLoss() throws {
    let fixture = try Fixture(Self.text)
    let place = try #require(fixture.document.components.schemas.first { $0.name == "Book" }).schema.origin
    var package = fixture.package
    package.models = []
    let warning = Diagnostic.warning("unsupported-composition", "left out", at: place)
    let balance = Accounting.balance(
      fixture.document,
      selection: fixture.selection,
      package: package,
      diagnostics: [warning]
    )
    #expect(Set(balance.losses.map(\.name)) == ["pages", "until"])
    #expect(balance[.property].warned == 3)
  }
}
