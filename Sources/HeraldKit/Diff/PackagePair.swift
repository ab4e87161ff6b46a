import APIDiff
import APIModel
import OpenAPIDescription
import Parallelism
import SourceDocuments
import SwiftModel

/// What is generated for the two descriptions of a diff under one configuration.
struct PackagePair {
  let interfaces: (base: SwiftInterface, revision: SwiftInterface)
  /// The package of the new description, without what no signature shows.
  let revision: SwiftPackage
  /// What both were made from, which nobody needs any more (``DiffOutcome/remains``).
  let remains: [any Sendable]

  /// What can be found out of two descriptions at the same time.
  private enum Part: Sendable {
    case messages(MessageComparison)
    case package(Result<(interface: SwiftInterface, package: SwiftPackage, api: API), DiagnosticError>)
  }

  /// Compares the messages of two descriptions while the packages are built for both.
  ///
  /// - Returns: The messages compared, and the packages or the errors that keep one of them from being generated.
  static func build(
    _ base: OpenAPIDocument,
    _ revision: OpenAPIDocument,
    _ configuration: Configuration
  ) -> (messages: MessageComparison, packages: Result<PackagePair, DiagnosticError>) {
    // The comparison first: it is one piece of work, and the others fill the cores that it leaves idle.
    let parts = [nil, base, revision].concurrentMap { document in
      guard let document else { return Part.messages(MessageComparison(base, revision)) }
      return .package(Result { () throws(DiagnosticError) in try package(document, configuration) })
    }
    guard case .messages(let messages) = parts[0], case .package(let old) = parts[1],
      case .package(let new) = parts[2]
    else { preconditionFailure("the parts come back in their order") }
    let pair = Result { () throws(DiagnosticError) in
      let (base, revision) = (try old.get(), try new.get())
      return PackagePair(
        interfaces: (base.interface, revision.interface),
        revision: revision.package,
        remains: [base.package, base.api, revision.api]
      )
    }
    return (messages, pair)
  }

  private static func package(
    _ document: OpenAPIDocument,
    _ configuration: Configuration
  ) throws(DiagnosticError) -> (interface: SwiftInterface, package: SwiftPackage, api: API) {
    let (api, found) = APIBuilder.build(document, selection: configuration.selection, warnsOfLosses: false)
    guard let api, !found.hasErrors else {
      throw DiagnosticError(diagnostics: found.items.filter { $0.severity == .error })
    }
    let package = SwiftPackageBuilder.build(
      api,
      options: configuration.swiftOptions(title: document.info.title),
      scope: .interface
    ).package
    return (InterfaceBuilder.interface(of: package), package, api)
  }
}
