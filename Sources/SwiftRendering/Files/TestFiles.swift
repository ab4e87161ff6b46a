import SwiftModel

/// The files of the package's tests.
struct TestFiles {
  let renderer: PackageRenderer
  let package: SwiftPackage
  let view: PackageView

  /// The tests of models in one file.
  private static let testsPerFile = 40

  private var folder: String { "Tests/\(package.names.tests)/" }

  func files() -> [GeneratedFile] {
    var names = FileNames(taken: renderer.runtimeFileNames(in: "Runtime/Tests/"))
    var files = modelTests(&names)
    if package.emitsServer {
      for service in package.services {
        let contents = LayeredView(upper: ServiceView(service, in: view), lower: view)
        let needsFoundation = service.operations.contains { operation in
          operation.body?.kind == .data || FoundationUse.isNeeded(operation.parameters.map(\.type))
        }
        files.append(
          renderer.file(
            folder + names.claim(service.testsName) + ".swift",
            "ServiceTests",
            FileView(contents: contents, imports: (needsFoundation ? ["Foundation"] : []) + ["HTTPTypes"])
          )
        )
      }
    }
    return files + renderer.runtimeFiles(from: "Runtime/Tests/", to: folder + "Runtime/", package)
  }

  private func modelTests(_ names: inout FileNames) -> [GeneratedFile] {
    let tests = package.modelTests
    return stride(from: 0, to: tests.count, by: Self.testsPerFile).map { start in
      let end = min(start + Self.testsPerFile, tests.count)
      let suite = names.claim(start == 0 ? "ModelTests" : "ModelTests\(start / Self.testsPerFile + 1)")
      let contents = ModelTestsView(suite: suite, tests: Array(tests[start..<end]))
      return renderer.file(folder + suite + ".swift", "ModelTests", LayeredView(upper: contents, lower: view))
    }
  }
}
