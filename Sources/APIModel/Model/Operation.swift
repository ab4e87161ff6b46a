public import OpenAPIDescription
public import SourceDocuments

/// One request that a client can make.
public struct Operation: Sendable {
  /// The `operationId`, or one made of method and path where the description has none; unique in the API.
  public var id: String
  /// The HTTP method in upper case.
  public var method: String
  /// The path template, such as `/v1/messages/{id}/status`.
  public var path: String
  public var summary: String?
  public var description: String?
  public var isDeprecated: Bool
  public var parameters: [Parameter]
  public var requestBody: RequestBody?
  public var responses: [Response]
  /// The alternatives of which a request must meet one; empty when the operation is open to all.
  public var security: [SecurityAlternative]
  /// The servers that the operation has for itself; empty when those of the API answer it.
  public var servers: [Server]
  public var origin: SourceNode

  /// The responses that mean success, in the order of the description: those of 2XX; where none is documented,
  /// redirects; and where there are none of these either, the default one.
  public var successes: [Response] {
    [
      responses.filter(\.isSuccess), responses.filter(\.isRedirect),
      responses.filter { $0.status == .default },
    ]
    .first { !$0.isEmpty } ?? []
  }

  /// The documented responses that mean failure.
  public var failures: [Response] {
    let successes = Set(successes.map(\.status))
    return responses.filter { !successes.contains($0.status) }
  }
}

/// Security schemes that have to be met together.
public struct SecurityAlternative: Sendable, Hashable {
  /// The names of the schemes; empty means that no credentials are needed.
  public var schemes: [String]
  /// The scopes that each scheme must grant, in the order of the schemes.
  public var scopes: [[String]]
}
