import Parallelism
public import SwiftModel
import TemplateEngine

/// Renders a package to files.
public struct PackageRenderer: Sendable {
  let templates: TemplateSet

  public init(templates: TemplateSet) {
    self.templates = templates
  }

  /// The files of a package, sorted by path.
  public func render(_ package: SwiftPackage) -> [GeneratedFile] {
    let style = RenderingStyle(accessLevel: package.accessLevel)
    let view = PackageView(package: package, style: style)
    var files = [file("Package.swift", "Package", view), file("README.md", "README", view)]
    files += ClientFiles(renderer: self, package: package, view: view).files()
    if package.emitsServer { files += ServerFiles(renderer: self, package: package, view: view).files() }
    files += TestFiles(renderer: self, package: package, view: view).files()
    let adaptation = RuntimeAdaptation(package: package)
    return files.concurrentMap { GeneratedFile(path: $0.path, contents: contents(of: $0, adaptation)) }
      .sorted { $0.path < $1.path }
  }

  /// A file for one of the modules with deprecated declarations under the names of an earlier version.
  ///
  /// - Parameter package: The package of the new version.
  public func render(_ shims: ShimsDeclaration, for package: SwiftPackage) -> [UInt8] {
    let view = ShimsView(shims: shims)
    let style = RenderingStyle(accessLevel: package.accessLevel)
    let contents = FileView(
      contents: LayeredView(upper: view, lower: PackageView(package: package, style: style)),
      imports: FoundationUse.isNeeded(view.types) ? ["Foundation"] : []
    )
    return SourceText.finished(templates.render("Shims", contents))
  }

  private func contents(of file: PlannedFile, _ adaptation: RuntimeAdaptation) -> [UInt8] {
    switch file.source {
    case .template(let name, let view): SourceText.finished(templates.render(name, view))
    case .runtime(let file): SourceText.finished(adaptation.adapted(file.text), breaksLines: false)
    }
  }

  /// A file made from a template.
  func file(_ path: String, _ template: String, _ view: any TemplateView) -> PlannedFile {
    PlannedFile(path: path, source: .template(template, view))
  }

  /// The runtime's files of a folder that a package carries, with the access level and the module names of the package.
  func runtimeFiles(from folder: String, to target: String, for package: SwiftPackage) -> [PlannedFile] {
    let parts = Set(RuntimePart.allCases).subtracting(package.runtimeParts)
    let left = parts.reduce(into: Set()) { $0.formUnion($1.folders) }
    return templates.runtimeFiles(under: folder).filter { !left.contains($0.name) }.map {
      PlannedFile(path: target + $0.name + ".swift", source: .runtime($0))
    }
  }

  /// The names of the runtime's files of a folder, without their extension, whether a package carries them or not: so that
  /// the names of others stay what they are when it comes to need more.
  func runtimeFileNames(in folder: String) -> [String] {
    templates.runtimeFiles(under: folder).map(\.name)
  }
}
