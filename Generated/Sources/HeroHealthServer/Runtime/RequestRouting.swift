import Foundation
public import HTTPTypes
public import HeroHealth

/// An answer that is an error, for handlers to throw.
///
/// ```swift
/// guard let message = store[id] else { throw HandlerError(.notFound) }
/// throw HandlerError(.badRequest, ValidationFailure(code: "too_long"))      // as the description documents it
/// ```
///
/// The body is written as JSON, in the media type that the headers name; else in the one that the description has for the
/// errors of the operation, such as `application/problem+json`; else in `application/json`.
public nonisolated struct HandlerError: Error, Sendable, RedactedDescribable {
  /// The status of the answer.
  public let status: HTTPResponse.Status

  /// The headers of the answer.
  public var headers: ResponseHeaders

  /// The body of the answer, written as JSON.
  public let body: any Encodable & Sendable

  /// An answer with a documented body.
  ///
  /// - Parameters:
  ///   - status: The status.
  ///   - body: The body, written as JSON.
  ///   - headers: The headers.
  public init(
    _ status: HTTPResponse.Status,
    _ body: some Encodable & Sendable,
    headers: ResponseHeaders = [:]
  ) {
    self.status = status
    self.headers = headers
    self.body = body
  }

  /// An answer with a plain body: `error`, `message` and, where something in the request is at fault, its `path`.
  ///
  /// - Parameters:
  ///   - status: The status.
  ///   - message: What the client is told. By default the phrase of the status.
  ///   - path: The parameter or the member of the body that is at fault. Its value has no place here.
  ///   - headers: The headers.
  public init(
    _ status: HTTPResponse.Status,
    message: String? = nil,
    path: String? = nil,
    headers: ResponseHeaders = [:]
  ) {
    var body: [String: String] = ["error": status.word, "message": message ?? status.reasonPhrase]
    body["path"] = path
    self.init(status, body, headers: headers)
  }

  /// 501, for an operation without a handler.
  public static func notImplemented(_ context: RequestContext) -> HandlerError {
    HandlerError(.notImplemented, message: "\(context.operationID) is not implemented")
  }

  /// 400, for a request that is not what the description says; names the place and never the value.
  public static func invalid(_ problem: CodingProblem) -> HandlerError {
    HandlerError(.badRequest, message: problem.description, path: problem.path)
  }

  /// 400, for a request that violates constraints of the description; names places, keywords and limits, and no values.
  public static func invalid(_ violations: ConstraintViolations) -> HandlerError {
    HandlerError(
      .badRequest,
      ViolationsBody(
        error: HTTPResponse.Status.badRequest.word,
        message: violations.description,
        path: violations.violations.first?.path,
        violations: violations.violations
      )
    )
  }

  private nonisolated struct ViolationsBody: Encodable, Sendable {
    let error: String
    let message: String
    let path: String?
    let violations: [ConstraintViolation]
  }

  /// 400, for a parameter.
  static func invalid(_ name: String, _ reason: String) -> HandlerError {
    HandlerError(.badRequest, message: "\(name): \(reason)", path: name)
  }
}

nonisolated extension HandlerError {
  /// The status.
  public var redactedDescription: String {
    "HandlerError(\(status.code))"
  }
}

nonisolated extension HTTPResponse.Status {
  /// The phrase of the status as one lower-case word, for the bodies of errors: `not_found`.
  fileprivate var word: String {
    reasonPhrase.isEmpty ? "error" : String(reasonPhrase.lowercased().map { $0.isLetter ? $0 : "_" })
  }
}

nonisolated extension Router {
  /// The shape of a path template: its segments, each fixed text with variables in it.
  nonisolated struct Pattern: Sendable {
    /// A piece of a segment.
    nonisolated enum Piece: Hashable, Sendable {
      case literal(String)
      case variable(String)
    }

    let segments: [[Piece]]

    init(_ template: String) {
      segments = Self.segments(template[...]).map { Self.pieces($0) }
    }

    /// The segments of a path, without the empty one before the first slash.
    static func segments(_ path: Substring) -> [Substring] {
      path.split(separator: "/", omittingEmptySubsequences: false).dropFirst(path.hasPrefix("/") ? 1 : 0).map(
        \.self
      )
    }

    private static func pieces(_ segment: Substring) -> [Piece] {
      var pieces: [Piece] = []
      var rest = segment
      while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
        if open > rest.startIndex { pieces.append(.literal(String(rest[..<open]))) }
        pieces.append(.variable(String(rest[rest.index(after: open)..<close])))
        rest = rest[rest.index(after: close)...]
      }
      if !rest.isEmpty || pieces.isEmpty { pieces.append(.literal(String(rest))) }
      return pieces
    }

    /// The pattern with the names of variables left out: two templates of one shape match the same paths.
    var shape: [[Piece]] {
      segments.map { pieces in
        pieces.map { piece in
          if case .variable = piece { .variable("") } else { piece }
        }
      }
    }

    /// How fixed the segments are, from the first on: what is more fixed is tried first.
    var rank: [Int] {
      segments.map { pieces in
        if pieces.count > 1 { return 1 }
        if case .literal? = pieces.first { return 0 }
        return 2
      }
    }
  }
}

