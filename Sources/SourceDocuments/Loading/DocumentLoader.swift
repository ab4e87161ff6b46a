/// Loads documents and resolves the references between them.
///
/// Every file is read and parsed once, under whichever path it is reached. One loader serves one run on
/// one thread. Nothing is ever fetched from the network.
public final class DocumentLoader {
  private var store: DocumentStore
  private var fragments = FragmentResolver()
  private var root: String?
  /// How often a similar name is still looked for: each search reads all names of a place, which a document
  /// with tens of thousands of dangling references must not make it do each time.
  private var searchesLeft = 100

  /// - Parameter root: The folder that references may not leave; by default that of the first document
  ///   loaded.
  public init(files: any FileReading = DiskFiles(), root: String? = nil) {
    self.store = DocumentStore(files: files)
    self.root = root
  }

  /// The paths of all files read so far, sorted.
  public var loadedPaths: [String] { store.loadedPaths.sorted() }

  /// Loads the file at a path.
  ///
  /// A file whose name ends in `.json` is JSON. Any other file is JSON when it begins with `{` or `[` and
  /// can be read as such, and YAML otherwise.
  /// - Throws: `missing-file`, `not-a-file`, `unreadable-file`, `empty-document`, `invalid-encoding`,
  ///   `json-syntax`, `yaml-syntax`, `duplicate-key`, `several-documents`, `recursive-alias`,
  ///   `alias-expansion`, `too-deep` or `too-large`.
  public func load(_ path: String) throws(DiagnosticError) -> SourceDocument {
    setRoot(toFolderOf: path)
    switch store.outcome(at: path) {
    case .document(let document): return document
    case .malformed(let error): throw error
    case .unreadable(let failure):
      let file = SourceFile(path: path, bytes: [])
      let start = SourceLocation(file: file, offset: 0, length: 0)
      throw DiagnosticError(.unreadable(path, failure, at: start))
    }
  }

  /// Parses text that was already read, as the content of the file at a path. References to that path lead
  /// to this document.
  public func load(text: [UInt8], path: String) throws(DiagnosticError) -> SourceDocument {
    setRoot(toFolderOf: path)
    switch store.insert(text, at: path) {
    case .document(let document): return document
    case .malformed(let error): throw error
    case .unreadable(let failure):
      throw DiagnosticError(.unreadable(path, failure, at: nil))
    }
  }

  /// Resolves one step: what it leads to may be a reference again.
  ///
  /// - Parameters:
  ///   - reference: A URI reference (RFC 3986 §4.1) without a scheme: a path relative to the file that the
  ///     node stands in, a JSON pointer or an `$anchor` as its fragment, or both.
  ///   - node: The node of the reference's string.
  /// - Throws: `remote-reference`, `reference-outside-tree`, `missing-file`, `not-a-file`,
  ///   `unreadable-file` or `dangling-reference` at the node, or what is wrong with the other file.
  public func resolve(_ reference: String, at node: SourceNode) throws(DiagnosticError) -> SourceNode {
    guard let parsed = Reference(reference) else {
      throw DiagnosticError(.remoteReference(reference, at: node))
    }
    let document = try document(at: parsed.path, referredToBy: node)
    switch fragments.resolve(parsed.fragment, in: document) {
    case .found(let target): return target
    case .lost(let place, let token):
      throw DiagnosticError(
        .danglingReference(reference, token: token, lostAt: place, at: node, suggesting: mayLookForNames())
      )
    case .unknownAnchor(let name, let known):
      throw DiagnosticError(
        .unknownAnchor(name, reference: reference, known: known, at: node, suggesting: mayLookForNames())
      )
    }
  }

  /// Follows `$ref` from an object that has one until something that is not a reference.
  ///
  /// An object whose `$ref` is not a string is no reference.
  /// - Throws: What ``resolve(_:at:)`` throws, or `circular-reference` with the chain in its notes.
  public func resolveChain(_ node: SourceNode) throws(DiagnosticError) -> SourceNode {
    var current = node
    var chain: [SourceNode] = []
    var visited: Set<SourceNode> = []
    while let reference = current["$ref"], let text = reference.string {
      guard visited.insert(current).inserted else { throw DiagnosticError(.circularReference(chain)) }
      chain.append(reference)
      current = try resolve(text, at: reference)
    }
    return current
  }

  private func document(
    at path: String?,
    referredToBy node: SourceNode
  ) throws(DiagnosticError) -> SourceDocument {
    guard let path else { return node.document }
    let target = FilePath(node.document.file.path).folder.appending(FilePath(path)).text
    guard store.mayRefer(to: target, within: root ?? ".") else {
      throw DiagnosticError(.referenceOutsideTree(target, root: root ?? ".", at: node))
    }
    switch store.outcome(at: target) {
    case .document(let document):
      return document
    case .unreadable(let failure):
      throw DiagnosticError(.unreadable(target, failure, at: node.location, pointer: node.pointer))
    case .malformed(var error):
      let note = Diagnostic.Note("the file is referred to here", at: node.location)
      for index in error.diagnostics.indices { error.diagnostics[index].notes.append(note) }
      throw error
    }
  }

  private func mayLookForNames() -> Bool {
    searchesLeft -= 1
    return searchesLeft >= 0
  }

  private func setRoot(toFolderOf path: String) {
    if root == nil { root = FilePath(path).folder.text }
  }
}
