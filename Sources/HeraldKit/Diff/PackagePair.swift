import APIModel
import OpenAPIDescription
import Parallelism
import SourceDocuments
import SwiftModel

/// What is generated for the two descriptions of a diff under one configuration.
struct PackagePair {
  let base: SwiftPackage
  let revision: SwiftPackage

  /// - Throws: The errors that keep one of them from being generated.
  init(
    _ base: OpenAPIDocument,
    _ revision: OpenAPIDocument,
    _ configuration: Configuration
  ) throws(DiagnosticError) {
    let packages = [base, revision].concurrentMap { document in
      Result { () throws(DiagnosticError) in try Self.package(document, configuration) }
    }
    self.base = try packages[0].get()
    self.revision = try packages[1].get()
  }

  var interfaces: (base: SwiftInterface, revision: SwiftInterface) {
    (InterfaceBuilder.interface(of: base), InterfaceBuilder.interface(of: revision))
  }

  private static func package(
    _ document: OpenAPIDocument,
    _ configuration: Configuration
  ) throws(DiagnosticError) -> SwiftPackage {
    let (api, found) = APIBuilder.build(document, selection: configuration.selection)
    guard let api, !found.hasErrors else {
      throw DiagnosticError(diagnostics: found.items.filter { $0.severity == .error })
    }
    return SwiftPackageBuilder.build(
      api,
      options: configuration.swiftOptions(title: document.info.title),
      buildsTests: false
    ).package
  }
}
