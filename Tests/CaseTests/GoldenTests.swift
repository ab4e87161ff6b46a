import APIModel
import Foundation
import SwiftRendering
import Testing

@testable import HeraldKit

/// `Generated/` is what the checked-in description and configuration give, byte for byte.
struct GoldenTests {
  @Test func theCheckedInPackageIsCurrent() throws {
    let folder = Repository.path("Generated")
    try #require(
      FileManager.default.fileExists(atPath: folder),
      "there is no Generated/: run `make generate`"
    )
    let settings = try ProjectSettings(GenerateOptions(folder: String(Repository.root.dropLast())))
    var generator = PackageGenerator()
    let generated = try generator.generate(settings.description, settings.configuration)
    let files = try OutputFileSet(generated, folder: folder)

    let expected = FileTree(Dictionary(uniqueKeysWithValues: files.files.map { ($0.path.text, $0.contents) }))
    var actual = try FileTree(folder)
    let manifest = actual.files.removeValue(forKey: OutputManifest.fileName)
    actual.files = actual.files.filter { path, _ in
      !path.hasPrefix(".build/") && !path.hasPrefix(".swiftpm/") && path != "Package.resolved"
        && path != ".DS_Store"
    }
    if let difference = actual.firstDifference(from: expected) {
      Issue.record("Generated/\(difference)\nrun `make generate`")
    } else if let difference = TextDifference(
      String(decoding: manifest ?? [], as: UTF8.self),
      files.manifest.text
    ) {
      Issue.record("Generated/\(OutputManifest.fileName):\(difference)\nrun `make generate`")
    }
  }
}
