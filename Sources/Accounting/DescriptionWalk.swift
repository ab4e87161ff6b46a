import OpenAPIDescription
import SourceDocuments

/// Finds every construct that can be reached from where a walk starts.
///
/// It knows the specification's objects and nothing of how they are lowered: that is what makes it a check.
struct DescriptionWalk {
  let document: OpenAPIDocument
  let warned: WarnedPlaces

  /// What was met on ways without a warning.
  private(set) var open: Set<Construct> = []
  /// What a warning speaks of, or what lies behind such a place.
  private(set) var behindWarnings: Set<Construct> = []
  /// Everything in the order in which it was met.
  private(set) var order: [Construct] = []

  /// The schemas on ways without a warning, in the order in which they were met.
  private(set) var schemas: [Schema] = []
  private var openSchemas: Set<Schema> = []
  /// What the schemas beside a condition declare: a condition on one of them declares nothing.
  private var declaredBeside: [Schema: Set<String>] = [:]
  private var schemasBehindWarnings: Set<Schema> = []

  init(_ document: OpenAPIDocument, warned: WarnedPlaces) {
    self.document = document
    self.warned = warned
  }

  var found: Set<Construct> { open.union(behindWarnings) }

  // MARK: - Operations

  mutating func walk(_ operation: Operation, in item: PathItem, isWarned: Bool = false) {
    let isWarned = note(.operation, operation.operationID ?? operation.method, operation.origin, isWarned)
    let own = Set(operation.parameters.map(ParameterName.init))
    for parameter in item.parameters where !own.contains(ParameterName(parameter)) {
      walk(parameter, isWarned)
    }
    for parameter in operation.parameters { walk(parameter, isWarned) }
    if let body = operation.requestBody {
      let isWarned = isWarned || warned.contains(body.origin)
      for media in body.content { walk(media, of: operation, isWarned) }
    }
    for response in operation.responses { walk(response, of: operation, isWarned) }
    for requirement in operation.security ?? document.security {
      for scheme in requirement.schemes {
        let definition = document.components.securitySchemes.first { $0.name == scheme.name }
        _ = note(
          Construct(.securityRequirement, scheme.name, at: requirement.origin, of: operation.origin),
          isWarned || warned.contains(requirement.origin)
            || definition.map { warned.contains($0.origin) } ?? false
        )
      }
    }
    for callback in operation.callbacks {
      for item in callback.items { walkIncoming(item, isWarned || warned.contains(callback.origin)) }
    }
  }

  /// Walks the requests that the API itself makes: their bodies are what is generated of them.
  mutating func walkIncoming(_ item: PathItem, _ isWarned: Bool = false) {
    let isWarned = isWarned || warned.contains(item.origin)
    for operation in item.operations {
      for media in operation.requestBody?.content ?? [] { walkSchemas(of: media, isWarned) }
    }
  }

  mutating func walk(_ item: PathItem, _ isWarned: Bool = false) {
    let isWarned = isWarned || warned.contains(item.origin)
    for operation in item.operations { walk(operation, in: item, isWarned: isWarned) }
  }

  mutating func walk(_ parameter: Parameter, _ isWarned: Bool = false) {
    // OpenAPI 3.1.1 §4.8.12.1: these are described by other means and are to be ignored here.
    let ignored = ["accept", "content-type", "authorization"]
    if parameter.location == .header, ignored.contains(parameter.name.lowercased()) { return }
    let isWarned = note(.parameter, parameter.name, parameter.origin, isWarned)
    if let schema = parameter.schema { walk(schema, isWarned) }
    for media in parameter.content { walkSchemas(of: media, isWarned) }
  }

  mutating func walk(_ response: Response, of operation: Operation? = nil, _ isWarned: Bool = false) {
    let status = response.status
    let construct = Construct(
      .response,
      status.text,
      at: response.origin,
      of: operation?.origin,
      status: status
    )
    let isWarned = note(construct, isWarned)
    // OpenAPI 3.1.1 §4.8.17.1: the media type is described by the content.
    for header in response.headers where header.name.lowercased() != "content-type" {
      let isWarned = note(
        Construct(.responseHeader, header.name, at: header.origin, of: operation?.origin, status: status),
        isWarned
      )
      if let schema = header.schema { walk(schema, isWarned) }
      for media in header.content { walkSchemas(of: media, isWarned) }
    }
    for media in response.content { walk(media, of: operation, status: status, isWarned) }
  }

