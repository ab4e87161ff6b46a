import APIDiff
import APIModel
import DiffReports
import Foundation
import OpenAPIDescription
import SourceDocuments
import SwiftModel
import Testing

/// Pairs of descriptions with the report that is expected; `HERALD_RECORD=1` writes what it is.
///
/// A folder of `Tests/DiffCases` has `base.yaml` and `revision.yaml`, or a `case.yaml` that names them.
struct DiffCaseTests {
  static let names: [String] = {
    let folder = Repository.folder + "/Tests/DiffCases"
    do {
      return try FileManager.default.contentsOfDirectory(atPath: folder).filter { !$0.hasSuffix(".yaml") }
        .sorted()
    } catch {
      Issue.record(error)
      return []
    }
  }()

  @Test(arguments: names)
  func report(name: String) throws {
    let folder = Repository.folder + "/Tests/DiffCases/" + name
    var inputs = ["base.yaml", "revision.yaml"]
    if FileManager.default.fileExists(atPath: folder + "/case.yaml") {
      let settings = try DocumentLoader().load(folder + "/case.yaml").root
      inputs = [try #require(settings["base"]?.string), try #require(settings["revision"]?.string)]
    }
    let base = try read(inputs[0], in: folder)
    let revision = try read(inputs[1], in: folder)
    let interfaces = (try interface(of: base), try interface(of: revision))
    let clock = ContinuousClock()
    var difference = Difference()
    let time = clock.measure {
      difference = DescriptionComparison.compare(base, revision, interfaces: interfaces)
    }
    #expect(time < .seconds(10))
    let report = DiffReport(
      tool: "0",
      base: input(inputs[0], base),
      revision: input(inputs[1], revision),
      difference: difference,
      showsAll: true
    )
    let text = report.text(as: .text).replacing(folder + "/", with: "")
    let expected = URL(filePath: folder + "/report.txt")
    if ProcessInfo.processInfo.environment["HERALD_RECORD"] != nil {
      try Data(text.utf8).write(to: expected)
    }
    #expect(try text == String(decoding: Data(contentsOf: expected), as: UTF8.self))
  }

  private func read(_ path: String, in folder: String) throws -> OpenAPIDocument {
    let loader = DocumentLoader()
    let (document, diagnostics) = OpenAPIReader.read(try loader.load(folder + "/" + path), loader: loader)
    return try #require(document, "\(diagnostics.items)")
  }

  private func interface(of document: OpenAPIDocument) throws -> SwiftInterface {
    let (api, diagnostics) = APIBuilder.build(document)
    let built = try #require(api, "\(diagnostics.items)")
    let package = SwiftPackageBuilder.build(built, options: SwiftOptions(moduleName: "Sample")).package
    return InterfaceBuilder.interface(of: package)
  }

  private func input(_ name: String, _ document: OpenAPIDocument) -> DiffReport.Input {
    DiffReport.Input(
      name: name,
      specification: document.version.text,
      title: document.info.title,
      version: document.info.version
    )
  }
}
