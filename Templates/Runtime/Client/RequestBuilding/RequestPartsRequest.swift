import Foundation
import HTTPTypes

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
