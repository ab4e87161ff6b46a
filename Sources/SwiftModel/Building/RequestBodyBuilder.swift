import APIModel
import SourceDocuments

/// Builds the declaration of a request body.
struct RequestBodyBuilder {
  let context: BuildContext
  let usage: UsageExampleBuilder

  init(_ context: BuildContext, usage: UsageExampleBuilder) {
    self.context = context
    self.usage = usage
  }

  /// The body of a request.
  ///
  /// - Parameters:
  ///   - operationName: The name of the operation, from which that of a choice is made.
  ///   - endpointName: The enum that a choice is declared in.
  func body(
    _ body: APIModel.RequestBody,
    operationName: String,
    endpointName: String
  ) -> BodyDeclaration? {
    let representations = self.representations(body.contents)
    guard let first = representations.first else { return nil }
    let isChoice = representations.contains {
      $0.type != first.type || $0.takesContentType != first.takesContentType
    }
    let choice = isChoice ? choiceName(operationName) : nil
    let firstUsage = usage(of: first, body.contents)
    return BodyDeclaration(
      origin: body.origin,
      type: choice.map { "\(endpointName).\($0)" } ?? first.type,
      isRequired: body.isRequired,
      representations: representations,
      choice: choice,
      usage: isChoice ? ".\(first.caseName)(\(firstUsage))" : firstUsage,
      documentation: context.documentation.inline(body.description)
    )
  }

  /// Types at the top must not be hidden by the enum inside the endpoint enum.
  private func choiceName(_ operationName: String) -> String {
    let base = operationName.prefix(1).uppercased() + operationName.dropFirst()
    let candidates = [base + "Body", base + "Content", base + "RequestBody"]
    // Copying the names for a scope takes long where there are many.
    if let free = candidates.first(where: { !context.topNames.contains($0) }) { return free }
    var scope = NameScope(reserved: context.topNames)
    return scope.claim(candidates)
  }

  // MARK: - Representations

  /// One representation for each way of writing, the one that a caller most likely wants first.
  private func representations(_ contents: [RequestContent]) -> [RepresentationDeclaration] {
    var scope = NameScope(reserved: ReservedNames.cases)
    var result: [RepresentationDeclaration] = []
    for content in contents.filter(isJSON) + contents.filter({ !isJSON($0) }) {
      let (kind, type) = kindAndType(of: content)
      // Media types that are written alike, such as `application/json` and `text/json`, are one.
      if kind == .json || kind == .text,
        let alike = result.firstIndex(where: { $0.kind == kind && $0.type == type })
      {
        result[alike].otherMediaTypes.append(content.mediaType)
        continue
      }
      let caseNames = caseNames(of: content, kind)
      result.append(
        RepresentationDeclaration(
          kind: kind,
          type: type,
          mediaType: content.mediaType,
          takesContentType: kind == .bytes && content.mediaType.contains("*"),
          caseName: scope.claim(caseNames),
          example: example(of: content, kind),
          exampleParts: exampleParts(of: content),
          rules: ArgumentCheckBuilder(context).rules(of: content)?.jsonText()
        )
      )
    }
    return result
  }

  private func isJSON(_ content: RequestContent) -> Bool {
    if case .json = content.kind { true } else { false }
  }

  private func kindAndType(of content: RequestContent) -> (RepresentationDeclaration.Kind, String) {
    switch content.kind {
    case .json(let value):
      return (.json, context.catalog.optionalText(value, in: []))
    case .form(let value, let encodings):
      let form = FormBuilder(catalog: context.catalog).declaration(value, encodings)
      return (.form(form), context.catalog.text(value, in: []))
    case .multipart(let id?, let subtype):
      let type = context.catalog.text(ValueType(.declared(id)), in: [])
      return (.multipart(subtype: subtype, isTyped: true), type)
    case .multipart(nil, let subtype):
      return (.multipart(subtype: subtype, isTyped: false), "MultipartBody")
    case .text: return (.text, "String")
    case .binary: return (.bytes, "HTTPBody")
    case .sequence(let value):
      let item = context.catalog.optionalText(value, in: [])
      return (.sequence(item: item), "JSONSequence<\(item)>")
    case .events(let value, let form):
      let item = value.map { context.catalog.optionalText($0, in: []) } ?? "ServerSentEvent"
      return (.events(item: item, form: form.name), "EventStream<\(item)>")
    }
  }

