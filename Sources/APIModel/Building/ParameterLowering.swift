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
    let context = TypeContext.parameter(operation: id, name: parameter.name)
    let media = parameter.schema == nil ? parameter.content.first : nil
    let schema = parameter.schema ?? media?.schema
    let serialization = media.map { self.serialization(of: $0, in: parameter) } ?? .style
    // What is neither JSON nor a form is passed as the text that it is.
    let isText = media != nil && serialization == .style
    let value =
      isText ? nil : schema.map { lowering.type(of: $0, context: context) } ?? (media == nil ? nil : .any)
    let resolved = schema.map { lowering.resolved($0) }
    return Parameter(
      name: parameter.name,
      location: parameter.location,
      value: value?.withoutNull ?? ValueType(.scalar(Scalar(kind: .string))),
      isRequired: parameter.isRequired || parameter.location == .path,
      isDeprecated: parameter.isDeprecated,
      serialization: serialization,
      style: parameter.style,
      explode: parameter.explode,
      allowsReserved: parameter.allowsReserved,
      description: parameter.description ?? resolved?.description,
      schema: resolved,
      example: (parameter.examples + (media?.examples ?? [])).lazy.compactMap(\.value).first,
      origin: parameter.origin
    )
  }

  private func serialization(
    of media: MediaType,
    in parameter: OpenAPIDescription.Parameter
  ) -> Parameter.Serialization {
    if media.isJSON { return .json }
    if parameter.location == .querystring, media.essence == "application/x-www-form-urlencoded" {
      return .form(media.fieldEncodings)
    }
    if !media.essence.hasPrefix("text/") {
      lowering.report(.unsupportedParameterContent(parameter, media.name))
    }
    return .style
  }
}

extension MediaType {
  /// The encodings of fields that say how a form writes them (OpenAPI 3.1.1 §4.8.15.1.2).
  var fieldEncodings: [FieldEncoding] {
    encoding.compactMap { encoding in
      guard encoding.style != nil || encoding.explode != nil || encoding.allowsReserved else { return nil }
      let style = encoding.style ?? .form
      return FieldEncoding(
        name: encoding.propertyName,
        style: style,
        explode: encoding.explode ?? (style == .form || style == .deepObject),
        allowsReserved: encoding.allowsReserved
      )
    }
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
