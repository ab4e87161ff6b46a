import APIModel
import OpenAPIDescription
import SourceDocuments

/// Builds the declarations for webhooks and callbacks.
struct IncomingBuilder {
  let context: BuildContext

  init(_ context: BuildContext) {
    self.context = context
  }

  /// The names at the top of the module that webhooks and callbacks take.
  static func names(of api: API, module: String) -> [String] {
    api.incoming.isEmpty
      ? [] : ["Webhook", "Callback"].flatMap { names(module + $0) }
  }

  private static func names(_ base: String) -> [String] { [base, base + "sHandler", base + "Receiver"] }

  func declarations() -> [IncomingDeclaration] {
    let webhooks = context.api.incoming.filter { $0.source == .webhook }
    let callbacks = context.api.incoming.filter { $0.source != .webhook }
    return [declaration(.webhooks, "Webhook", webhooks), declaration(.callbacks, "Callback", callbacks)]
      .compactMap(\.self)
  }

  private func declaration(
    _ kind: IncomingDeclaration.Kind,
    _ suffix: String,
    _ requests: [IncomingRequest]
  ) -> IncomingDeclaration? {
    guard !requests.isEmpty else { return nil }
    let names = Self.names(context.options.moduleName + suffix)
    var scope = NameScope(reserved: ReservedNames.cases.union(["receive", "request"]))
    let discriminator = discriminator(of: requests)
    let counts = Dictionary(requests.map { ($0.name, 1) }, uniquingKeysWith: +)
    let events = requests.enumerated().map { position, request in
      let base = context.style.caseName(request.name)
      let method = request.operation.method
      return IncomingDeclaration.Event(
        origin: request.origin,
        name: scope.claim(base, context.style.caseName(request.name + " " + method.lowercased())),
        wireName: request.name,
        method: method,
        isToldByMethod: counts[request.name] ?? 1 > 1,
        payload: payload(of: request),
        discriminatorValue: discriminator?.values[position] ?? nil,
        statusCode: request.operation.successes.first?.status.answerCode ?? 200,
        answer: answer(to: request),
        documentation: documentation(of: request)
      )
    }
    return IncomingDeclaration(
      kind: kind,
      eventName: names[0],
      handlerName: names[1],
      receiverName: names[2],
      discriminator: discriminator?.name,
      events: events
    )
  }

  private func payload(of request: IncomingRequest) -> IncomingDeclaration.Payload? {
    guard let content = request.operation.requestBody?.contents.first else { return nil }
    guard case .json(let value) = content.kind else {
      return IncomingDeclaration.Payload(type: "Data", isJSON: false)
    }
    return IncomingDeclaration.Payload(type: context.catalog.optionalText(value, in: []), isJSON: true)
  }

  private func answer(to request: IncomingRequest) -> IncomingDeclaration.Answer? {
    guard let response = request.answer, let content = response.contents.first else { return nil }
    let (kind, type): (IncomingDeclaration.Answer.Kind, String) =
      switch content.kind {
      case .json(let value): (.json, context.catalog.optionalText(value, in: []))
      case .text: (.text, "String")
      case .binary, .events, .sequence: (.bytes, "Data")
      }
    let without = type.hasSuffix("?") ? nil : request.operation.successes.first { $0.contents.isEmpty }
    return IncomingDeclaration.Answer(
      type: without == nil ? type : type + "?",
      kind: kind,
      statusCode: response.status.answerCode,
      contentType: content.mediaType == kind.usualMediaType ? nil : content.mediaType,
      statusCodeWithout: without?.status.answerCode
    )
  }

  // MARK: - Documentation

  private func documentation(of request: IncomingRequest) -> [String] {
    let operation = request.operation
    let summary = context.documentation.lines(operation.summary)
    let description = context.documentation.lines(operation.description)
    let text = context.documentation.joined([summary, summary == description ? [] : description])
    var notes: [String] = []
    if case .callback(let owner, let expression) = request.source {
      notes.append(
        "- Follows \(context.documentation.code(owner)), to the URL in \(context.documentation.code(expression))."
      )
    }
    notes += operation.parameters.map { parameter in
      let text = context.documentation.inline(parameter.description)
      let name = context.documentation.code(parameter.name)
      return "- \(parameter.location.rawValue) \(name)\(text.isEmpty ? "" : ": \(text)")"
    }
    let name = ["The request that the API calls \(context.documentation.code(request.name))."]
    return context.documentation.joined([text.isEmpty ? name : text, notes])
  }

  // MARK: - Telling webhooks apart

  /// The member that has a text of its own in the bodies of most webhooks, and these texts.
  private func discriminator(of requests: [IncomingRequest]) -> (name: String, values: [String?])? {
    let constants = requests.map(constants)
    let names = Set(constants.joined().map(\.name)).sorted()
    var best: (name: String, values: [String?], count: Int)?
    for name in names {
      let values = constants.map { members in members.first { $0.name == name }?.value }
      let texts = values.compactMap(\.self)
      guard Set(texts).count == texts.count, texts.count > best?.count ?? 0 else { continue }
      best = (name, values, texts.count)
    }
    return best.map { ($0.name, $0.values) }
  }

  /// The members of a body that have one text only.
  private func constants(of request: IncomingRequest) -> [(name: String, value: String)] {
    guard case .json(let value) = request.operation.requestBody?.contents.first?.kind,
      case .declared(let id) = context.catalog.underlying(value).shape,
      case .record(let record) = context.api[id].definition
    else { return [] }
    return record.properties.compactMap { property in
      if let text = property.schema.constant?.string { return (property.name, text) }
      guard let listed = property.schema.enumeration, listed.count == 1, let text = listed[0].string else {
        return nil
      }
      return (property.name, text)
    }
  }
}

extension IncomingDeclaration.Answer.Kind {
  /// The media type that answers of the kind have unless they say otherwise.
  fileprivate var usualMediaType: String {
    switch self {
    case .json: "application/json"
    case .text: "text/plain"
    case .bytes: "application/octet-stream"
    }
  }
}
