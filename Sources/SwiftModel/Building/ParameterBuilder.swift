import APIModel
import OpenAPIDescription
import SourceDocuments

/// Builds the declarations of an operation's parameters.
struct ParameterBuilder {
  let context: BuildContext
  let usage: UsageExampleBuilder
  var diagnostics = Diagnostics()

  init(_ context: BuildContext, usage: UsageExampleBuilder) {
    self.context = context
    self.usage = usage
  }

  /// The parameters in the order of the signature, and the items that document them.
  mutating func declarations(
    _ parameters: [APIModel.Parameter]
  ) -> (parameters: [ParameterDeclaration], documentation: [String]) {
    var scope = NameScope(reserved: ReservedNames.parameters)
    let named = parameters.map { parameter in
      let base = context.style.memberName(parameter.name)
      let location = context.style.typeName(parameter.location.rawValue)
      return (parameter, name: scope.claim(base, base + location))
    }
    let ordered = named.filter(\.0.isRequired) + named.filter { !$0.0.isRequired }
    var declared: [ParameterDeclaration] = []
    var documentation: [String] = []
    for (parameter, name) in ordered {
      declared.append(declaration(parameter, name: name))
      documentation.append("  - \(name): \(text(of: parameter))")
    }
    return (declared, documentation)
  }

  private mutating func declaration(_ parameter: APIModel.Parameter, name: String) -> ParameterDeclaration {
    let type = swiftType(of: parameter)
    let value = context.api.examples.example(of: parameter.schema, documented: parameter.example)
    return ParameterDeclaration(
      name: name,
      wireName: parameter.name,
      location: ParameterDeclaration.Location(rawValue: parameter.location.rawValue) ?? .query,
      type: type,
      isRequired: parameter.isRequired,
      style: style(of: parameter),
      explode: explode(of: parameter),
      sample: isCarriedAsText(parameter)
        ? SwiftLiteral.string(value.plainText ?? "example") : sample(value, of: parameter.value, type: type),
      usage: isCarriedAsText(parameter) ? "…" : usage(value, of: parameter.value, type: type)
    )
  }

  /// Headers have one style, and a scalar in a query looks the same in all of them.
  private func style(of parameter: APIModel.Parameter) -> String? {
    guard parameter.style != parameter.location.usualStyle else { return nil }
    return parameter.location == .path || isList(parameter) ? parameter.style.rawValue : nil
  }

  /// Only lists are exploded, and in headers they look the same either way.
  private func explode(of parameter: APIModel.Parameter) -> Bool? {
    guard isList(parameter), parameter.location != .header else { return nil }
    return parameter.explode == (parameter.style == .form) ? nil : parameter.explode
  }

  /// Whether the parameter is a list in Swift too, rather than carried as text.
  private func isList(_ parameter: APIModel.Parameter) -> Bool {
    guard case .list(let element) = context.catalog.underlying(parameter.value).shape else { return false }
    return isScalar(element)
  }

  private func text(of parameter: APIModel.Parameter) -> String {
    let text = context.documentation.inline(parameter.description)
    let notes = parameter.schema.map { context.documentation.notes(on: $0) } ?? []
    let summary =
      text.isEmpty
      ? "The \(parameter.location.rawValue) parameter `\(SwiftLiteral.comment(parameter.name))`." : text
    return ([summary] + notes.map { String($0.dropFirst(2)) }).joined(separator: " ")
  }

  // MARK: - Types

  /// The type of a parameter: a scalar, an enumeration, or a list or map of these.
  private mutating func swiftType(of parameter: APIModel.Parameter) -> String {
    if isCarriedAsText(parameter) {
      diagnostics.append(.unsupportedParameter(parameter))
      return "String"
    }
    guard case .list(let element) = context.catalog.underlying(parameter.value).shape else {
      return context.catalog.text(parameter.value, in: [])
    }
    // A list in a parameter has no way to say null.
    return "[\(context.catalog.text(element, in: []))]"
  }

