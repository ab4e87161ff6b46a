public import Foundation
public import HTTPTypes

/// What an operation puts into a request, before a server and credentials are known.
///
/// The parts are gathered without errors; what cannot be sent (an empty path value, a line break in a header) is kept
/// and thrown when the request is made.
public nonisolated struct RequestParts: Sendable {
  /// The operation, as the description names it.
  public let operationID: String

  /// The method.
  public let method: HTTPRequest.Method

  /// The path with its variables, such as `/v1/messages/{id}`.
  public let pathTemplate: String

  /// The security requirement: alternatives, each a list of schemes that are needed together. Empty means none.
  public let security: [[String]]

  /// The servers that the operation has for itself, if it has any. The one at the place of the client's server counts, or
  /// the first one.
  public let servers: [APIServer]

  /// The media types that the caller understands, as the `Accept` header has them.
  public var accept = "application/json"

  /// The headers of the operation.
  public var headers = HTTPFields()

  /// The body.
  public var body = HTTPBody.empty

  /// The values of the path variables, percent-encoded.
  var pathValues: [String: String] = [:]

  /// The items of the query, percent-encoded.
  var encodedQuery: [(name: String, value: String)] = []

  /// A query string that stands before the items, percent-encoded.
  var querystring: String?

  /// The cookies, encoded.
  var cookies: [(name: String, value: String)] = []

  /// The endpoint, where its arguments have constraints, and the body, where its type may have some: what a client that
  /// validates its requests validates.
  var endpoint: (any APIEndpoint)?
  var validatableBody: (any APIValidatable)?

  /// The first reason why the request cannot be sent.
  var problem: CodingProblem?

  /// Parts without parameters and body.
  public init(
    _ operationID: String,
    _ method: HTTPRequest.Method,
    _ pathTemplate: String,
    security: [[String]] = [],
    servers: [APIServer] = []
  ) {
    self.operationID = operationID
    self.method = method
    self.pathTemplate = pathTemplate
    self.security = security
    self.servers = servers
  }

  /// The server of a call.
  ///
  /// An operation's own server is used where the client has a server of the description. A server that was made by
  /// hand, such as that of a test, gets every call: neither data nor credentials go elsewhere unasked.
  ///
  /// - Parameter clientServer: The server of the client.
  func server(for clientServer: APIServer) -> APIServer {
    guard let position = clientServer.position, let first = servers.first else { return clientServer }
    return servers.indices.contains(position) ? servers[position] : first
  }

  mutating func note(_ place: String, _ reason: String) {
    if problem == nil { problem = CodingProblem([FieldKey(place)], reason) }
  }
}

nonisolated extension RequestParts {
  /// Has a client that validates its requests validate the arguments of an endpoint.
  public mutating func setEndpoint(_ endpoint: any APIEndpoint) {
    self.endpoint = endpoint
  }

  /// Holds everything that was put into the request against the constraints of the description.
  ///
  /// - Throws: ``ConstraintViolations``.
  public func validate() throws {
    var check = ConstraintCheck()
    endpoint?.validateArguments(&check)
    check.value(validatableBody, "")
    try check.finish()
  }
}

nonisolated extension RequestParts: RedactedDescribable {
  /// The operation, its method and its path template.
  public var redactedDescription: String {
    "\(operationID) \(method.rawValue) \(pathTemplate)"
  }
}

// MARK: - Path

nonisolated extension RequestParts {
  /// The path with its values in place, percent-encoded (RFC 3986, section 3.3).
  ///
  /// - Throws: ``CodingProblem`` for a value that is missing or would change the path: an empty one, `.` or `..`.
  func encodedPath() throws -> String {
    try pathTemplate.split(separator: "/", omittingEmptySubsequences: false)
      .map { try encodedSegment($0) }
      .joined(separator: "/")
  }

  private func encodedSegment(_ segment: Substring) throws -> String {
    var text = ""
    var rest = segment
    var variable = ""
    while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
      variable = String(rest[rest.index(after: open)..<close])
      guard let value = pathValues[variable] else {
        throw CodingProblem([FieldKey(variable)], "is missing")
      }
      text += PercentEncoding.encodePathLiteral(String(rest[..<open])) + value
      rest = rest[rest.index(after: close)...]
    }
    text += PercentEncoding.encodePathLiteral(String(rest))
    if !variable.isEmpty, text == "." || text == ".." {
      throw CodingProblem([FieldKey(variable)], "would change the path")
    }
    return text
  }
}

