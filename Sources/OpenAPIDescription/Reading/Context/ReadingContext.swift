import SourceDocuments

/// What the readers of one description share.
final class ReadingContext {
  let loader: DocumentLoader
  let dialect: Dialect
  let root: SourceNode

  var diagnostics = Diagnostics()
  var nearestNames = NearestNames()
  var misplacedReferences = MisplacedReferences()
  /// Every schema read so far, by its node and in order.
  var schemas: [SourceNode: Schema] = [:]
  var schemasInOrder: [Schema] = []
  /// Targets of schema references, which are still to be read.
  var pendingSchemas: [SourceNode] = []
  /// Where misplaced references in schemas lead.
  var misplacedTargets: [SourceNode: SourceNode?] = [:]
  /// Where chains of references end, or why they do not.
  var chainEnds: [SourceNode: Result<SourceNode, DiagnosticError>] = [:]

  /// Objects that references may share are read once, however often they are referred to.
  let pathItems = ObjectCache<PathItem>()
  let parameters = ObjectCache<Parameter>()
  let requestBodies = ObjectCache<RequestBody>()
  let responses = ObjectCache<Response>()
  let headers = ObjectCache<Header>()
  let mediaTypes = ObjectCache<MediaType>()
  let callbacks = ObjectCache<Callback>()
  let swaggerParameters = ObjectCache<SwaggerParameter>()
  let swaggerResponses = ObjectCache<SwaggerResponse>()

  /// What a Swagger 2.0 document says for all of its operations.
  var swagger = SwaggerDefaults()

  /// The node of `components`.
  lazy var components = root["components"].map { misplacedTarget(of: $0) ?? $0 }
  /// The node of `components.schemas`, where bare names in a discriminator are looked up.
  lazy var componentSchemas = section("schemas").map { misplacedTarget(of: $0) ?? $0 }
  lazy var componentSchemaNames = componentSchemas.map { $0.members.map(\.key) } ?? []

  /// The components that are nothing but references, by the section they stand in.
  var aliasesBySection: [String: ComponentAliases] = [:]

  /// The names of the security schemes that could be read, and of all that are declared.
  var securitySchemes: Set<String> = []
  var declaredSecuritySchemes: [String] = []

  /// Whether any value stands for a schema that a reference does not find.
  var allowsDanglingReferences = false

  private var depth = 0
  /// The number of objects, each counted as often as it is referred to.
  private(set) var size = 0

  init(root: SourceNode, dialect: Dialect, loader: DocumentLoader) {
    self.root = root
    self.dialect = dialect
    self.loader = loader
  }

  /// The node of a section of `components`, or of what was one in Swagger 2.0.
  func section(_ name: String) -> SourceNode? {
    dialect == .swagger20 ? root[Self.swaggerSection(name)] : components?[name]
  }

  /// The field of a Swagger 2.0 document that holds what OpenAPI 3 keeps in a section of `components`.
  static func swaggerSection(_ name: String) -> String {
    switch name {
    case "schemas": "definitions"
    case "requestBodies": "parameters"
    case "securitySchemes": "securityDefinitions"
    default: name
    }
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

  /// Counts objects that become part of the description; false when there are too many.
  ///
  /// What is referred to twice appears twice in the result. A chain of callbacks of which each refers twice
  /// to the next would double it with every link.
  func admit(_ objects: Int, at node: SourceNode) -> Bool {
    guard size + objects <= Self.sizeLimit else {
      if !isTooLarge { diagnostics.append(.expandedTooLarge(at: node)) }
      isTooLarge = true
      return false
    }
    size += objects
    return true
  }

  private var isTooLarge = false
  private static let depthLimit = 32
  private static let sizeLimit = 2_000_000
}

extension Diagnostic {
  fileprivate static func nestedTooDeep(at node: SourceNode, limit: Int) -> Diagnostic {
    .error(
      "too-deep",
      "callbacks and headers refer to one another more than \(limit) levels deep",
      at: node
    )
  }

  fileprivate static func expandedTooLarge(at node: SourceNode) -> Diagnostic {
    .error("too-large", "references to references make the description too large", at: node)
  }
}
