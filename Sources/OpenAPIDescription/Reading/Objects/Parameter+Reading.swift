import SourceDocuments

extension Parameter {
  /// Reads the field `parameters` of a path item or an operation.
  static func readAll(from reader: inout ObjectReader) -> [Parameter] {
    let context = reader.context
    let parameters = reader.elements("parameters").compactMap { node in
      read(node, in: context).map { (node, $0) }
    }
    return unique(parameters, in: context)
  }

  /// The first of those parameters that cannot be told apart, with a warning about the others.
  ///
  /// - Parameter parameters: Each with the node that it was read from.
  static func unique(_ parameters: [(SourceNode, Parameter)], in context: ReadingContext) -> [Parameter] {
    var places: [Key: SourceNode] = [:]
    return parameters.compactMap { node, parameter in
      guard let first = places[Key(parameter)] else {
        places[Key(parameter)] = node
        return parameter
      }
      let location = parameter.location.rawValue
      context.diagnostics.append(.duplicateParameter(parameter.name, in: location, at: node, first: first))
      return nil
    }
  }

  /// What makes a parameter unique (OpenAPI 3.1.1 §4.8.12).
  private struct Key: Hashable {
    var name: String
    var location: ParameterLocation

    /// The names of header fields are the same in upper and lower case (RFC 9110 §5.1).
    init(_ parameter: Parameter) {
      name = parameter.location == .header ? parameter.name.lowercased() : parameter.name
      location = parameter.location
    }
  }

  static func read(_ node: SourceNode, in context: ReadingContext) -> Parameter? {
    guard let reference = context.follow(node, section: "parameters") else { return nil }
    let parameter = context.parameters.value(at: reference.target, in: context) {
      read(fieldsOf: reference.target, in: context)
    } whenRecursive: {
      context.diagnostics.append(.containsItself(node))
    }
    guard var parameter else { return nil }
    parameter.componentName = reference.componentName
    parameter.description = reference.description ?? parameter.description
    return parameter
  }

  private static func read(fieldsOf node: SourceNode, in context: ReadingContext) -> Parameter? {
    guard var reader = ObjectReader(node, "Parameter Object", in: context) else { return nil }
    let name = reader.requiredText("name")
    let location = readLocation(from: &reader)
    let style = ParameterStyle.read(from: &reader, in: location ?? .query)
    let parameter = Parameter(
      name: name ?? "",
      location: location ?? .query,
      description: reader.prose("description"),
      isRequired: readRequired(from: &reader, in: location ?? .query),
      isDeprecated: reader.flag("deprecated") ?? false,
      allowsReserved: reader.flag("allowReserved") ?? false,
      allowsEmptyValue: reader.flag("allowEmptyValue") ?? false,
      style: style,
      explode: reader.flag("explode") ?? style.explodesByDefault,
      schema: reader.value("schema").flatMap { context.schema(at: $0) },
      content: MediaType.readAll(from: &reader),
      examples: Example.readAll(from: &reader),
      origin: node
    )
    reader.finish()
    guard name != nil, location != nil else { return nil }
    context.checkSchemaOrContent(parameter.schema, parameter.content, at: node)
    return parameter
  }

  static func readLocation(from reader: inout ObjectReader) -> ParameterLocation? {
    guard let text = reader.requiredText("in") else { return nil }
    if let location = ParameterLocation(rawValue: text) { return location }
    reader.context.diagnostics.append(.unknownLocation(text, at: reader.node["in"] ?? reader.node))
    return nil
  }

  /// A path without the value would be another path, so a path parameter is required whatever is written.
  static func readRequired(from reader: inout ObjectReader, in location: ParameterLocation) -> Bool {
    let isRequired = reader.flag("required")
    guard location == .path else { return isRequired ?? false }
    if isRequired != true {
      reader.context.diagnostics.append(.optionalPathParameter(reader.node["required"] ?? reader.node))
    }
    return true
  }
}

extension ParameterStyle {
  /// The default of `explode` (OpenAPI 3.1.1 §4.8.12.2.1).
  var explodesByDefault: Bool {
    self == .form || self == .cookie
  }

  /// Reads `style`; one that its location does not have is replaced by the default there.
  fileprivate static func read(
    from reader: inout ObjectReader,
    in location: ParameterLocation
  ) -> ParameterStyle {
    guard let text = reader.text("style") else { return location.defaultStyle }
    if let style = ParameterStyle(rawValue: text), location.styles.contains(style) { return style }
    reader.context.diagnostics.append(
      .unknownStyle(text, in: location, at: reader.node["style"] ?? reader.node)
    )
    return location.defaultStyle
  }
}

extension ParameterLocation {
  fileprivate var defaultStyle: ParameterStyle {
    styles.first ?? .form
  }

  /// The styles of each location (OpenAPI 3.1.1 §4.8.12.3), the default first.
  fileprivate var styles: [ParameterStyle] {
    switch self {
    case .path: [.simple, .label, .matrix]
    case .query: [.form, .spaceDelimited, .pipeDelimited, .deepObject]
    case .header: [.simple]
    case .cookie: [.form, .cookie]
    case .querystring: [.form]
    }
  }
}

extension Diagnostic {
  static func duplicateParameter(
    _ name: String,
    in location: String,
    at node: SourceNode,
    first: SourceNode
  ) -> Diagnostic {
    .warning(
      "duplicate-parameter",
      "the \(location) parameter '\(name)' is declared twice; the first counts",
      at: node,
      advice: "remove one of them",
      notes: [Note("the first is here", at: first.bestLocation)]
    )
  }

  fileprivate static func unknownLocation(_ text: String, at node: SourceNode) -> Diagnostic {
    let advice =
      switch text {
      case "body", "formData": "OpenAPI 3 describes bodies with 'requestBody'"
      default:
        NearestNames.advice(
          for: text,
          among: ParameterLocation.allCases.map(\.rawValue),
          otherwise: "write one of: path, query, header, cookie"
        )
      }
    return .error("unknown-location", "a parameter cannot be in '\(text)'", at: node, advice: advice)
  }

  fileprivate static func unknownStyle(
    _ text: String,
    in location: ParameterLocation,
    at node: SourceNode
  ) -> Diagnostic {
    .warning(
      "unknown-style",
      "'\(text)' is no style of \(location.rawValue) parameters; \(location.defaultStyle.rawValue) is used",
      at: node,
      advice: "write one of: " + location.styles.map(\.rawValue).joined(separator: ", ")
    )
  }

  fileprivate static func optionalPathParameter(_ node: SourceNode) -> Diagnostic {
    .warning(
      "optional-path-parameter",
      "a path parameter must be required; it is treated as required",
      at: node,
      advice: "write 'required: true'"
    )
  }
}
