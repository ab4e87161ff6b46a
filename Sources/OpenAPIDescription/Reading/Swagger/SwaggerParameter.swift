import SourceDocuments

/// What a Parameter Object of OpenAPI 2.0 stands for in OpenAPI 3.
enum SwaggerParameter {
  case parameter(Parameter)
  case body(SwaggerBody)
  case field(SwaggerFormField)

  static func read(_ node: SourceNode, in context: ReadingContext) -> SwaggerParameter? {
    guard let reference = context.follow(node, section: "parameters") else { return nil }
    let parameter = context.swaggerParameters.value(at: reference.target, in: context) {
      read(fieldsOf: reference.target, in: context)
    } whenRecursive: {
      context.diagnostics.append(.containsItself(node))
    }
    switch parameter {
    case .parameter(var parameter)?:
      parameter.componentName = reference.componentName
      return .parameter(parameter)
    case .body(var body)?:
      body.componentName = reference.componentName
      return .body(body)
    case .field?, nil:
      return parameter
    }
  }

  private static func read(fieldsOf node: SourceNode, in context: ReadingContext) -> SwaggerParameter? {
    guard var reader = ObjectReader(node, "Parameter Object", in: context) else { return nil }
    let parameter: SwaggerParameter?
    switch reader.node["in"]?.string {
    case "body"?:
      reader.ignore("in", "name")
      parameter = .body(SwaggerBody.read(from: &reader))
    case "formData"?:
      reader.ignore("in")
      parameter = SwaggerFormField.read(from: &reader).map { .field($0) }
    default:
      parameter = Parameter.readSwagger(from: &reader).map { .parameter($0) }
    }
    reader.finish()
    return parameter
  }
}

extension Parameter {
  fileprivate static func readSwagger(from reader: inout ObjectReader) -> Parameter? {
    let name = reader.requiredText("name")
    let location = readLocation(from: &reader)
    let isQuery = location == .query
    let value = SwaggerValue.read(from: &reader, isQuery: isQuery)
    let style = isQuery ? value.collectionFormat?.style ?? .form : .simple
    let example = reader.value("x-example") ?? reader.value("example", since: .openAPI30)
    let parameter = Parameter(
      name: name ?? "",
      location: location ?? .query,
      description: reader.prose("description"),
      isRequired: readRequired(from: &reader, in: location ?? .query),
      isDeprecated: reader.flag("deprecated", since: .openAPI30) ?? false,
      allowsEmptyValue: reader.flag("allowEmptyValue") ?? false,
      style: style,
      explode: value.collectionFormat.map { $0 == .multi } ?? style.explodesByDefault,
      schema: value.schema,
      examples: example.map { [Example(value: reader.context.exampleValue($0), origin: $0)] } ?? [],
      origin: reader.node
    )
    return name == nil || location == nil ? nil : parameter
  }
}
