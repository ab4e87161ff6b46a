import SourceDocuments
import Templates
import Testing

@testable import HeraldKit

struct ExportTemplatesCommandTests {
  @Test func everyTemplateIsWrittenOnceAndNoEditIsLost() throws {
    let folder = try TemporaryFolder()
    var command = ExportTemplatesCommand(folder: folder.path("a/b"))
    #expect(try command.run() == EmbeddedTemplates.files.count)
    #expect(try folder.tree("a/b").count == EmbeddedTemplates.files.count)
    #expect(try command.run() == EmbeddedTemplates.files.count, "what is as exported is no obstacle")

    let name = try #require(EmbeddedTemplates.files.first?.path)
    try folder.write("mine", to: "a/b/" + name)
    let error = try #require(throws: DiagnosticError.self) { try command.run() }
    #expect(error.diagnostics.map(\.location?.file.path) == [folder.path("a/b/" + name)])
    command.force = true
    #expect(try command.run() == EmbeddedTemplates.files.count)
    #expect(try folder.read("a/b/" + name) != "mine")
  }
}
