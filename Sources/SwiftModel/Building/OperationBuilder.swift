import APIModel
import OpenAPIDescription
import SourceDocuments

/// Builds the declaration of an operation.
struct OperationBuilder {
  let context: BuildContext
  let usage: UsageExampleBuilder
  var diagnostics = Diagnostics()

  init(_ context: BuildContext, usage: UsageExampleBuilder) {
    self.context = context
    self.usage = usage
  }

  /// - Parameter names: The names of all operations, by their ids.
  mutating func declaration(
    _ operation: APIModel.Operation,
    names: [String: String],
    endpointName: String
  ) -> OperationDeclaration {
    let name = names[operation.id] ?? operation.id
    let certificates = self.certificates
    var parameters = ParameterBuilder(context, usage: usage)
    let bodies = RequestBodyBuilder(context, usage: usage)
    let body = operation.requestBody.flatMap {
      bodies.body($0, operationName: name, endpointName: endpointName)
    }
    let declared = parameters.declarations(operation.parameters, body: body)
    diagnostics.append(contentsOf: parameters.diagnostics.items)
    let contents = ContentBuilder(context, usage: usage)
    let checks = ArgumentCheckBuilder(context)
    return OperationDeclaration(
      origin: operation.origin,
      operationID: operation.id,
      name: name,
      method: operation.method,
      path: operation.path,
      security: operation.security.map(\.schemes),
      clientSecurity: operation.security.map { $0.schemes.filter { !certificates.contains($0) } },
      servers: context.servers.expressions(operation.servers),
      body: body,
      parameters: declared.parameters,
      checks: checks.checks(of: operation.parameters, declared.parameters)
        + checks.checks(of: body, operation.requestBody?.contents ?? []),
      success: ResponseBuilder(contents).success(of: operation, name: name),
      isDeprecated: operation.isDeprecated,
      documentation: documentation(of: operation),
      parameterDocumentation: parameterDocumentation(body, declared.documentation),
      failureDocumentation: failureDocumentation(operation),
      failureMediaType: failureMediaType(of: operation),
      hasTypedFailures: operation.failures.contains { bodyType(of: $0) != nil },
      linkDocumentation: linkDocumentation(operation, names)
    )
  }

  /// The media type that all documented errors have which are JSON; nil for the usual one, and where they differ.
  private func failureMediaType(of operation: APIModel.Operation) -> String? {
    let types = operation.failures.flatMap(\.contents).compactMap { content in
      if case .json = content.kind { content.mediaType.lowercased() } else { nil }
    }
    guard let first = types.first, types.allSatisfy({ $0 == first }), first != "application/json",
      !first.contains("*")
    else { return nil }
    return first
  }

  /// The schemes that are met by a certificate of the client.
  private var certificates: Set<String> {
    let schemes = context.api.securitySchemes.filter { scheme in
      if case .mutualTLS = scheme.kind { true } else { false }
    }
    return Set(schemes.map(\.name))
  }

  // MARK: - Documentation

  private func documentation(of operation: APIModel.Operation) -> [String] {
    let security = SecurityDocumentation(documentation: context.documentation)
      .lines(of: operation.security, certificates: certificates)
    return context.documentation.joined([summaryAndDescription(of: operation), security])
  }

  private func summaryAndDescription(of operation: APIModel.Operation) -> [String] {
    let summary = context.documentation.lines(operation.summary)
    let description = context.documentation.lines(operation.description)
    let fallback = ["`\(operation.method) \(SwiftLiteral.comment(operation.path))`"]
    if summary.isEmpty { return description.isEmpty ? fallback : description }
    return context.documentation.joined([summary, summary == description ? [] : description])
  }

  private func parameterDocumentation(_ body: BodyDeclaration?, _ parameters: [String]) -> [String] {
    guard let body else { return parameters }
    let text = body.documentation.isEmpty ? "The body of the request." : body.documentation
    return ["  - body: \(text)\(mediaTypesNote(body))"] + parameters
  }

  /// The media types that a server takes beside the one that is sent.
  private func mediaTypesNote(_ body: BodyDeclaration) -> String {
    guard body.choice == nil, body.representations.count > 1 else { return "" }
    let types = body.representations.map { "`\(SwiftLiteral.comment($0.mediaType))`" }
    return " Sent as \(types[0]); the API takes \(types.dropFirst().joined(separator: ", ")), too."
  }

  private func failureDocumentation(_ operation: APIModel.Operation) -> [String] {
    operation.failures.map { failure in
      let text = context.documentation.inline(failure.description)
      let type = bodyType(of: failure).map { " → `\($0)`" } ?? ""
      return "- \(failure.status.nameText)\(type)\(text.isEmpty ? "" : ": \(text)")"
    }
  }

  private func bodyType(of response: APIModel.Response) -> String? {
    guard case .json(let value) = response.contents.first?.kind, value.shape != .any else { return nil }
    return context.catalog.text(value, in: [])
  }

  private func linkDocumentation(_ operation: APIModel.Operation, _ names: [String: String]) -> [String] {
    operation.responses.flatMap { response in
      response.links.map { link in
        let id = link.operationID ?? ""
        let target = names[id] ?? link.operationReference ?? id
        let values = link.parameters.map { parameter in
          let name = context.documentation.code(parameter.name)
          return
            "\(name) from \(context.documentation.code(parameter.value.string ?? parameter.value.jsonText()))"
        }
        let with = values.isEmpty ? "" : " with \(values.joined(separator: ", "))"
        let text = context.documentation.inline(link.description)
        let status = response.status.nameText
        let name = SwiftLiteral.comment(link.name)
        return
          "- \(status), \(name): \(context.documentation.code(target))\(with)\(text.isEmpty ? "" : ". \(text)")"
      }
    }
  }
}
