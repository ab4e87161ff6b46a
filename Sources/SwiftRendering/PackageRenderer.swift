import Mustache
public import SwiftModel

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
    return files.sorted { $0.path < $1.path }
  }

  /// A file made from a template.
  func file(_ path: String, _ template: String, _ view: any MustacheParent) -> GeneratedFile {
    GeneratedFile(
      path: path,
      contents: SourceText.finished(templates.render(template, view))
    )
  }

  /// The runtime's files of a folder, with the access level and the module names of the package.
  func runtimeFiles(from folder: String, to target: String, _ package: SwiftPackage) -> [GeneratedFile] {
    let adaptation = RuntimeAdaptation(package: package)
    return templates.runtimeFiles(under: folder).map { name, text in
      GeneratedFile(
        path: target + name,
        contents: SourceText.finished(adaptation.adapted(text), breaksLines: false)
      )
    }
  }

  /// The names of the runtime's files of a folder, without their extension.
  func runtimeFileNames(in folder: String) -> [String] {
    templates.runtimeFiles(under: folder).map { String($0.name.dropLast(".swift".count)) }
  }
}
