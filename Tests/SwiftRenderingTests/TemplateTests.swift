import Foundation
import SourceDocuments
import SwiftModel
import Templates
import Testing

@testable import SwiftRendering

@Suite struct TemplateTests {
  private let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "Templates")

  @Test func everyTemplateIsEmbedded() throws {
    let found = try FileManager.default.subpathsOfDirectory(atPath: folder.path)
      .filter { $0.contains("/") && ($0.hasSuffix(".mustache") || $0.hasSuffix(".swift")) }
    #expect(
      EmbeddedTemplates.files.map(\.path) == found.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    )
    for file in EmbeddedTemplates.files {
      #expect(try Data(contentsOf: folder.appending(path: file.path)) == Data(file.text.utf8), "\(file.path)")
    }
  }

  @Test func aTemplateOfAnotherNameIsRefused() {
    let error = #expect(throws: DiagnosticError.self) {
      try TemplateSet(overrides: [(path: "Models/Recrod.mustache", text: "")])
    }
    #expect(error?.diagnostics.map(\.code) == ["unknown-template"])
  }

  @Test func aBrokenTemplateIsRefusedWhereItBreaks() {
    let error = #expect(throws: DiagnosticError.self) {
      try TemplateSet(overrides: [(path: "Models/Record.mustache", text: "a\n{{#open}}\nb\n")])
    }
    #expect(error?.diagnostics.map(\.code) == ["template-syntax"])
    #expect(error?.diagnostics[0].location?.file.path == "Models/Record.mustache")
  }
}
