import OpenAPIDescription
import SourceDocuments

/// A description as a user names it on the command line.
struct DescriptionInput {
  private let name: String
  private let folder: String
  private let remote: (any RemoteFetching)?
  private let allowsDanglingReferences: Bool

  /// - Parameter configuration: Whether documents on other machines may be fetched, and schemas be missing.
  init(_ name: String, folder: String, _ configuration: Configuration) {
    self.name = name
    remote = configuration.allowRemote ? HTTPSFetcher() : nil
    allowsDanglingReferences = configuration.allowDanglingReferences
    self.folder = folder
  }

  /// Mistakes that leave nothing out of what is compared. Nobody can repair them in an old revision.
  private static let harmless: Set<String> = [
    "path-parameter-missing", "path-parameter-undeclared", "optional-path-parameter",
    "duplicate-operation-id", "repeated-variable", "undeclared-server-variable", "contradictory-bounds",
    "required-undeclared", "discriminator-undeclared", "enum-mismatch", "impossible-default", "invalid-bound",
  ]

  /// What was read.
  struct Reading: Sendable {
    var document: OpenAPIDocument
    /// About mistakes that do not keep it from being compared.
    var warnings: [Diagnostic]
    /// Every file that was read for it.
    var paths: [String]
  }

  /// The description, with warnings about mistakes that do not keep it from being compared.
  ///
  /// - Throws: When it cannot be read, or so that something of it is missing.
  func read() throws(DiagnosticError) -> Reading {
    let (document, loader, _) = try load()
    let (description, diagnostics) = OpenAPIReader.readDespiteErrors(
      document,
      loader: loader,
      allowsDanglingReferences: allowsDanglingReferences,
      checksExamples: false
    )
    var errors = Diagnostics()
    errors.append(contentsOf: diagnostics.items.lazy.filter { $0.severity == .error })
    var mistakes = errors.sorted()
    guard let description, mistakes.allSatisfy({ Self.harmless.contains($0.code) }) else {
      throw DiagnosticError(diagnostics: mistakes)
    }
    for index in mistakes.indices { mistakes[index].severity = .warning }
    return Reading(document: description, warnings: mistakes, paths: Self.localPaths(loader))
  }

  private static func standardInput() throws(DiagnosticError) -> [UInt8] {
    do {
      return try DiskFileSystem().standardInput()
    } catch {
      throw DiagnosticError(.unreadableInput(error.reason))
    }
  }

  private static func localPaths(_ loader: DocumentLoader) -> [String] {
    loader.loadedPaths.filter { !$0.hasPrefix("https://") }
  }

  /// The description with the texts of its files, when it is right.
  ///
  /// - Throws: Also for mistakes that do not keep it from being compared.
  func readWithFiles() throws(DiagnosticError) -> (document: OpenAPIDocument, files: DescriptionFiles) {
    let (document, loader, reader) = try load()
    let (description, diagnostics) = OpenAPIReader.read(
      document,
      loader: loader,
      allowsDanglingReferences: allowsDanglingReferences
    )
    guard let description, !diagnostics.hasErrors else {
      throw DiagnosticError(diagnostics: diagnostics.sorted().filter { $0.severity == .error })
    }
    let main = document.file.path
    var others: [DescriptionFiles.File] = []
    for path in Self.localPaths(loader) where path != main {
      guard main != "-" else { throw DiagnosticError(.severalFiles(path, at: document.root)) }
      do {
        others.append(
          DescriptionFiles.File(path: DescriptionFiles.relative(path, to: main), bytes: try reader.read(path))
        )
      } catch {
        throw DiagnosticError(.unreadableFile(path))
      }
    }
    return (description, DescriptionFiles(main: document.file.bytes, others: others))
  }

  private func load() throws(DiagnosticError) -> (SourceDocument, DocumentLoader, any FileReading) {
    if name == "-" {
      let loader = DocumentLoader(root: ".", remote: remote)
      return (try loader.load(text: Self.standardInput(), path: "-"), loader, DiskFiles())
    }
    guard !name.hasPrefix("http://"), !name.hasPrefix("https://") else {
      throw DiagnosticError(.remoteInput(name))
    }
    let path = name.hasPrefix("/") || folder == "." ? name : folder + "/" + name
    if DiskFiles().canonicalPath(path) == nil, let colon = name.firstIndex(of: ":"), colon != name.startIndex
    {
      let files = try GitFiles(
        revision: String(name[..<colon]),
        of: folder,
        at: SourceLocation(file: SourceFile(path: name, bytes: []), offset: 0, length: 0)
      )
      let loader = DocumentLoader(files: files, root: ".", remote: remote)
      return (try loader.load(files.path(of: String(name[name.index(after: colon)...]))), loader, files)
    }
    let loader = DocumentLoader(root: PackageGenerator.usualRoot(of: path), remote: remote)
    return (try loader.load(path), loader, DiskFiles())
  }
}

extension Diagnostic {
  fileprivate static func unreadableInput(_ reason: String) -> Diagnostic {
    Diagnostic(
      .error,
      code: "unreadable-file",
      "standard input cannot be read: \(reason)",
      at: .start(of: "-")
    )
  }

  fileprivate static func severalFiles(_ other: String, at node: SourceNode) -> Diagnostic {
    .error(
      "several-files",
      "the description refers to '\(other)', and standard input has no folder that it could be taken over from",
      at: node,
      advice: "save the description beside the files that it refers to, and name it"
    )
  }

  fileprivate static func unreadableFile(_ path: String) -> Diagnostic {
    Diagnostic(
      .error,
      code: "unreadable-file",
      "'\(path)' cannot be read a second time",
      at: .start(of: path)
    )
  }

  fileprivate static func remoteInput(_ address: String) -> Diagnostic {
    Diagnostic(
      .error,
      code: "remote-description",
      "the description must be a file: nothing is fetched from the network",
      at: .start(of: address),
      advice: "download it, and compare the copy: curl \(address) | herald diff old.yaml -"
    )
  }
}