  private func isCarriedAsText(_ parameter: APIModel.Parameter) -> Bool {
    !isScalar(parameter.value) && !isList(parameter)
  }

  private func isScalar(_ value: ValueType) -> Bool {
    switch context.catalog.underlying(value).shape {
    case .scalar(let scalar): context.catalog.scalars.type(of: scalar) != .data
    case .declared(let id):
      if case .enumeration = context.api[id].definition { true } else { false }
    case .any, .list, .map: false
    }
  }

  // MARK: - Samples

  /// A Swift expression of an example, where one can be written.
  private func sample(_ example: ExampleValue, of value: ValueType, type: String) -> String? {
    let value = context.catalog.underlying(value)
    switch value.shape {
    case .list(let element):
      var elements: [ExampleValue] = []
      switch example {
      case .array(let made): elements = made
      case .node(let node): elements = node.elements.map(ExampleValue.node)
      default: break
      }
      let texts = elements.prefix(2).compactMap {
        sample($0, of: element, type: String(type.dropFirst().dropLast()))
      }
      return texts.isEmpty ? nil : "[\(texts.joined(separator: ", "))]"
    case .scalar(let scalar):
      guard let text = example.plainText, !text.isEmpty else { return nil }
      return literal(text, of: context.catalog.scalars.type(of: scalar))
    case .declared(let id):
      guard case .enumeration(let enumeration) = context.api[id].definition else { return nil }
      let text = example.plainText.flatMap { text in enumeration.values.first { $0.text == text } }
      guard let raw = (text ?? enumeration.values.first)?.text else { return nil }
      return parsed(raw, as: type)
    case .map, .any: return nil
    }
  }

  /// An expression for documentation, where one can be written shortly.
  private func usage(_ example: ExampleValue, of value: ValueType, type: String) -> String {
    switch context.catalog.underlying(value).shape {
    case .list(let element):
      return "[\(usage(example, of: element, type: String(type.dropFirst().dropLast())))]"
    case .scalar(let scalar):
      let swiftType = context.catalog.scalars.type(of: scalar)
      if swiftType == .dateTime { return ".now" }
      guard let text = example.plainText, let literal = literal(text, of: swiftType), !isParsed(literal)
      else {
        return "…"
      }
      return literal
    case .declared: return usage.argument(of: type, example: example)
    case .any, .map: return "…"
    }
  }

  private func literal(_ text: String, of type: ScalarOverride?) -> String? {
    switch type {
    case nil: return text == "true" || text == "false" ? text : nil
    case .string: return SwiftLiteral.string(text)
    case .integer, .int32, .int64: return Int32(text).map { String($0) }
    case .number, .float: return Double(text).flatMap { $0.isFinite ? String($0) : nil }
    case .dateTime, .date, .uuid, .url, .decimal, .data: return type.map { parsed(text, as: $0.rawValue) }
    }
  }

  /// An expression that reads a value as a parameter is read; a throwing one.
  private func parsed(_ text: String, as type: String) -> String {
    "Example.value(\(type).self, \(SwiftLiteral.string(text)))"
  }

  private func isParsed(_ expression: String) -> Bool {
    expression.hasPrefix("Example.value(")
  }
}

extension ParameterLocation {
  /// OpenAPI 3.1.1 §4.8.12.2: the style of a parameter that names none.
  fileprivate var usualStyle: ParameterStyle {
    switch self {
    case .path, .header: .simple
    case .query, .cookie, .querystring: .form
    }
  }
}

extension Diagnostic {
  fileprivate static func unsupportedParameter(_ parameter: APIModel.Parameter) -> Diagnostic {
    .warning(
      "unsupported-parameter",
      "the parameter '\(parameter.name)' has a type with parts; it is generated as text",
      at: parameter.origin,
      advice: "pass the value in its serialised form"
    )
  }
}
