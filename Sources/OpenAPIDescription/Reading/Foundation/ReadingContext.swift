import SourceDocuments

/// What the readers of one description share.
final class ReadingContext {
  let loader: DocumentLoader
  let dialect: Dialect
  let root: SourceNode

  var diagnostics = Diagnostics()
  /// Every schema read so far.
  var schemas: [SourceNode: Schema] = [:]
  /// Targets of schema references, which are still to be read.
  var pendingSchemas: [SourceNode] = []

  /// Objects that references may share are read once, however often they are referred to.
  let pathItems = ObjectCache<PathItem>()
  let parameters = ObjectCache<Parameter>()
  let requestBodies = ObjectCache<RequestBody>()
  let responses = ObjectCache<Response>()
  let headers = ObjectCache<Header>()
  let mediaTypes = ObjectCache<MediaType>()
  let callbacks = ObjectCache<Callback>()

  /// The node of `components.schemas`, where bare names in a discriminator are looked up.
  lazy var componentSchemas = root["components"]?["schemas"]

  private var depth = 0

  init(root: SourceNode, dialect: Dialect, loader: DocumentLoader) {
    self.root = root
    self.dialect = dialect
    self.loader = loader
  }

  /// Reads an object that can contain itself by way of references, such as an operation through a callback.
  ///
  /// Real descriptions nest operations two deep. The limit keeps a long chain of references from one
  /// callback to the next off the end of the stack.
  func descend<Value>(into node: SourceNode, _ read: () -> Value?) -> Value? {
    guard depth < Self.depthLimit else {
      diagnostics.append(.nestedTooDeep(at: node, limit: Self.depthLimit))
      return nil
    }
    depth += 1
    defer { depth -= 1 }
    return read()
  }

  private static let depthLimit = 32
}

extension Diagnostic {
  fileprivate static func nestedTooDeep(at node: SourceNode, limit: Int) -> Diagnostic {
    .error(
      "too-deep",
      "callbacks and headers refer to one another more than \(limit) levels deep",
      at: node
    )
  }
}