// MARK: - Matching

nonisolated extension Router.Pattern {
  /// The values of the variables, still percent-encoded, or nil if a path does not match.
  func match(_ path: [Substring]) -> [String: Substring]? {
    guard path.count == segments.count else { return nil }
    var values: [String: Substring] = [:]
    for (pieces, segment) in zip(segments, path) {
      guard Self.match(pieces[...], segment, &values) else { return nil }
    }
    return values
  }

  private static func match(
    _ pieces: ArraySlice<Piece>,
    _ text: Substring,
    _ values: inout [String: Substring]
  ) -> Bool {
    guard let first = pieces.first else { return text.isEmpty }
    let rest = pieces.dropFirst()
    switch first {
    case .literal(let literal) where rest.isEmpty:
      return text == literal || text.removingPercentEncoding == literal
    case .literal(let literal):
      return text.hasPrefix(literal) && match(rest, text.dropFirst(literal.count), &values)
    case .variable(let name):
      guard !text.isEmpty else { return false }
      guard case .literal(let next)? = rest.first else {
        values[name] = text
        return rest.isEmpty
      }
      guard let range = text.dropFirst().range(of: next, options: rest.count == 1 ? .backwards : []) else {
        return false
      }
      values[name] = text[..<range.lowerBound]
      return match(rest, text[range.lowerBound...], &values)
    }
  }
}

/// The credentials that came with a request, by security scheme. Printing them shows the schemes only.
public nonisolated struct PresentedCredentials: Sendable {
  private var values: [String: String] = [:]

  /// The schemes that the request has a value for.
  public var schemes: [String] {
    values.keys.sorted()
  }

  /// The value for a scheme: the key, the token without `Bearer`, or `user:password`. Nil if there is none.
  public subscript(_ scheme: String) -> String? {
    values[scheme]
  }

  /// Finds the values in a request.
  init(_ request: HTTPRequest, _ parameters: ServerRequest.Parameters, _ schemes: [SecuritySchemeDescription])
  {
    for scheme in schemes {
      if let value = Self.value(scheme.location, request, parameters),
        !value.isEmpty || scheme.location == .mutualTLS
      {
        values[scheme.name] = value
      }
    }
  }

  private static func value(
    _ location: SecuritySchemeDescription.Location,
    _ request: HTTPRequest,
    _ parameters: ServerRequest.Parameters
  ) -> String? {
    switch location {
    case .header(let name): HTTPField.Name(name).flatMap { request.headerFields[$0] }
    case .query(let name): parameters.query.first { $0.name == name }?.value
    case .cookie(let name): parameters.cookies.first { $0.name == name }?.rawValue.removingPercentEncoding
    case .bearer: authorization("bearer", request)
    case .authorization(let scheme): authorization(scheme, request)
    case .basic:
      authorization("basic", request).flatMap { Data(base64Encoded: $0) }.flatMap {
        String(data: $0, encoding: .utf8)
      }
    case .mutualTLS: ""
    }
  }

  /// What stands behind the scheme in the `Authorization` header, whose scheme has no case (RFC 9110, section 11.1).
  private static func authorization(_ scheme: String, _ request: HTTPRequest) -> String? {
    guard let header = request.headerFields[.authorization] else { return nil }
    let words = header.split(separator: " ", maxSplits: 1)
    guard words.count == 2, words[0].lowercased() == scheme else { return nil }
    return words[1].trimmingCharacters(in: .whitespaces)
  }
}

/// What a handler may want to know about a request beyond its parameters.
public nonisolated struct RequestContext: Sendable {
  /// The operation, as the description names it.
  public let operationID: String

  /// The path with its variables, such as `/v1/messages/{id}`: what logs may show of the path.
  public let pathTemplate: String

  /// Method, path and headers as they came.
  public let request: HTTPRequest

  /// The credentials that came with the request.
  public let credentials: PresentedCredentials

  /// Status and headers of the response, for the handler to set.
  public let response = ResponseHead()
}

