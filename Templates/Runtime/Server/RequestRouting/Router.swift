public import ClientRuntime
import Foundation
public import HTTPTypes

/// Finds the operation of a request, checks what every operation needs checked, and has its group answer.
///
/// Whatever goes wrong becomes an answer: 404 for an unknown path, 405 for a known path and another method, 401 without
/// the credentials that the operation needs, 400, 413 and 415 for requests that are not what the description says,
/// 501 without a handler, and 500, which tells nothing, for an error that a handler did not mean to answer with.
public nonisolated struct Router: Sendable {
  /// Checks the credentials of a request; throws ``HandlerError`` with status 401 or 403 to refuse them.
  public typealias Authenticate = @Sendable (PresentedCredentials, RequestContext) async throws -> Void

  /// Learns of an error that became a 500, since the answer does not tell it.
  public typealias Report = @Sendable (any Error, RequestContext) async -> Void

  private let groups: [any RouteGroup]
  private let table: Table
  private let basePaths: [String]
  private let securitySchemes: [SecuritySchemeDescription]
  private let bodyLimit: Int
  private let authenticate: Authenticate?
  private let report: Report?

  /// A router.
  ///
  /// - Parameters:
  ///   - groups: The operations with their handlers.
  ///   - securitySchemes: Where the security schemes expect their values.
  ///   - basePaths: Paths of servers, such as `/v1`, that may stand before the path of an operation.
  ///   - bodyLimit: The most bytes that are taken of a body. 10 MiB unless given.
  ///   - authenticate: Checks the credentials that are there; whether they are there is checked before.
  ///   - report: Learns of errors that became a 500. By default nobody does.
  public init(
    _ groups: [any RouteGroup],
    securitySchemes: [SecuritySchemeDescription] = [],
    basePaths: [String] = [],
    bodyLimit: Int = 10 * 1_024 * 1_024,
    authenticate: Authenticate? = nil,
    report: Report? = nil
  ) {
    self.groups = groups
    table = Table(groups.map { type(of: $0).routes })
    self.basePaths = basePaths.filter { !$0.isEmpty }.sorted { $0.count > $1.count }
    self.securitySchemes = securitySchemes
    self.bodyLimit = bodyLimit
    self.authenticate = authenticate
    self.report = report
  }

  /// Answers a request. Never throws: every error is an answer.
  public func respond(to request: HTTPRequest, body: HTTPBody) async -> (HTTPResponse, HTTPBody) {
    var response: ServerResponse
    do {
      response = try await answer(to: request, body)
    } catch {
      response = Self.response(for: error)
    }
    if request.method == .head {
      if let length = response.body.length { response.headers[.contentLength] = String(length) }
      response.body = .empty
    }
    return (HTTPResponse(status: response.status, headerFields: response.headers.fields), response.body)
  }
}

// MARK: - Answering

nonisolated extension Router {
  private func answer(to request: HTTPRequest, _ body: HTTPBody) async throws -> ServerResponse {
    let parameters = ServerRequest.Parameters(request)
    let (route, values, group) = try find(request.method, parameters.rawPath)
    try Self.refuseDotSegments(values)
    let context = RequestContext(
      operationID: route.operationID,
      pathTemplate: route.pathTemplate,
      request: request,
      credentials: PresentedCredentials(request, parameters, securitySchemes)
    )
    do {
      try await checkCredentials(route, context)
      var response = try await groups[group].respond(
        to: ServerRequest(
          route: route,
          context: context,
          parameters: parameters,
          pathValues: values,
          body: body,
          bodyLimit: bodyLimit
        )
      )
      if let status = context.response.status { response.status = status }
      response.headers.merge(context.response.headers)
      return response
    } catch {
      var failure = await failure(for: error, context)
      if failure.headers[.contentType] == nil { failure.headers[.contentType] = route.failureMediaType }
      throw failure
    }
  }

  /// The answer to an error of a handler, or of what comes before it.
  private func failure(for error: any Error, _ context: RequestContext) async -> HandlerError {
    if let error = error as? HandlerError { return error }
    if let error = error as? HTTPBodyTooLarge {
      // A part of a body that a handler reads as it arrives.
      return HandlerError(.contentTooLarge, message: error.description)
    }
    await report?(error, context)
    return HandlerError(.internalServerError)
  }

  private func find(
    _ method: HTTPRequest.Method,
    _ path: Substring
  ) throws -> (Route, values: [String: Substring], group: Int) {
    var others: [HTTPRequest.Method] = []
    for path in [path] + basePaths.compactMap({ Self.path(path, below: $0) }) {
      switch table.match(method, path) {
      case .route(let route, let values, let group): return (route, values, group)
      case .otherMethods(let methods): others = methods
      case .nothing: break
      }
    }
    if others.isEmpty { throw HandlerError(.notFound) }
    throw HandlerError(
      .methodNotAllowed,
      headers: [.allow: others.map(\.rawValue).joined(separator: ", ")]
    )
  }

  private static func path(_ path: Substring, below base: String) -> Substring? {
    guard path.hasPrefix(base) else { return nil }
    let rest = path.dropFirst(base.count)
    if base.hasSuffix("/") { return path.dropFirst(base.count - 1) }
    return rest.hasPrefix("/") ? rest : nil
  }

  /// `.` and `..` are never values: a handler that makes a path of one must not be led out of its folder.
  private static func refuseDotSegments(_ values: [String: Substring]) throws {
    for (name, value) in values {
      let text = value.removingPercentEncoding
      if text == "." || text == ".." { throw HandlerError.invalid(name, "would change the path") }
    }
  }

  private func checkCredentials(_ route: Route, _ context: RequestContext) async throws {
    let alternatives = route.security.filter { !$0.isEmpty }
    guard !alternatives.isEmpty else { return }
    let presented = Set(context.credentials.schemes)
    if alternatives.contains(where: presented.isSuperset) {
      try await authenticate?(context.credentials, context)
    } else if alternatives.count == route.security.count {
      throw HandlerError(.unauthorized, headers: challenges(alternatives))
    }
  }

  /// The `WWW-Authenticate` header (RFC 9110, section 11.6.1), for the schemes that HTTP has a name for.
  private func challenges(_ alternatives: [[String]]) -> ResponseHeaders {
    let names = Set(alternatives.joined())
    let challenges = securitySchemes.filter { names.contains($0.name) }.compactMap { scheme in
      switch scheme.location {
      case .bearer: "Bearer"
      case .authorization(let name): name.prefix(1).uppercased() + name.dropFirst()
      case .basic: "Basic realm=\"api\", charset=\"UTF-8\""
      default: nil
      }
    }
    return challenges.isEmpty ? [:] : [.wwwAuthenticate: challenges.joined(separator: ", ")]
  }

  private static func response(for error: any Error) -> ServerResponse {
    let error = error as? HandlerError ?? HandlerError(.internalServerError)
    guard let data = try? JSONCoding.encode(error.body) else { return ServerResponse(.internalServerError) }
    var response = ServerResponse.data(error.status, data, "application/json")
    response.headers.merge(error.headers)
    return response
  }
}