nonisolated extension RequestParts {
  /// A body that is written as JSON.
  public mutating func setJSON<Value: Encodable>(_ value: Value, contentType: String = "application/json") {
    validatableBody = value as? any APIValidatable
    do {
      setData(try JSONCoding.encode(value), contentType: contentType)
    } catch {
      note("body", CodingProblem(error).description)
    }
  }

  /// A body that may be left out, written as JSON.
  public mutating func setJSONIfPresent<Value: Encodable>(
    _ value: Value?,
    contentType: String = "application/json"
  ) {
    if let value { setJSON(value, contentType: contentType) }
  }

  /// A body of form fields, `application/x-www-form-urlencoded`: a field for each member of an object.
  ///
  /// - Parameters:
  ///   - value: The object.
  ///   - style: The style of members that are lists or objects; with `form`, lists are repeated and objects JSON.
  ///   - encoding: The fields that are written in other ways.
  public mutating func setForm<Value: Encodable>(
    _ value: Value,
    _ style: ParameterStyle = .form,
    encoding: [FormEncoding] = []
  ) {
    validatableBody = value as? any APIValidatable
    noting("body") { parts in
      let items = try FormContent.items(value, style, encoding)
      let text = items.map { $0.name + "=" + $0.value }.joined(separator: "&")
      parts.setData(Data(text.utf8), contentType: "application/x-www-form-urlencoded")
    }
  }

  /// A body of form fields that may be left out.
  public mutating func setFormIfPresent<Value: Encodable>(
    _ value: Value?,
    _ style: ParameterStyle = .form,
    encoding: [FormEncoding] = []
  ) {
    if let value { setForm(value, style, encoding: encoding) }
  }

  /// A body of text in UTF-8.
  public mutating func setText(_ value: String, contentType: String = "text/plain; charset=utf-8") {
    setData(Data(value.utf8), contentType: contentType)
  }

  /// A body of bytes.
  public mutating func setData(_ value: Data, contentType: String = "application/octet-stream") {
    setBody(.data(value), contentType: contentType)
  }

  /// Sets text as the body, where there is one.
  public mutating func setTextIfPresent(_ value: String?, contentType: String = "text/plain; charset=utf-8") {
    if let value { setText(value, contentType: contentType) }
  }

  /// Sets bytes as the body, where there are any.
  public mutating func setDataIfPresent(_ value: Data?, contentType: String = "application/octet-stream") {
    if let value { setData(value, contentType: contentType) }
  }

  /// A body of bytes or a stream.
  public mutating func setBody(_ value: HTTPBody, contentType: String = "application/octet-stream") {
    body = value
    setHeader("Content-Type", contentType)
  }

  /// Sets bytes or a stream as the body, where there are any.
  ///
  /// - Parameter contentType: The media type; `application/octet-stream` if nil.
  public mutating func setBodyIfPresent(_ value: HTTPBody?, contentType: String? = nil) {
    if let value { setBody(value, contentType: contentType ?? "application/octet-stream") }
  }
}

nonisolated extension RequestParts {
  /// A cookie, left out if nil.
  ///
  /// Style `form` percent-encodes it; style `cookie` writes it as it is (OpenAPI 3.2, “Style Values”).
  public mutating func addCookie<Value: ParameterValue>(
    _ name: String,
    _ value: Value?,
    _ style: ParameterStyle = .form
  ) {
    guard let value, let text = text(of: value, name) else { return }
    addCookie(name, .scalar(text), style, explode: false)
  }

  /// A cookie that is a list, left out if nil or empty.
  public mutating func addCookie<Value: ParameterValue>(
    _ name: String,
    _ values: [Value]?,
    _ style: ParameterStyle = .form,
    explode: Bool? = nil
  ) {
    guard let values else { return }
    let content = ParameterContent(texts: values.compactMap { text(of: $0, name) })
    addCookie(name, content, style, explode: explode ?? style.explodesByDefault)
  }

  /// A cookie of any shape, an object or one of several types; left out if nil or empty.
  public mutating func addCookie<Value: Encodable>(
    _ name: String,
    value: Value?,
    _ style: ParameterStyle = .form,
    explode: Bool? = nil
  ) {
    guard let value, let content = content(of: value, name) else { return }
    addCookie(name, content, style, explode: explode ?? style.explodesByDefault)
  }

  /// A cookie that is written as JSON text, left out if nil.
  public mutating func addCookie<Value: Encodable>(_ name: String, json value: Value?) {
    guard let value, let text = jsonText(of: value, name) else { return }
    addCookie(name, .scalar(text), .form, explode: false)
  }

  private mutating func addCookie(
    _ name: String,
    _ content: ParameterContent,
    _ style: ParameterStyle,
    explode: Bool
  ) {
    if content.isEmpty { return }
    noting(name) { parts in
      guard style == .cookie else {
        parts.cookies += try content.flat()
          .items(PercentEncoding.encode(name), .form, explode: explode, PercentEncoding.encode)
        return
      }
      guard content.texts.allSatisfy(HTTPHeaderText.isCookieValue) else {
        throw CodingProblem([], "has characters that no cookie can carry")
      }
      parts.cookies += try content.flat().items(name, .form, explode: explode) { $0 }
    }
  }
}

