/// A token of OAuth 2, OpenID Connect or another scheme with bearer tokens (RFC 6750): one that is at hand, or one that
/// is fetched when it is needed.
///
/// ```swift
/// let credentials = APICredentials(oauth: .fetched { try await login.newAccessToken() })
/// ```
public nonisolated struct APIAccessToken: Sendable, ExpressibleByStringLiteral {
  nonisolated enum Source: Sendable {
    case value(String)
    case cache(APIAccessTokenCache)
  }

  let source: Source

  /// A token that is at hand.
  public init(_ value: String) {
    source = .value(value)
  }

  /// A token that is at hand.
  public init(stringLiteral value: String) {
    self.init(value)
  }

  private init(_ cache: APIAccessTokenCache) {
    source = .cache(cache)
  }

  /// A token that a function fetches when a call first needs one, and again when a server answers a call with 401: that
  /// call is sent once more. Calls share the token, and calls at the same time share one fetch.
  public static func fetched(_ fetch: @escaping @Sendable () async throws -> String) -> APIAccessToken {
    APIAccessToken(APIAccessTokenCache(fetch))
  }
}

nonisolated extension APIAccessToken: RedactedDescribable {
  /// The type, and nothing of the token.
  public var redactedDescription: String { "APIAccessToken" }
}

/// A token that is kept until a server refuses it.
actor APIAccessTokenCache {
  private let fetch: @Sendable () async throws -> String
  private var token: String?
  private var fetching: Task<String, any Error>?

  init(_ fetch: @escaping @Sendable () async throws -> String) {
    self.fetch = fetch
  }

  /// The token, fetched if there is none or if it is the one that was refused.
  func token(refused: String?) async throws -> String {
    if let token, token != refused { return token }
    if let fetching { return try await fetching.value }
    let fetch = fetch
    let task = Task { try await fetch() }
    fetching = task
    defer { fetching = nil }
    let fetched = try await task.value
    token = fetched
    return fetched
  }
}