/// An operation as a server knows it: its method, its path and the credentials it needs.
public nonisolated struct Route: Hashable, Sendable {
  /// The operation, as the description names it.
  public let operationID: String

  /// The method.
  public let method: HTTPRequest.Method

  /// The path with its variables, such as `/v1/messages/{id}`.
  public let pathTemplate: String

  /// The security requirement: alternatives, each a list of schemes that are needed together. Empty means none.
  public let security: [[String]]

  /// The media type of answers that are errors, unless these say so themselves.
  public let failureMediaType: String

  /// A route.
  public init(
    _ operationID: String,
    _ method: HTTPRequest.Method,
    _ pathTemplate: String,
    security: [[String]] = [],
    failureMediaType: String = "application/json"
  ) {
    self.operationID = operationID
    self.method = method
    self.pathTemplate = pathTemplate
    self.security = security
    self.failureMediaType = failureMediaType
  }
}

/// The operations of one service, with the handler that answers them.
public nonisolated protocol RouteGroup: Sendable {
  /// The operations.
  static var routes: [Route] { get }

  /// Answers a request for one of the operations.
  ///
  /// - Throws: ``HandlerError`` for an answer that is an error; anything else becomes a 500.
  func respond(to request: ServerRequest) async throws -> ServerResponse
}

nonisolated extension Router {
  /// Finds the route for a method and a path.
  nonisolated struct Table: Sendable {
    /// What stands at one path.
    private nonisolated struct Entry: Sendable {
      let pattern: Pattern
      var routes: [HTTPRequest.Method: (route: Route, pattern: Pattern, group: Int)]
    }

    /// What a lookup finds.
    nonisolated enum Match: Sendable {
      case route(Route, values: [String: Substring], group: Int)
      case otherMethods([HTTPRequest.Method])
      case nothing
    }

    /// The entries by the number of their segments, the most fixed first.
    private let entries: [Int: [Entry]]

    /// - Parameter groups: The routes of each group.
    init(_ groups: [[Route]]) {
      var byShape: [[[Pattern.Piece]]: Entry] = [:]
      for (group, routes) in groups.enumerated() {
        for route in routes {
          let pattern = Pattern(route.pathTemplate)
          var entry = byShape[pattern.shape] ?? Entry(pattern: pattern, routes: [:])
          // Of two that match the same requests, the first answers.
          if entry.routes[route.method] == nil { entry.routes[route.method] = (route, pattern, group) }
          byShape[pattern.shape] = entry
        }
      }
      entries = Dictionary(grouping: byShape.values, by: \.pattern.segments.count).mapValues { entries in
        entries.sorted { $0.pattern.rank.lexicographicallyPrecedes($1.pattern.rank) }
      }
    }

    /// The route for a request. The most fixed path that matches decides, whatever its methods (OpenAPI 3.1, “Path
    /// Templating Matching”); HEAD falls back on GET.
    func match(_ method: HTTPRequest.Method, _ path: Substring) -> Match {
      let segments = Pattern.segments(path)
      for entry in entries[segments.count] ?? [] where entry.pattern.match(segments) != nil {
        let found = entry.routes[method] ?? (method == .head ? entry.routes[.get] : nil)
        guard let found, let values = found.pattern.match(segments) else {
          return .otherMethods(Self.allowed(entry.routes.keys))
        }
        return .route(found.route, values: values, group: found.group)
      }
      return .nothing
    }

    private static func allowed(_ methods: some Sequence<HTTPRequest.Method>) -> [HTTPRequest.Method] {
      var allowed = Set(methods)
      if allowed.contains(.get) { allowed.insert(.head) }
      return allowed.sorted { $0.rawValue < $1.rawValue }
    }
  }
}

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

/// Where a security scheme of the API expects its value.
public nonisolated struct SecuritySchemeDescription: Hashable, Sendable {
  /// The place of the value in a request.
  public nonisolated enum Location: Hashable, Sendable {
    /// A header, by name.
    case header(String)
    /// A query parameter, by name.
    case query(String)
    /// A cookie, by name.
    case cookie(String)
    /// A bearer token in the `Authorization` header; also OAuth 2 and OpenID Connect.
    case bearer
    /// A user name and a password in the `Authorization` header.
    case basic
    /// Another scheme of the `Authorization` header, by its name in lower case.
    case authorization(String)
    /// A certificate of the client, which the server in front has already checked.
    case mutualTLS
  }

  /// The name of the scheme in the description.
  public let name: String

  /// Where its value stands.
  public let location: Location

  /// A scheme.
  public init(_ name: String, _ location: Location) {
    self.name = name
    self.location = location
  }
}

/// The examples of a description, as stubs answer with them.
public nonisolated enum StubExample {
  /// Reads an example.
  ///
  /// - Throws: ``HandlerError`` with status 500 if the example is not what the description says.
  public static func decode<Value: Decodable>(_ type: Value.Type, _ json: String) throws -> Value {
    do {
      return try JSONCoding.decode(type, from: Data(json.utf8))
    } catch {
      throw HandlerError(.internalServerError, message: "the example does not fit: \(CodingProblem(error))")
    }
  }
}
