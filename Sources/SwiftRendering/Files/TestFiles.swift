import SwiftModel

/// The files of the package's tests.
struct TestFiles {
  let renderer: PackageRenderer
  let package: SwiftPackage
  let view: PackageView

  private var folder: String { "Tests/\(package.names.tests)/" }

  func files() -> [PlannedFile] {
    var names = FileNames(taken: renderer.runtimeFileNames(in: "Runtime/Tests/"))
    var files = modelTests(&names)
    if package.emitsServer {
      for service in package.services {
        let answered = service.operations.filter { $0.shadowingOperation == nil }
        let parts = ServicePartView.parts(of: ServiceView(service, in: view), answered, lines: { $0.test })
        for part in parts where !part.operations.isEmpty {
          files.append(serviceTests(part, &names))
        }
      }
    }
    return files + renderer.runtimeFiles(from: "Runtime/Tests/", to: folder + "Runtime/", for: package)
  }

  private func serviceTests(_ part: ServicePartView, _ names: inout FileNames) -> PlannedFile {
    let needsFoundation = part.operations.contains { operation in
      operation.body?.needsFoundationInTests ?? false
        || FoundationUse.isNeeded(operation.parameters.map(\.type))
    }
    let name = names.claim(part.suiteName)
    let contents = LayeredView(upper: part, lower: view)
    return renderer.file(
      folder + name + ".swift",
      "ServiceTests",
      FileView(contents: contents, imports: (needsFoundation ? ["Foundation"] : []) + ["HTTPTypes"])
    )
  }

  private func modelTests(_ names: inout FileNames) -> [PlannedFile] {
    let tests = package.modelTests
    let parts = FileDivision(limit: package.fileLength).parts(of: tests) {
      OperationLength.lines(of: $0.example) + 8
    }
    return parts.filter { !$0.isEmpty }.enumerated().map { position, tests in
      let suite = names.claim(position == 0 ? "ModelTests" : "ModelTests\(position + 1)")
      let contents = ModelTestsView(suite: suite, tests: tests)
      return renderer.file(folder + suite + ".swift", "ModelTests", LayeredView(upper: contents, lower: view))
    }
  }
}

extension BodyDeclaration {
  /// Whether the example of the body that a client sends is written as `Data`.
  fileprivate var needsFoundationInTests: Bool {
    guard let sent = representations.first else { return false }
    return sent.kind == .bytes || sent.exampleParts.contains(where: \.isFile)
  }
}