nonisolated extension RequestParts {
  /// A header, left out if nil.
  public mutating func addHeader<Value: ParameterValue>(_ name: String, _ value: Value?) {
    guard let value, let text = text(of: value, name) else { return }
    setHeader(name, text)
  }

  /// A header that is a list, left out if nil or empty.
  public mutating func addHeader<Value: ParameterValue>(_ name: String, _ values: [Value]?) {
    guard let values, !values.isEmpty else { return }
    setHeader(
      name,
      FlatParameterContent.list(values.compactMap { text(of: $0, name) }).headerText(explode: false)
    )
  }

  /// A header of any shape, an object or one of several types; left out if nil or empty.
  public mutating func addHeader<Value: Encodable>(
    _ name: String,
    value: Value?,
    explode: Bool = false
  ) {
    guard let value, let content = content(of: value, name), !content.isEmpty else { return }
    noting(name) { parts in
      parts.setHeader(name, try content.flat().headerText(explode: explode))
    }
  }

  /// A header that is written as JSON text, left out if nil.
  public mutating func addHeader<Value: Encodable>(_ name: String, json value: Value?) {
    guard let value, let text = jsonText(of: value, name) else { return }
    setHeader(name, text)
  }

  mutating func setHeader(_ name: String, _ value: String) {
    guard let fieldName = HTTPField.Name(name) else { return note(name, "is no header name") }
    guard HTTPHeaderText.isLegal(value) else { return note(name, "has characters that no header can carry") }
    headers[fieldName] = value
  }
}

nonisolated extension RequestParts {
  /// A path variable.
  public mutating func setPath<Value: ParameterValue>(
    _ name: String,
    _ value: Value,
    _ style: ParameterStyle = .simple,
    allowReserved: Bool = false
  ) {
    guard let text = text(of: value, name) else { return }
    setPath(name, .scalar(text), style, explode: false, allowReserved: allowReserved)
  }

  /// A path variable that is a list.
  public mutating func setPath<Value: ParameterValue>(
    _ name: String,
    _ values: [Value],
    _ style: ParameterStyle = .simple,
    explode: Bool = false,
    allowReserved: Bool = false
  ) {
    let content = ParameterContent(texts: values.compactMap { text(of: $0, name) })
    setPath(name, content, style, explode: explode, allowReserved: allowReserved)
  }

  /// A path variable of any shape: an object, or one of several types.
  public mutating func setPath<Value: Encodable>(
    _ name: String,
    value: Value,
    _ style: ParameterStyle = .simple,
    explode: Bool = false,
    allowReserved: Bool = false
  ) {
    guard let content = content(of: value, name) else { return }
    setPath(name, content, style, explode: explode, allowReserved: allowReserved)
  }

  /// A path variable that is written as JSON text.
  public mutating func setPath<Value: Encodable>(_ name: String, json value: Value) {
    guard let text = jsonText(of: value, name) else { return }
    setPath(name, .scalar(text), .simple, explode: false, allowReserved: false)
  }

  private mutating func setPath(
    _ name: String,
    _ content: ParameterContent,
    _ style: ParameterStyle,
    explode: Bool,
    allowReserved: Bool
  ) {
    if let reason = Self.reasonToRefuse(content) { return note(name, reason) }
    noting(name) { parts in
      parts.pathValues[name] = try content.flat()
        .pathText(name, style, explode: explode, allowReserved: allowReserved)
    }
  }

  /// Values that would change the path, even where somebody on the way decodes `%2F` too early.
  private static func reasonToRefuse(_ content: ParameterContent) -> String? {
    let texts = content.texts
    if texts.allSatisfy(\.isEmpty) { return "is empty" }
    for text in texts {
      for component in text.split(whereSeparator: { $0 == "/" || $0 == "\\" }) {
        if component == "." || component == ".." { return "would change the path" }
      }
    }
    return nil
  }
}

