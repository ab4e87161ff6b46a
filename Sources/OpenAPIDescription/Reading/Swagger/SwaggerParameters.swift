import SourceDocuments

/// The parameters of a path item or an operation of OpenAPI 2.0, told apart by what they become in OpenAPI 3.
struct SwaggerParameters {
  var parameters: [Parameter] = []
  var body: SwaggerBody?
  var fields: [SwaggerFormField] = []
  /// The node of the list, or of what it would stand in.
  private var origin: SourceNode

  /// Reads the field `parameters`.
  static func read(from reader: inout ObjectReader) -> SwaggerParameters {
    let context = reader.context
    var list = SwaggerParameters(origin: reader.node)
    guard let node = reader.value("parameters") else { return list }
    list.origin = node
    var parameters: [(SourceNode, Parameter)] = []
    for element in context.elements(of: node) {
      switch SwaggerParameter.read(element, in: context) {
      case .parameter(let parameter)?: parameters.append((element, parameter))
      case .body(let body)?: list.add(body, in: context)
      case .field(let field)?: list.add(field, in: context)
      case nil: break
      }
    }
    list.parameters = Parameter.unique(parameters, in: context)
    return list
  }

  /// With the parts of a body that only the path item describes.
  func completed(by shared: SwaggerParameters) -> SwaggerParameters {
    var list = self
    guard body == nil else { return list }
    let own = Set(fields.map(\.name))
    if fields.isEmpty {
      list.body = shared.body
      list.origin = shared.origin
    }
    list.fields = shared.fields.filter { !own.contains($0.name) } + fields
    return list
  }

  /// - Parameter mediaTypes: What the operation consumes.
  func requestBody(in mediaTypes: [SwaggerMediaTypes.Name], _ context: ReadingContext) -> RequestBody? {
    if let body {
      if let field = fields.first { context.diagnostics.append(.bodyAndForm(body, field)) }
      return body.requestBody(in: mediaTypes)
    }
    return fields.isEmpty
      ? nil : SwaggerForm(fields: fields, origin: origin).requestBody(in: mediaTypes, context)
  }

  private mutating func add(_ other: SwaggerBody, in context: ReadingContext) {
    if let body {
      context.diagnostics.append(.secondBody(other, first: body))
    } else {
      body = other
    }
  }

  private mutating func add(_ field: SwaggerFormField, in context: ReadingContext) {
    if let first = fields.first(where: { $0.name == field.name }) {
      context.diagnostics.append(
        .duplicateParameter(field.name, in: "formData", at: field.origin, first: first.origin)
      )
    } else {
      fields.append(field)
    }
  }
}

extension Diagnostic {
  fileprivate static func secondBody(_ body: SwaggerBody, first: SwaggerBody) -> Diagnostic {
    .warning(
      "duplicate-parameter",
      "an operation has one body; the first counts",
      at: body.origin,
      advice: "remove one of them, or make them one object",
      notes: [Note("the first is here", at: first.origin.bestLocation)]
    )
  }

  fileprivate static func bodyAndForm(_ body: SwaggerBody, _ field: SwaggerFormField) -> Diagnostic {
    .warning(
      "body-and-form",
      "an operation has a body or a form; the field '\(field.name.shortened)' is left out",
      at: field.origin,
      advice: "describe all of it with 'in: body', or all with 'in: formData'",
      notes: [Note("the body is here", at: body.origin.bestLocation)]
    )
  }
}
