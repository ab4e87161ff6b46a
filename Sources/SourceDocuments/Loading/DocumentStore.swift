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

  private let files: any FileReading
  /// By canonical path.
  private var outcomes: [FilePath: Outcome] = [:]
  private var canonicalPaths: [FilePath: FilePath] = [:]
  private(set) var loadedPaths: Set<String> = []

  init(files: any FileReading) {
    self.files = files
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

  /// Parses text as the content of the file at a path, which is not read any more.
  mutating func insert(_ text: [UInt8], at path: String) -> Outcome {
    loadedPaths.insert(path)
    let outcome: Outcome
    do {
      outcome = .document(try DocumentParser.parse(SourceFile(path: path, bytes: text)))
    } catch {
      outcome = .malformed(error)
    }
    outcomes[canonicalPath(path)] = outcome
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

  private static func isPossible(_ path: String) -> Bool {
    path.utf8.count <= maximumPathLength && !path.utf8.contains(0)
  }
}