nonisolated extension RequestParts {
  /// A query parameter, left out if nil.
  public mutating func addQuery<Value: ParameterValue>(
    _ name: String,
    _ value: Value?,
    allowReserved: Bool = false
  ) {
    guard let value, let text = text(of: value, name) else { return }
    addQuery(name, .scalar(text), .form, explode: true, allowReserved: allowReserved)
  }

  /// A query parameter that is a list, left out if nil or empty.
  public mutating func addQuery<Value: ParameterValue>(
    _ name: String,
    _ values: [Value]?,
    _ style: ParameterStyle = .form,
    explode: Bool? = nil,
    allowReserved: Bool = false
  ) {
    guard let values else { return }
    let content = ParameterContent(texts: values.compactMap { text(of: $0, name) })
    addQuery(name, content, style, explode: explode ?? style.explodesByDefault, allowReserved: allowReserved)
  }

  /// A query parameter of any shape, an object or one of several types; left out if nil or empty.
  public mutating func addQuery<Value: Encodable>(
    _ name: String,
    value: Value?,
    _ style: ParameterStyle = .form,
    explode: Bool? = nil,
    allowReserved: Bool = false
  ) {
    guard let value, let content = content(of: value, name) else { return }
    addQuery(name, content, style, explode: explode ?? style.explodesByDefault, allowReserved: allowReserved)
  }

  /// A query parameter that is written as JSON text, left out if nil.
  public mutating func addQuery<Value: Encodable>(_ name: String, json value: Value?) {
    guard let value, let text = jsonText(of: value, name) else { return }
    addQuery(name, .scalar(text), .form, explode: true, allowReserved: false)
  }

  private mutating func addQuery(
    _ name: String,
    _ content: ParameterContent,
    _ style: ParameterStyle,
    explode: Bool,
    allowReserved: Bool
  ) {
    noting(name) { parts in
      parts.encodedQuery += try content.queryItems(
        name,
        style,
        explode: explode,
        allowReserved: allowReserved
      )
    }
  }
}

// MARK: - The query string as a whole

nonisolated extension RequestParts {
  /// A query string that is a form (OpenAPI 3.2, “Parameter Locations”): a field for each member of an object.
  public mutating func setQueryString<Value: Encodable>(
    form value: Value?,
    _ style: ParameterStyle = .form,
    encoding: [FormEncoding] = []
  ) {
    guard let value else { return }
    noting("query") { parts in
      parts.encodedQuery += try FormContent.items(value, style, encoding)
    }
  }

  /// A query string that is JSON text.
  public mutating func setQueryString<Value: Encodable>(json value: Value?) {
    guard let value, let text = jsonText(of: value, "query") else { return }
    querystring = PercentEncoding.encode(text)
  }

  /// A query string that is any text.
  public mutating func setQueryString<Value: ParameterValue>(_ value: Value?) {
    guard let value, let text = text(of: value, "query") else { return }
    querystring = PercentEncoding.encode(text)
  }

  /// The query without its question mark, percent-encoded; nil if there is none.
  var query: String? {
    let items = [querystring].compactMap(\.self) + encodedQuery.map { $0.name + "=" + $0.value }
    return items.isEmpty ? nil : items.joined(separator: "&")
  }
}

