import Foundation
import Testing

@testable import SourceDocuments

@Suite struct DocumentLoaderTests {
  /// A folder of its own, removed with the test.
  private final class Folder {
    let path: String

    init() throws {
      let url = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
      try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
      path = url.path
    }

    deinit {
      try? FileManager.default.removeItem(atPath: path)
    }

    func write(_ text: String, to name: String) throws {
      let url = URL(fileURLWithPath: path).appendingPathComponent(name)
      try FileManager.default.createDirectory(
        at: url.deletingLastPathComponent(),
        withIntermediateDirectories: true
      )
      try Data(text.utf8).write(to: url)
    }

    func link(_ name: String, to target: String) throws {
      try FileManager.default.createSymbolicLink(atPath: path + "/" + name, withDestinationPath: target)
    }
  }

  private func code(_ body: () throws -> Void) -> String? {
    do {
      try body()
      return nil
    } catch let error as DiagnosticError {
      return error.diagnostics.first?.code
    } catch {
      return "\(error)"
    }
  }

  @Test func readsFilesOnDisk() throws {
    let folder = try Folder()
    try folder.write("a: {$ref: 'b/c.yaml#/d'}", to: "openapi.yaml")
    try folder.write("d: 1", to: "b/c.yaml")
    let loader = DocumentLoader()
    let root = try loader.load(folder.path + "/openapi.yaml").root
    #expect(try loader.resolveChain(#require(root["a"])).number?.integer == 1)
    #expect(loader.loadedPaths == [folder.path + "/b/c.yaml", folder.path + "/openapi.yaml"])
  }

  @Test func saysWhatItCannotRead() throws {
    let folder = try Folder()
    try folder.write("", to: "empty.yaml")
    #expect(code { _ = try DocumentLoader().load(folder.path + "/gone.yaml") } == "missing-file")
    #expect(code { _ = try DocumentLoader().load(folder.path + "/empty.yaml/x") } == "missing-file")
    #expect(code { _ = try DocumentLoader().load(folder.path) } == "not-a-file")
    #expect(code { _ = try DocumentLoader().load(folder.path + "/empty.yaml") } == "empty-document")
    #expect(code { _ = try DocumentLoader().load("") } == "missing-file")
  }

  @Test func doesNotFollowLinksOutOfTheFolder() throws {
    let folder = try Folder()
    try folder.write("a: 1", to: "secret/key.yaml")
    try folder.write(
      "x: {$ref: 'link/key.yaml'}\ny: {$ref: key.yaml}\nz: {$ref: inner.yaml}",
      to: "api/openapi.yaml"
    )
    try folder.write("inner: 1", to: "api/sub/inner.yaml")
    try folder.link("api/link", to: folder.path + "/secret")
    try folder.link("api/key.yaml", to: "../secret/key.yaml")
    try folder.link("api/inner.yaml", to: "sub/inner.yaml")

    let loader = DocumentLoader()
    let root = try loader.load(folder.path + "/api/openapi.yaml").root
    #expect(code { _ = try loader.resolveChain(#require(root["x"])) } == "reference-outside-tree")
    #expect(code { _ = try loader.resolveChain(#require(root["y"])) } == "reference-outside-tree")
    #expect(code { _ = try loader.resolveChain(#require(root["z"])) } == nil)

    let wide = DocumentLoader(root: folder.path)
    let again = try wide.load(folder.path + "/api/openapi.yaml").root
    #expect(code { _ = try wide.resolveChain(#require(again["x"])) } == nil)
  }

  @Test func readsEachFileOnce() throws {
    let folder = try Folder()
    try folder.write("x: {$ref: 'link.yaml#/x/y'}\ny: {$ref: './real.yaml#/x'}", to: "real.yaml")
    try folder.link("link.yaml", to: "real.yaml")
    let loader = DocumentLoader()
    let root = try loader.load(folder.path + "/link.yaml").root
    let y = try #require(root["y"])
    #expect(try loader.resolve("./real.yaml#/x", at: y) == root["x"])
    #expect(try loader.load(folder.path + "/./real.yaml").root == root)
  }
}