  private func caseNames(of content: RequestContent, _ kind: RepresentationDeclaration.Kind) -> [String] {
    let essence = content.mediaType.prefix { $0 != ";" }.lowercased()
    let subtype = essence.split(separator: "/").last.map(String.init) ?? essence
    let whole = context.style.memberName(essence.replacing("*", with: "any"))
    switch kind {
    case .json:
      return subtype == "json" || subtype == "*"
        ? ["json", whole] : [context.style.memberName(subtype), whole]
    case .form: return ["form", whole]
    case .multipart(let subtype, _):
      return [subtype == "form-data" ? "multipart" : "multipart" + context.style.typeName(subtype), whole]
    case .text: return [subtype == "plain" ? "text" : context.style.memberName(subtype), whole]
    case .sequence: return ["sequence", whole]
    case .events: return ["events", whole]
    case .bytes:
      if subtype == "octet-stream" || essence == "*/*" { return ["bytes", whole] }
      return [context.style.memberName(subtype == "*" ? String(essence.dropLast(2)) : subtype), whole]
    }
  }

  // MARK: - Examples

  private func exampleValue(of content: RequestContent) -> ExampleValue {
    context.example(of: content.schema, documented: content.example, isText: !isJSON(content))
  }

  private func example(of content: RequestContent, _ kind: RepresentationDeclaration.Kind) -> String {
    if case .events("ServerSentEvent", _) = kind { return #"{"data":"example"}"# }
    let value = exampleValue(of: content)
    return switch kind {
    case .json, .form, .sequence, .events: value.jsonText(indentation: 2)
    case .multipart: ""
    case .text, .bytes: value.plainText ?? "example"
    }
  }

  private func usage(of representation: RepresentationDeclaration, _ contents: [RequestContent]) -> String {
    switch representation.kind {
    case .json, .form:
      let content = contents.first { $0.mediaType == representation.mediaType }
      return usage.body(of: representation.type, example: content.map(exampleValue) ?? .null)
    case .multipart(_, isTyped: true): return usage.body(of: representation.type, example: .null)
    case .sequence(let item): return "JSONSequence([\(itemUsage(item, representation, contents))])"
    case .events(let item, _): return "EventStream([\(itemUsage(item, representation, contents))])"
    case .multipart(_, isTyped: false), .text, .bytes: return "body"
    }
  }

  private func itemUsage(
    _ type: String,
    _ representation: RepresentationDeclaration,
    _ contents: [RequestContent]
  ) -> String {
    let content = contents.first { $0.mediaType == representation.mediaType }
    let text = usage.body(of: type, example: content.map(exampleValue) ?? .null)
    return text == "body" ? "…" : text.hasPrefix(".init(") ? type + text.dropFirst(".init".count) : text
  }

  private func exampleParts(of content: RequestContent) -> [ExamplePartDeclaration] {
    guard case .multipart(let id?, _) = content.kind,
      case .multipart(let form) = context.api[id].definition
    else { return [] }
    return form.parts.map { part in
      var value = context.example(of: part.schema)
      if part.isRepeated, let element = value.elements?.first { value = element }
      switch part.content {
      case .file:
        return ExamplePartDeclaration(name: part.name, text: "example", contentType: nil, isFile: true)
      case .value(let type):
        if case .scalar = ValueShape(type, in: context.catalog) {
          return ExamplePartDeclaration(
            name: part.name,
            text: value.plainText ?? "example",
            contentType: nil,
            isFile: false
          )
        }
        return ExamplePartDeclaration(
          name: part.name,
          text: value.jsonText(),
          contentType: "application/json",
          isFile: false
        )
      }
    }
  }
}

extension ExampleValue {
  /// The elements of a list; nil for other values.
  fileprivate var elements: [ExampleValue]? {
    switch self {
    case .array(let elements): elements
    case .node(let node) where node.kind == .array: node.elements.map(ExampleValue.node)
    default: nil
    }
  }
}
