/// Loads documents and resolves the references between them.
///
/// Every file is read and parsed once, under whichever path it is reached. One loader serves one run on
/// one thread.
public final class DocumentLoader {
  private let files: any FileReading
  private var root: String?
  private var results: [String: Result<SourceDocument, DiagnosticError>] = [:]
  private var paths: Set<String> = []

  /// - Parameter root: The folder that references may not leave; by default that of the first document
  ///   loaded.
  public init(files: any FileReading = DiskFiles(), root: String? = nil) {
    self.files = files
    self.root = root
  }

  /// The paths of all files read so far, sorted.
  public var loadedPaths: [String] { paths.sorted() }

  /// Loads the file at a path.
  public func load(_ path: String) throws(DiagnosticError) -> SourceDocument {
    let bytes: [UInt8]
    do {
      bytes = try files.read(path)
    } catch {
      let file = SourceFile(path: path, bytes: [])
      throw DiagnosticError(
        Diagnostic(.error, code: "missing-file", "\(error)", at: SourceLocation(file: file, offset: 0, length: 0))
      )
    }
    return try load(text: bytes, path: path)
  }

  /// Parses text that was already read, as if it stood at a path.
  public func load(text: [UInt8], path: String) throws(DiagnosticError) -> SourceDocument {
    paths.insert(path)
    return try DocumentParser.parse(SourceFile(path: path, bytes: text))
  }

  /// Resolves one step. `node` is the node of the reference's string.
  public func resolve(_ reference: String, at node: SourceNode) throws(DiagnosticError) -> SourceNode {
    throw DiagnosticError(.error("dangling-reference", "references are not resolved yet", at: node))
  }

  /// Follows `$ref` until something that is not a reference.
  public func resolveChain(_ node: SourceNode) throws(DiagnosticError) -> SourceNode {
    guard let reference = node["$ref"], let text = reference.string else { return node }
    return try resolve(text, at: reference)
  }
}