  mutating func walk(
    _ media: MediaType,
    of operation: Operation? = nil,
    status: ResponseStatus? = nil,
    _ isWarned: Bool = false
  ) {
    let construct = Construct(
      .contentType,
      media.name,
      at: media.origin,
      of: operation?.origin,
      status: status
    )
    walkSchemas(of: media, note(construct, isWarned))
  }

  private mutating func walkSchemas(of media: MediaType, _ isWarned: Bool) {
    let isWarned = isWarned || warned.contains(media.origin)
    if let schema = media.schema { walk(schema, isWarned) }
    if let schema = media.itemSchema { walk(schema, isWarned) }
  }

  // MARK: - Schemas

  /// Walks everything that a value of a schema is made of; what only restricts values (`not`, `contains`,
  /// `propertyNames`) is not part of them.
  mutating func walk(_ schema: Schema, _ isWarned: Bool = false) {
    var pending = [(schema, isWarned)]
    while let (schema, isWarned) = pending.popLast() {
      let isWarned = isWarned || warned.contains(schema.origin)
      guard isNew(schema, isWarned) else { continue }
      let declared = declaredBeside[schema] ?? []
      for property in schema.properties where schema.mayBe(.object) && !declared.contains(property.name) {
        pending.append((property.schema, note(.property, property.name, property.schema.origin, isWarned)))
      }
      if let target = schema.reference.flatMap({ document.schemas.target(of: $0) }) {
        pending.append((target, isWarned))
      }
      pending += schema.parts.map { ($0, isWarned) }
      for condition in schema.conditions {
        declaredBeside[condition] = Set(document.schemas.composedProperties(of: schema).map(\.name))
        pending.append((condition, isWarned))
      }
    }
  }

  private mutating func isNew(_ schema: Schema, _ isWarned: Bool) -> Bool {
    if openSchemas.contains(schema) { return false }
    if isWarned { return schemasBehindWarnings.insert(schema).inserted }
    openSchemas.insert(schema)
    schemas.append(schema)
    return true
  }

  // MARK: - Constructs

  /// - Returns: Whether what lies behind the construct is behind a warning.
  private mutating func note(
    _ kind: Construct.Kind,
    _ name: String,
    _ origin: SourceNode,
    _ isWarned: Bool
  ) -> Bool {
    note(Construct(kind, name, at: origin), isWarned)
  }

  private mutating func note(_ construct: Construct, _ isWarned: Bool) -> Bool {
    let isWarned = isWarned || warned.contains(construct.origin)
    let isNew = !open.contains(construct) && !behindWarnings.contains(construct)
    if isWarned { behindWarnings.insert(construct) } else { open.insert(construct) }
    if isNew { order.append(construct) }
    return isWarned
  }
}

/// OpenAPI 3.1.1 §4.8.10.1: an operation's own parameter replaces the path item's of the same name and location.
private struct ParameterName: Hashable {
  var name: String
  var location: ParameterLocation

  init(_ parameter: Parameter) {
    name = parameter.name
    location = parameter.location
  }
}

extension ResponseStatus {
  /// The status as descriptions write it.
  var text: String {
    switch self {
    case .code(let code): "\(code)"
    case .range(let hundreds): "\(hundreds)XX"
    case .default: "default"
    }
  }
}

extension Schema {
  /// The schemas written inside this one that describe a part of its values or the whole of them, properties aside.
  fileprivate var parts: [Schema] {
    let members = [additionalProperties, unevaluatedProperties] + patternProperties.map(\.schema)
    let elements = [items, unevaluatedItems] + prefixItems
    let parts = (mayBe(.object) ? members : []) + (mayBe(.array) ? elements : [])
    return (parts + allOf + oneOf + anyOf).compactMap { $0 }
  }

  /// The schemas that hold on a condition, or are one.
  fileprivate var conditions: [Schema] {
    [ifSchema, thenSchema, elseSchema].compactMap { $0 } + dependentSchemas.map(\.schema)
  }

  /// Whether a value may be of a type: keywords for other types say nothing about it.
  fileprivate func mayBe(_ type: JSONType) -> Bool {
    types.isEmpty || types.contains(type)
  }
}

extension SchemaStore {
  /// The properties that `allOf` and `$ref` give to the objects of a schema, its own among them.
  func composedProperties(of schema: Schema) -> [Property] {
    var result: [Property] = []
    var visited: Set<Schema> = []
    var pending = [schema]
    while let next = pending.popLast() {
      guard visited.insert(next).inserted else { continue }
      result += next.properties
      pending += next.allOf
      if let target = next.reference.flatMap({ target(of: $0) }) { pending.append(target) }
    }
    return result
  }
}
