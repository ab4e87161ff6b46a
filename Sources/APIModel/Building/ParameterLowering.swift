import OpenAPIDescription
import SourceDocuments

/// Turns the parameter objects of an operation and its path item into ``Parameter``s.
struct ParameterLowering {
  let lowering: SchemaLowering

  /// The parameters of the path item and of the operation, whose own replace inherited ones.
  func parameters(
    of operation: OpenAPIDescription.Operation,
    in item: PathItem,
    id: String
  ) -> [Parameter] {
    let own = Set(operation.parameters.map(ParameterKey.init))
    let inherited = item.parameters.filter { !own.contains(ParameterKey($0)) }
    return (inherited + operation.parameters).compactMap { parameter(from: $0, id: id) }
  }

  private func parameter(from parameter: OpenAPIDescription.Parameter, id: String) -> Parameter? {
    // OpenAPI 3.1.1 §4.8.12.1: these three are described by other means and are to be ignored here.
    if parameter.location == .header,
      ["accept", "content-type", "authorization"].contains(parameter.name.lowercased())
    {
      return nil
    }
    if parameter.location == .cookie || parameter.location == .querystring {
      lowering.report(.unsupportedLocation(parameter))
      return nil
    }
    let context = TypeContext.parameter(operation: id, name: parameter.name)
    var value = ValueType(.scalar(Scalar(kind: .string)))
    if let schema = parameter.schema {
      value = lowering.type(of: schema, context: context)
    } else if let media = parameter.content.first {
      lowering.report(.unsupportedParameterContent(parameter, media.name))
    }
    let schema = parameter.schema.map { lowering.resolved($0) }
    return Parameter(
      name: parameter.name,
      location: parameter.location,
      value: value.withoutNull,
      isRequired: parameter.isRequired || parameter.location == .path,
      isDeprecated: parameter.isDeprecated,
      style: parameter.style,
      explode: parameter.explode,
      description: parameter.description ?? schema?.description,
      schema: parameter.schema,
      example: parameter.examples.lazy.compactMap(\.value).first,
      origin: parameter.origin
    )
  }
}

/// OpenAPI 3.1.1 §4.8.10.1: a parameter is identified by name and location; an operation's own replaces the
/// path item's.
private struct ParameterKey: Hashable {
  var name: String
  var location: ParameterLocation

  init(_ parameter: OpenAPIDescription.Parameter) {
    name = parameter.name
    location = parameter.location
  }
}

extension SourceDocuments.Diagnostic {
  fileprivate static func unsupportedLocation(_ parameter: OpenAPIDescription.Parameter) -> Diagnostic {
    .warning(
      "unsupported-parameter",
      "the \(parameter.location) parameter '\(parameter.name)' is not generated",
      at: parameter.origin,
      advice: "send it through the headers of CallOptions"
    )
  }

  fileprivate static func unsupportedParameterContent(
    _ parameter: OpenAPIDescription.Parameter,
    _ mediaType: String
  ) -> Diagnostic {
    .warning(
      "unsupported-parameter",
      "the parameter '\(parameter.name)' is described by its content; it is generated as text in \(mediaType)",
      at: parameter.origin,
      advice: "pass the value in its serialised form"
    )
  }
}
