import SourceDocuments
import Testing

@testable import HeraldKit

struct TemplateFolderTests {
  @Test func withoutAFolderEverythingIsBuiltIn() throws {
    _ = try TemplateFolder.templates(overriddenBy: nil)
  }

  @Test func hiddenFilesAreNoTemplates() throws {
    let folder = try TemporaryFolder()
    try folder.write("", to: ".DS_Store")
    try folder.write("// Mine.\n", to: "Package/Header.mustache")
    _ = try TemplateFolder.templates(overriddenBy: folder.path)
  }

  @Test func faultsAreReportedAtTheFiles() throws {
    let folder = try TemporaryFolder()
    try folder.write("", to: "Package/Hedaer.mustache")
    try folder.write("{{#open}}", to: "Package/Header.mustache")
    let error = try #require(throws: DiagnosticError.self) {
      try TemplateFolder.templates(overriddenBy: folder.path)
    }
    #expect(
      error.diagnostics.map { $0.location?.file.path } == [
        folder.path("Package/Hedaer.mustache"), folder.path("Package/Header.mustache"),
      ]
    )
  }

  @Test func aFolderThatIsNotThereIsReported() throws {
    let error = try #require(throws: DiagnosticError.self) {
      try TemplateFolder.templates(overriddenBy: "/nowhere/at/all")
    }
    #expect(error.diagnostics.map(\.code) == ["unreadable-templates"])
  }
}
