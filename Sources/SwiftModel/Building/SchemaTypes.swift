public import APIModel
public import OpenAPIDescription

extension SwiftPackageBuilder {
  /// The Swift types of the values that schemas describe, as they are written at the top of the client's module:
  /// for every schema that is a type of its own, a property, a parameter, or a body in JSON.
  ///
  /// What is generated does not need it; it lets others read and write values of a schema with the generated types.
  public static func typesOfSchemas(_ api: API, options: SwiftOptions) -> [Schema: String] {
    let serviceNames = ServiceBuilder.names(of: api.services, style: NamingStyle(acronyms: options.acronyms))
    let catalog = named(api, options: options, serviceNames: serviceNames).catalog
    var types: [Schema: String] = [:]
    func add(_ schema: Schema?, _ value: ValueType) {
      if let schema, types[schema] == nil { types[schema] = catalog.optionalText(value, in: []) }
    }
    for declaration in api.types {
      // What was put together from several schemas stands for none of them.
      if let path = catalog.paths[declaration.id], catalog.isNominal(declaration.id),
        declaration.mergedSchemas.isEmpty
      {
        types[declaration.schema] = path.joined(separator: ".")
      }
      if case .record(let record) = declaration.definition, catalog.paths[declaration.id] != nil {
        for property in record.properties { add(property.schema, property.value) }
      }
    }
    for operation in api.services.flatMap(\.operations) {
      for parameter in operation.parameters { add(parameter.schema, parameter.value) }
      for content in operation.requestBody?.contents ?? [] {
        if case .json(let value) = content.kind { add(content.schema, value) }
      }
      for content in operation.responses.flatMap(\.contents) {
        if case .json(let value) = content.kind { add(content.schema, value) }
      }
    }
    return types
  }
}
