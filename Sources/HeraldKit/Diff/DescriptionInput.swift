import OpenAPIDescription
import SourceDocuments

/// A description as a user names it on the command line.
struct DescriptionInput {
  private let name: String
  private let folder: String
  private let remote: (any RemoteFetching)?

  /// - Parameter remote: What fetches documents from other machines; nil when none may be fetched.
  init(_ name: String, folder: String, remote: (any RemoteFetching)? = nil) {
    self.name = name
    self.remote = remote
    self.folder = folder
  }

  /// Mistakes that leave nothing out of what is compared. Nobody can repair them in an old revision.
  private static let harmless: Set<String> = [
    "path-parameter-missing", "path-parameter-undeclared", "optional-path-parameter", "ambiguous-path",
    "duplicate-operation-id", "repeated-variable", "undeclared-server-variable", "contradictory-bounds",
    "required-undeclared", "discriminator-undeclared", "enum-mismatch", "impossible-default", "invalid-bound",
  ]

  /// The description, with warnings about mistakes that do not keep it from being compared.
  ///
  /// - Throws: When it cannot be read, or so that something of it is missing.
  func read() throws(DiagnosticError) -> (document: OpenAPIDocument, warnings: [Diagnostic]) {
    let (document, loader) = try load()
    let (description, diagnostics) = OpenAPIReader.readDespiteErrors(document, loader: loader)
    var mistakes = diagnostics.sorted().filter { $0.severity == .error }
    guard let description, mistakes.allSatisfy({ Self.harmless.contains($0.code) }) else {
      throw DiagnosticError(diagnostics: mistakes)
    }
    for index in mistakes.indices { mistakes[index].severity = .warning }
    return (description, mistakes)
  }

  private static func standardInput() throws(DiagnosticError) -> [UInt8] {
    do {
      return try DiskFileSystem().standardInput()
    } catch {
      throw DiagnosticError(.unreadableInput(error.reason))
    }
  }

  /// The description with its text, when it is right and consists of one file: only that can be put in place of another.
  ///
  /// - Throws: Also for mistakes that do not keep it from being compared.
  func readAlone() throws(DiagnosticError) -> (document: OpenAPIDocument, bytes: [UInt8]) {
    let (document, loader) = try load()
    let (description, diagnostics) = OpenAPIReader.read(document, loader: loader)
    guard let description, !diagnostics.hasErrors else {
      throw DiagnosticError(diagnostics: diagnostics.sorted().filter { $0.severity == .error })
    }
    let others = loader.loadedPaths.filter { $0 != document.file.path && !$0.hasPrefix("https://") }
    guard others.isEmpty else { throw DiagnosticError(.severalFiles(others, at: document.root)) }
    return (description, document.file.bytes)
  }

  private func load() throws(DiagnosticError) -> (SourceDocument, DocumentLoader) {
    if name == "-" {
      let loader = DocumentLoader(root: ".", remote: remote)
      return (try loader.load(text: Self.standardInput(), path: "-"), loader)
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
      return (try loader.load(files.path(of: String(name[name.index(after: colon)...]))), loader)
    }
    let loader = DocumentLoader(root: PackageGenerator.usualRoot(of: path), remote: remote)
    return (try loader.load(path), loader)
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

  fileprivate static func severalFiles(_ others: [String], at node: SourceNode) -> Diagnostic {
    .error(
      "several-files",
      "the description refers to \(counted(others.count, "other file")), of which '\(others[0])' is the first; only a "
        + "single file can take the place of another",
      at: node,
      advice:
        "copy the files yourself, and run `herald generate`; `herald diff --format markdown` writes the entry"
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
