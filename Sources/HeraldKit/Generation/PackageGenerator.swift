import APIModel
public import Accounting
import OpenAPIDescription
public import SourceDocuments
import SwiftModel
public import SwiftRendering

/// Turns a description into the files of a package, in memory.
public struct PackageGenerator {
  /// What was found on the way, also when the result is complete.
  public private(set) var diagnostics = Diagnostics()
  /// Figures of the run.
  public internal(set) var statistics = GenerationStatistics()
  /// What became of everything that the description says.
  public private(set) var balance: Balance?
  /// Every file that was read for the description, sorted.
  public private(set) var inputs: [String] = []

  private let remote: any RemoteFetching
  private let files: any FileReading

  /// - Parameters:
  ///   - remote: What fetches documents from other machines where the configuration allows it; nil for the network.
  ///   - files: Where the other documents come from.
  public init(remote: (any RemoteFetching)? = nil, files: any FileReading = DiskFiles()) {
    self.files = files
    self.remote = remote ?? HTTPSFetcher()
  }

  /// Generates the files of a package.
  ///
  /// - Parameters:
  ///   - path: The path of the description.
  ///   - configuration: How to generate it.
  /// - Throws: What makes it impossible. Warnings, and errors of earlier stages, are in ``diagnostics``.
  public mutating func generate(
    _ path: String,
    _ configuration: Configuration
  ) throws(DiagnosticError) -> [GeneratedFile] {
    let templates = try statistics.measure("templates") { () throws(DiagnosticError) in
      try TemplateFolder.templates(overriddenBy: configuration.templates)
    }
    let loader = DocumentLoader(
      files: files,
      root: configuration.root ?? Self.usualRoot(of: path),
      remote: configuration.allowRemote ? remote : nil
    )
    defer { inputs = loader.loadedPaths }
    let source = try statistics.measure("load") { () throws(DiagnosticError) in try loader.load(path) }
    let document = try stage("describe") {
      OpenAPIReader.read(
        source,
        loader: loader,
        allowsDanglingReferences: configuration.allowDanglingReferences
      )
    }
    diagnostics.append(contentsOf: SelectionCheck(document).unusedEntries(of: configuration))
    let read = diagnostics.items.count
    let api = try stage("model") { APIBuilder.build(document, selection: configuration.selection) }
    let package = try stage("declare") { () -> (SwiftPackage?, Diagnostics) in
      SwiftPackageBuilder.build(api, options: configuration.swiftOptions(title: document.info.title))
    }
    let balance = statistics.measure("account") {
      Accounting.balance(
        document,
        selection: configuration.selection,
        package: package,
        diagnostics: Array(diagnostics.items[read...])
      )
    }
    diagnostics.append(contentsOf: balance.diagnostics)
    self.balance = balance
    let files = statistics.measure("render") { PackageRenderer(templates: templates).render(package) }
    statistics.operations = api.operationCount
    statistics.types = package.typeCount
    statistics.files = files.count
    return files
  }

  /// The folder above the one of the description: descriptions often share files with their neighbours.
  static func usualRoot(of path: String) -> String {
    let isAbsolute = path.hasPrefix("/")
    var folders = path.split(separator: "/").dropLast().filter { $0 != "." }
    if let last = folders.last, last != ".." {
      folders.removeLast()
    } else if !isAbsolute {
      folders.append("..")
    }
    let text = folders.joined(separator: "/")
    if isAbsolute { return "/" + text }
    return text.isEmpty ? "." : text
  }

  /// Runs a stage that reports what it finds, and stops when there is an error.
  private mutating func stage<Value>(
    _ name: String,
    _ work: () -> (Value?, Diagnostics)
  ) throws(DiagnosticError) -> Value {
    let (value, found) = statistics.measure(name, work)
    guard let value, !found.hasErrors else { throw DiagnosticError(diagnostics: found.items) }
    diagnostics.append(contentsOf: found.items)
    return value
  }
}
