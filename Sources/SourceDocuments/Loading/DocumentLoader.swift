/// Loads documents and resolves the references between them.
///
/// Every file is read and parsed once, under whichever path it is reached. One loader serves one run on
/// one thread. Nothing is fetched from the network unless the loader is given the means.
public final class DocumentLoader {
  private var store: DocumentStore
  private var fragments = FragmentResolver()
  private var identifiers = DocumentIdentifiers()
  private var root: String?
  /// How often a similar name is still looked for: each search reads all names of a place, which a document
  /// with tens of thousands of dangling references must not make it do each time.
  private var searchesLeft = 100
  /// References whose pointers led through another reference, which JSON pointers cannot (RFC 6901 §4). They
  /// are followed because tools that bundle descriptions do.
  public private(set) var detours: [SourceNode] = []
  private static let maximumDetours = 64

  /// - Parameters:
  ///   - root: The folder that references may not leave; by default that of the first document loaded.
  ///   - remote: What fetches documents from other machines; nil when references may not lead there.
  public init(
    files: any FileReading = DiskFiles(),
    root: String? = nil,
    remote: (any RemoteFetching)? = nil
  ) {
    self.store = DocumentStore(files: files, remote: remote)
    self.root = root
  }

  /// The paths of all files read so far, and the addresses of all documents fetched, sorted.
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
    case .document(let document):
      identifiers.add(document, at: URIReference(path: path))
      return document
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
    case .document(let document):
      identifiers.add(document, at: URIReference(path: path))
      return document
    case .malformed(let error): throw error
    case .unreadable(let failure):
      throw DiagnosticError(.unreadable(path, failure, at: nil))
    }
  }

  /// Resolves one step: what it leads to may be a reference again.
  ///
  /// - Parameters:
  ///   - reference: A URI reference (RFC 3986 §4.1): a path relative to the file that the node stands in, or
  ///     the identifier of a schema or a document that was loaded; with a JSON pointer or an `$anchor` as its
  ///     fragment, or only that.
  ///   - node: The node of the reference's string.
  /// - Throws: `remote-reference`, `insecure-reference`, `unreachable-document`, `reference-outside-tree`,
  ///   `missing-file`, `not-a-file`, `unreadable-file` or `dangling-reference` at the node, or what is wrong
  ///   with the other file.
  public func resolve(_ reference: String, at node: SourceNode) throws(DiagnosticError) -> SourceNode {
    var detoursLeft = Self.maximumDetours
    let target = try resolve(reference, at: node, detoursLeft: &detoursLeft)
    if detoursLeft < Self.maximumDetours { detours.append(node) }
    return target
  }

  private func resolve(
    _ reference: String,
    at node: SourceNode,
    detoursLeft: inout Int
  ) throws(DiagnosticError) -> SourceNode {
    let uri = URIReference(reference)
    let start = try start(of: uri, reference, referredToBy: node)
    let fragment = Reference(uri).fragment
    var outcome = fragments.resolve(fragment, from: start)
    if case .lost = outcome, start.parent != nil {
      // Pointers are written from the root of the document, whatever identifier a schema on the way has.
      let fromRoot = fragments.resolve(fragment, from: start.document.root)
      if case .found = fromRoot { outcome = fromRoot }
    }
    while case .lost(let place, let rest) = outcome, let inner = place["$ref"], let text = inner.string,
      detoursLeft > 0
    {
      detoursLeft -= 1
      let target = try resolve(text, at: inner, detoursLeft: &detoursLeft)
      outcome = fragments.follow(rest, from: target)
    }
    switch outcome {
    case .found(let target): return target
    case .lost(let place, let rest):
      throw DiagnosticError(
        .danglingReference(
          reference,
          token: rest.first ?? "",
          lostAt: place,
          at: node,
          suggesting: mayLookForNames()
        )
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

  /// The text of a file that a reference names as a whole, and whose name does not say that it is JSON or YAML:
  /// Markdown, as a rule. Nil for every other reference.
  ///
  /// - Throws: As ``resolve(_:at:)`` does.
  public func prose(_ reference: String, at node: SourceNode) throws(DiagnosticError) -> String? {
    let uri = URIReference(reference)
    let name = uri.path.lowercased()
    guard uri.fragment == nil, !name.isEmpty, ![".json", ".yaml", ".yml"].contains(where: name.hasSuffix)
    else { return nil }
    let bytes: [UInt8]
    switch try place(of: uri, referredToBy: node) {
    case .here: return nil
    case .file(let path):
      let target = try target(of: path, referredToBy: node)
      do {
        bytes = try store.bytes(at: target)
      } catch {
        throw DiagnosticError(.unreadable(target, error, at: node.location, pointer: node.pointer))
      }
    case .remote(let address):
      bytes = try fetch(address, reference, referredToBy: node).bytes
    }
    let file = SourceFile(path: name, bytes: bytes)
    return String(validating: bytes[(try TextEncoding.contentStart(of: file))...], as: UTF8.self)
  }

  /// How many schemas of the documents loaded so far have a `$dynamicAnchor` of that name.
  public func dynamicAnchorCount(_ name: String) -> Int {
    fragments.dynamicAnchorCount(name, in: store.documents)
  }

  private func mayLookForNames() -> Bool {
    searchesLeft -= 1
    return searchesLeft >= 0
  }

  private func setRoot(toFolderOf path: String) {
    if root == nil { root = FilePath(path).folder.text }
  }
}

extension DocumentLoader {
  /// What the fragment of a reference is looked up in: the root of a document, or a schema that is a resource
  /// of its own.
  private func start(
    of uri: URIReference,
    _ reference: String,
    referredToBy node: SourceNode
  ) throws(DiagnosticError) -> SourceNode {
    if !identifiers.isEmpty, let base = identifiers.base(of: node) {
      if uri.isFragmentOnly { return base.resource }
      if let named = identifiers.node(named: uri.resolved(against: base.uri).withoutFragment) { return named }
    }
    switch try place(of: uri, referredToBy: node) {
    case .here:
      return node.document.root
    case .file(let path):
      return try document(at: path, referredToBy: node).root
    case .remote(let address):
      // A document may be named by the address that it calls itself.
      if let named = identifiers.node(named: address) { return named }
      let text = try fetch(address, reference, referredToBy: node)
      let document = try document(store.outcome(of: text), of: text.address, referredToBy: node)
      identifiers.add(document, at: URIReference(text.address))
      return document.root
    }
  }

  /// Where a reference leads from the document it stands in.
  private func place(
    of uri: URIReference,
    referredToBy node: SourceNode
  ) throws(DiagnosticError) -> Reference.Place {
    guard node.document.file.isRemote, !uri.isFragmentOnly else { return Reference(uri).place }
    guard uri.scheme != "file" else { throw DiagnosticError(.remoteToLocal(uri.text, at: node)) }
    let address = uri.resolved(against: URIReference(node.document.file.path)).withoutFragment
    return .remote(address)
  }

  private func document(
    at path: String,
    referredToBy node: SourceNode
  ) throws(DiagnosticError) -> SourceDocument {
    let target = try target(of: path, referredToBy: node)
    let document = try document(store.outcome(at: target), of: target, referredToBy: node)
    identifiers.add(document, at: URIReference(path: target))
    return document
  }

  /// The path of a file that may be referred to.
  private func target(
    of path: String,
    referredToBy node: SourceNode
  ) throws(DiagnosticError) -> String {
    let target = FilePath(node.document.file.path).folder.appending(FilePath(path)).text
    guard store.mayRefer(to: target, within: root ?? ".") else {
      throw DiagnosticError(.referenceOutsideTree(target, root: root ?? ".", at: node))
    }
    return target
  }

  private func fetch(
    _ address: URIReference,
    _ reference: String,
    referredToBy node: SourceNode
  ) throws(DiagnosticError) -> RemoteText {
    guard store.mayFetch else { throw DiagnosticError(.remoteReference(reference, at: node)) }
    guard address.scheme == "https", address.authority?.isEmpty == false else {
      throw DiagnosticError(.insecureReference(reference, at: node))
    }
    do {
      return try store.fetch(address.text)
    } catch {
      throw DiagnosticError(.unreachable(address.text, error, at: node))
    }
  }

  private func document(
    _ outcome: DocumentStore.Outcome,
    of target: String,
    referredToBy node: SourceNode
  ) throws(DiagnosticError) -> SourceDocument {
    switch outcome {
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
}
