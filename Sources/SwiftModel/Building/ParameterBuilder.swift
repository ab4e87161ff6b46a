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
    _ parameters: [APIModel.Parameter],
    body: BodyDeclaration?
  ) -> (parameters: [ParameterDeclaration], documentation: [String]) {
    let contentType = contentTypeParameter(of: body)
    var scope = NameScope(
      reserved: ReservedNames.parameters.union(contentType.map { [$0.name] } ?? [])
    )
    let named = parameters.map { parameter in
      let base = context.style.memberName(parameter.name)
      let location = context.style.typeName(parameter.location.rawValue)
      return (parameter, name: scope.claim(base, base + location))
    }
    let ordered = named.filter(\.0.isRequired) + named.filter { !$0.0.isRequired }
    var declared: [ParameterDeclaration] = []
    var documentation: [String] = []
    if let contentType {
      declared.append(contentType)
      documentation.append("  - \(contentType.name): The media type of the body.")
    }
    for (parameter, name) in ordered {
      declared.append(declaration(parameter, name: name, among: parameters))
      documentation.append("  - \(name): \(text(of: parameter))")
    }
    return (declared, documentation)
  }

  private mutating func declaration(
    _ parameter: APIModel.Parameter,
    name: String,
    among all: [APIModel.Parameter]
  ) -> ParameterDeclaration {
    let shape = shape(of: parameter)
    reportLimits(of: parameter, shape)
    let type = swiftType(of: parameter)
    let value = context.example(
      of: parameter.schema,
      documented: parameter.example,
      isText: true
    )
    return ParameterDeclaration(
      origin: parameter.origin,
      name: name,
      wireName: parameter.name,
      location: ParameterDeclaration.Location(rawValue: parameter.location.rawValue) ?? .query,
      type: type,
      isRequired: parameter.isRequired,
      shape: shape,
      style: style(of: parameter, shape),
      explode: explode(of: parameter, shape),
      allowsReserved: parameter.allowsReserved && allowsReservedMatters(parameter, shape),
      otherNames: otherNames(beside: parameter, shape, among: all),
      sample: sample(value, of: parameter, shape, type: type),
      usage: usage(value, of: parameter.value, type: type)
    )
  }

  /// The media type of a body, where the description has a range of them and the caller no choice of another body.
  private func contentTypeParameter(of body: BodyDeclaration?) -> ParameterDeclaration? {
    guard let body, body.choice == nil, let sent = body.representations.first, sent.takesContentType else {
      return nil
    }
    let example = sent.exampleContentType
    return ParameterDeclaration(
      origin: nil,
      name: "contentType",
      wireName: "Content-Type",
      location: .contentType,
      type: "String",
      isRequired: body.isRequired,
      shape: .scalar,
      style: nil,
      explode: nil,
      allowsReserved: false,
      otherNames: [],
      sample: SwiftLiteral.string(example),
      usage: SwiftLiteral.string(example)
    )
  }

  // MARK: - Shapes and styles

  private func shape(of parameter: APIModel.Parameter) -> ParameterDeclaration.Shape {
    switch parameter.serialization {
    case .json: return .json
    case .form(let encodings):
      return .form(FormBuilder(catalog: context.catalog).declaration(parameter.value, encodings))
    case .style:
      return switch ValueShape(parameter.value, in: context.catalog) {
      case .scalar: .scalar
      case .list: .list
      case .object: .object
      case .various: .various
      }
    }
  }

  /// Headers have one style, and a scalar in a query looks the same in all of them.
  private func style(of parameter: APIModel.Parameter, _ shape: ParameterDeclaration.Shape) -> String? {
    guard parameter.style != parameter.location.usualStyle, parameter.location != .header else { return nil }
    switch shape {
    case .json, .form: return nil
    case .scalar: return parameter.location == .query ? nil : parameter.style.rawValue
    case .list, .object, .various: return parameter.style.rawValue
    }
  }

  /// Only lists and objects are exploded; lists in headers look the same either way, and deep objects always are.
  private func explode(of parameter: APIModel.Parameter, _ shape: ParameterDeclaration.Shape) -> Bool? {
    switch shape {
    case .scalar, .json, .form: return nil
    case .list where parameter.location == .header: return nil
    case .list, .object, .various: break
    }
    if parameter.style == .deepObject { return nil }
    let explodesByDefault = parameter.style == .form || parameter.style == .cookie
    return parameter.explode == explodesByDefault ? nil : parameter.explode
  }

  private func allowsReservedMatters(
    _ parameter: APIModel.Parameter,
    _ shape: ParameterDeclaration.Shape
  ) -> Bool {
    guard parameter.location == .path || parameter.location == .query else { return false }
    if case .json = shape { return false }
    return true
  }

  /// The members of an exploded object stand among the other parameters, of which an object that takes any member
  /// has to be told.
  private func otherNames(
    beside parameter: APIModel.Parameter,
    _ shape: ParameterDeclaration.Shape,
    among all: [APIModel.Parameter]
  ) -> [String] {
    guard shape == .object, parameter.explode, parameter.style == .form || parameter.style == .cookie,
      case .object(isOpen: true) = ValueShape(parameter.value, in: context.catalog)
    else { return [] }
    return all.filter { $0.location == parameter.location && $0.name != parameter.name }.map(\.name)
  }

  private mutating func reportLimits(
    of parameter: APIModel.Parameter,
    _ shape: ParameterDeclaration.Shape
  ) {
    guard parameter.style != .deepObject else { return }
    switch shape {
    case .various where mayBeObject(parameter.value):
      diagnostics.append(.unreadObject(parameter))
    case .various where ValueShape.mayHoldObjects(parameter.value, in: context.catalog):
      diagnostics.append(.undefinedStyle(parameter))
    case .object where hasMembersWithObjects(parameter.value):
      diagnostics.append(.undefinedStyle(parameter))
    default: break
    }
  }

  /// Whether one of the types that a value may have is an object.
  private func mayBeObject(_ value: ValueType) -> Bool {
    guard case .declared(let id) = context.catalog.underlying(value).shape,
      case .union(let union) = context.api[id].definition
    else { return false }
    return union.members.contains { member in
      if case .object = ValueShape(member.value, in: context.catalog) { true } else { false }
    }
  }

  private func hasMembersWithObjects(_ value: ValueType) -> Bool {
    switch context.catalog.underlying(value).shape {
    case .map(let element): return ValueShape.mayHoldObjects(element, in: context.catalog)
    case .declared(let id):
      guard case .record(let record) = context.api[id].definition else { return false }
      return record.properties.contains { ValueShape.mayHoldObjects($0.value, in: context.catalog) }
    case .any, .scalar, .list: return false
    }
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

  private func swiftType(of parameter: APIModel.Parameter) -> String {
    guard case .list(let element) = context.catalog.underlying(parameter.value).shape,
      parameter.serialization == .style
    else { return context.catalog.text(parameter.value, in: []) }
    // A list in a parameter has no way to say null.
    return "[\(context.catalog.text(element, in: []))]"
  }

  // MARK: - Samples

  /// A Swift expression for a test to pass; nil for none.
  private func sample(
    _ example: ExampleValue,
    of parameter: APIModel.Parameter,
    _ shape: ParameterDeclaration.Shape,
    type: String
  ) -> String? {
    switch shape {
    case .scalar, .list: return sample(example, of: parameter.value, type: type)
    case .object, .various, .json, .form:
      // What is documented for one that may be left out may be its text rather than its value.
      guard parameter.isRequired || parameter.example == nil else { return nil }
      return "Example.decode(\(type).self, \(SwiftLiteral.string(example.jsonText())))"
    }
  }

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
  fileprivate static func unreadObject(_ parameter: APIModel.Parameter) -> Diagnostic {
    .warning(
      "undefined-style",
      "an object in '\(parameter.name)' is sent in style \(parameter.style.rawValue), in which the generated server reads none "
        + "beside other types",
      at: parameter.origin,
      advice: "describe the parameter with 'content: {application/json: …}', or with style deepObject"
    )
  }

  fileprivate static func undefinedStyle(_ parameter: APIModel.Parameter) -> Diagnostic {
    .warning(
      "undefined-style",
      "style \(parameter.style.rawValue) has no form for the objects inside '\(parameter.name)'; they are written as JSON",
      at: parameter.origin,
      advice: "describe the parameter with 'content: {application/json: …}', or with style deepObject"
    )
  }
}
