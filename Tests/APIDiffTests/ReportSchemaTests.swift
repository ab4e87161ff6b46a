import APIDiff
import APIModel
import DiffReports
import Foundation
import OpenAPIDescription
import SourceDocuments
import SwiftModel
import Testing

/// `herald-diff.schema.json` describes what `--format json` writes: it is held against the schema by Herald itself.
struct ReportSchemaTests {
  @Test(arguments: ["orders", "endless"])
  func aReportMatchesTheSchema(name: String) throws {
    let text = try report(of: name).text(as: .json)
    #expect(try mismatches(of: text) == [])
  }

  @Test(arguments: [
    ("\"level\": \"breaks\"", "\"level\": \"fatal\""), ("\"bump\": \"major\"", "\"bump\": \"huge\""),
    ("\"module\": \"client\"", "\"module\": \"other\""), ("\"subject\": ", "\"topic\": "),
    ("\"kind\": \"renamed\"", "\"kind\": 1"), ("\"column\": ", "\"column\": -"),
  ])
  func anotherReportDoesNot(text: String, replacement: String) throws {
    let report = try report(of: "orders").text(as: .json)
    try #require(report.contains(text))
    #expect(try mismatches(of: report.replacing(text, with: replacement)) != [])
  }

  private func mismatches(of report: String) throws -> [String] {
    let schema = try String(contentsOfFile: Repository.folder + "/herald-diff.schema.json", encoding: .utf8)
    let description = """
      {"openapi": "3.1.0", "info": {"title": "T", "version": "1"}, "paths": {"/a": {"get": {"responses": {"200": {
      "description": "OK", "content": {"application/json": {"schema": {"$ref": "schema.json"}, "example": \(report)}}
      }}}}}}
      """
    let files = InMemoryFiles(["description.json": description, "schema.json": schema])
    let loader = DocumentLoader(files: files)
    let (document, diagnostics) = OpenAPIReader.read(try loader.load("description.json"), loader: loader)
    _ = try #require(document, "\(diagnostics.items)")
    return diagnostics.items.map { "\($0.code): \($0.message)" }
  }

  private func report(of name: String) throws -> DiffReport {
    let folder = Repository.folder + "/Tests/DiffCases/" + name
    let documents = try ["base.yaml", "revision.yaml"].map { file in
      let loader = DocumentLoader()
      let (document, diagnostics) = OpenAPIReader.read(try loader.load(folder + "/" + file), loader: loader)
      return try #require(document, "\(diagnostics.items)")
    }
    let interfaces = try documents.map { document in
      let api = try #require(APIBuilder.build(document).api)
      let options = SwiftOptions(moduleName: "Sample")
      return InterfaceBuilder.interface(of: SwiftPackageBuilder.build(api, options: options).package)
    }
    let inputs = documents.map { document in
      DiffReport.Input(
        name: name,
        specification: document.version.text,
        title: document.info.title,
        version: document.info.version
      )
    }
    return DiffReport(
      tool: "0",
      base: inputs[0],
      revision: inputs[1],
      difference: DescriptionComparison.compare(
        documents[0],
        documents[1],
        interfaces: (interfaces[0], interfaces[1])
      )
    )
  }
}