nonisolated extension RequestParts {
  /// The request to a server.
  ///
  /// Headers of the call win over those of the operation, these over those of the client; credentials win over all.
  ///
  /// - Throws: ``APIError`` of kind `missingCredentials` or `invalidRequest`.
  func request(
    to server: APIServer,
    _ credentials: APICredentials,
    _ configuration: ClientConfiguration,
    callHeaders: HTTPFields = [:]
  ) throws -> APIRequest {
    let schemes = try chosenSchemes(credentials)
    return try reporting { parts in
      let base = try server.base()
      var fields: HTTPFields = [.accept: parts.accept, .userAgent: configuration.userAgent]
      fields.replace(with: configuration.headers)
      fields.replace(with: parts.headers)
      fields.replace(with: callHeaders)
      var query = parts
      var cookies = parts.cookies
      for scheme in schemes {
        guard let credential = credentials.values[scheme] else { continue }
        guard !credential.value.isEmpty else {
          throw CodingProblem(
            [FieldKey(scheme)],
            "has a token that a client fetches, which this request has not"
          )
        }
        switch credential.placement {
        case .header(let name): try fields.set(name, credential.value, scheme)
        case .query(let name):
          query.encodedQuery.append(
            (PercentEncoding.encode(name), PercentEncoding.encode(credential.value))
          )
        case .cookie(let name):
          cookies.append((PercentEncoding.encode(name), PercentEncoding.encode(credential.value)))
        }
      }
      if !cookies.isEmpty {
        let pairs = [fields[.cookie]].compactMap(\.self) + cookies.map { $0.name + "=" + $0.value }
        fields[.cookie] = pairs.joined(separator: "; ")
      }
      var path = base.path + (try parts.encodedPath())
      if !path.hasPrefix("/") { path = "/" + path }
      if let query = query.query { path += "?" + query }
      return APIRequest(
        operationID: parts.operationID,
        pathTemplate: parts.pathTemplate,
        http: HTTPRequest(
          method: parts.method,
          scheme: base.scheme,
          authority: base.authority,
          path: path,
          headerFields: fields
        ),
        body: parts.body
      )
    }
  }

  /// The first alternative of the security requirement that has a value for every scheme. An alternative without
  /// schemes is taken only if no other has.
  func chosenSchemes(_ credentials: APICredentials) throws -> [String] {
    let alternatives = security.filter { !$0.isEmpty }
    for schemes in alternatives where schemes.allSatisfy({ credentials.values[$0] != nil }) {
      return schemes
    }
    guard alternatives.count == security.count, !alternatives.isEmpty else { return [] }
    let missing = alternatives.map { schemes in
      schemes.filter { credentials.values[$0] == nil }.joined(separator: " and ")
    }
    throw APIError(
      .missingCredentials,
      operationID,
      reason: "no value for \(missing.joined(separator: ", or "))"
    )
  }

  /// Turns what is wrong with the parts into an error that names the operation.
  func reporting<Result>(_ body: (RequestParts) throws -> Result) throws -> Result {
    do {
      if let problem { throw problem }
      return try body(self)
    } catch let problem as CodingProblem {
      throw APIError(.invalidRequest, operationID, reason: problem.description)
    }
  }
}

nonisolated extension HTTPFields {
  /// Replaces the fields that another set has too, and adds the rest of it.
  mutating func replace(with other: HTTPFields) {
    for name in Set(other.map(\.name)) {
      self[fields: name] = other[fields: name]
    }
  }

  /// Sets the header of a credential.
  fileprivate mutating func set(_ name: String, _ value: String, _ scheme: String) throws {
    guard let fieldName = HTTPField.Name(name), HTTPHeaderText.isLegal(value) else {
      throw CodingProblem([FieldKey(scheme)], "has characters that no header can carry")
    }
    self[fieldName] = value
  }
}

// How values become texts; what cannot be written is noted.

nonisolated extension RequestParts {
  mutating func text<Value: ParameterValue>(of value: Value, _ name: String) -> String? {
    let text = value.parameterText
    if text == nil { note(name, "cannot be written, expected \(Value.parameterExpectation)") }
    return text
  }

  mutating func content<Value: Encodable>(of value: Value, _ name: String) -> ParameterContent? {
    do {
      return try ParameterContent(value)
    } catch {
      note(name, CodingProblem(error).description)
      return nil
    }
  }

  mutating func jsonText<Value: Encodable>(of value: Value, _ name: String) -> String? {
    do {
      return String(decoding: try JSONCoding.encode(value), as: UTF8.self)
    } catch {
      note(name, CodingProblem(error).description)
      return nil
    }
  }

  /// Does what may fail; a failure is noted at a place.
  mutating func noting(_ place: String, _ body: (inout RequestParts) throws -> Void) {
    do {
      try body(&self)
    } catch {
      note(place, CodingProblem(error).description)
    }
  }
}
