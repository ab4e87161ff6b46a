/// Reads and parses every file once, under whichever path it is reached.
struct DocumentStore {
  /// What became of a file.
  enum Outcome {
    case document(SourceDocument)
    case unreadable(FileReadingFailure)
    case malformed(DiagnosticError)
  }

  /// Longer paths are refused by every system; a reference can be of any length.
  private static let maximumPathLength = 4096
  /// Documents that may be fetched in one run: one may refer to the next without end.
  private static let maximumFetches = 200

  private let files: any FileReading
  private let remote: (any RemoteFetching)?
  /// By canonical path.
  private var outcomes: [FilePath: Outcome] = [:]
  private var canonicalPaths: [FilePath: FilePath] = [:]
  /// By the address asked for.
  private var fetched: [String: Result<RemoteText, RemoteFailure>] = [:]
  /// By the address answered from.
  private var remoteOutcomes: [String: Outcome] = [:]
  private(set) var loadedPaths: Set<String> = []

  init(files: any FileReading, remote: (any RemoteFetching)? = nil) {
    self.files = files
    self.remote = remote
  }

  /// Whether documents on other machines may be had.
  var mayFetch: Bool { remote != nil }

  /// Every document that could be read.
  var documents: [SourceDocument] {
    (Array(outcomes.values) + Array(remoteOutcomes.values)).compactMap { outcome in
      if case .document(let document) = outcome { document } else { nil }
    }
  }

  mutating func outcome(at path: String) -> Outcome {
    guard Self.isPossible(path) else { return .unreadable(.missing) }
    let canonical = canonicalPath(path)
    if let known = outcomes[canonical] { return known }
    do {
      return insert(try files.read(path), at: path)
    } catch {
      let outcome = Outcome.unreadable(error)
      outcomes[canonical] = outcome
      return outcome
    }
  }

  /// The bytes of a file that is no document.
  mutating func bytes(at path: String) throws(FileReadingFailure) -> [UInt8] {
    guard Self.isPossible(path) else { throw .missing }
    let bytes = try files.read(path)
    loadedPaths.insert(path)
    return bytes
  }

  /// Parses text as the content of the file at a path, which is not read any more.
  mutating func insert(_ text: [UInt8], at path: String) -> Outcome {
    loadedPaths.insert(path)
    let outcome = Self.parse(text, from: path)
    outcomes[canonicalPath(path)] = outcome
    return outcome
  }

  /// What is at an `https` address; asked for once.
  mutating func fetch(_ address: String) throws(RemoteFailure) -> RemoteText {
    if let known = fetched[address] { return try known.get() }
    guard let remote else { throw RemoteFailure("nothing may be fetched") }
    guard fetched.count < Self.maximumFetches else {
      throw RemoteFailure("\(Self.maximumFetches) documents have been fetched already")
    }
    let result: Result<RemoteText, RemoteFailure>
    do {
      result = .success(try remote.fetch(address))
    } catch {
      result = .failure(error)
    }
    fetched[address] = result
    return try result.get()
  }

  /// What was fetched, parsed.
  mutating func outcome(of text: RemoteText) -> Outcome {
    if let known = remoteOutcomes[text.address] { return known }
    loadedPaths.insert(text.address)
    let outcome = Self.parse(text.bytes, from: text.address)
    remoteOutcomes[text.address] = outcome
    return outcome
  }

  /// Whether a reference may lead to a path: what lies below the folder, and what was loaded by name.
  mutating func mayRefer(to path: String, within folder: String) -> Bool {
    guard Self.isPossible(path) else { return true }
    let target = canonicalPath(path)
    return outcomes[target] != nil || canonicalPath(folder).contains(target)
  }

  /// The absolute path without links. What does not exist is seen from the nearest folder above that does.
  private mutating func canonicalPath(_ path: String) -> FilePath {
    let path = FilePath(path)
    if let known = canonicalPaths[path] { return known }
    var existing = path
    var missing: [FilePath] = []
    var canonical = path
    while true {
      if let found = files.canonicalPath(existing.text) {
        canonical = missing.reversed().reduce(FilePath(found)) { $0.appending($1) }
        break
      }
      guard let name = existing.name else { break }
      missing.append(name)
      existing = existing.folder
    }
    canonicalPaths[path] = canonical
    return canonical
  }

  private static func parse(_ text: [UInt8], from path: String) -> Outcome {
    do {
      return .document(try DocumentParser.parse(SourceFile(path: path, bytes: text)))
    } catch {
      return .malformed(error)
    }
  }

  private static func isPossible(_ path: String) -> Bool {
    path.utf8.count <= maximumPathLength && !path.utf8.contains(0)
  }
}
