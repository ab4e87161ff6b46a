import Foundation

/// The values for the security schemes of the API.
///
/// A request carries those that its operation asks for, to the server of the call and nowhere else. Printing
/// credentials shows the names of the schemes, never a value.
public nonisolated struct APICredentials: Sendable {
  /// Where a value stands in a request.
  nonisolated enum Placement: Sendable {
    case header(String)
    case query(String)
    case cookie(String)
  }

  nonisolated struct Credential: Sendable {
    let placement: Placement
    var value: String
    /// Where a bearer token comes from that is not at hand; the value is then empty until it has been fetched.
    var cache: APIAccessTokenCache?
  }

  /// The values by scheme.
  private(set) var values: [String: Credential] = [:]

  /// No credentials.
  public init() {}

  /// The schemes that have a value.
  public var schemes: [String] {
    values.keys.sorted()
  }

  /// A key in a header. Nil or empty removes it.
  public mutating func setHeader(_ name: String, _ value: String?, scheme: String) {
    set(.header(name), value, scheme)
  }

  /// A key in the query. Nil or empty removes it.
  public mutating func setQuery(_ name: String, _ value: String?, scheme: String) {
    set(.query(name), value, scheme)
  }

  /// A key in a cookie. Nil or empty removes it.
  public mutating func setCookie(_ name: String, _ value: String?, scheme: String) {
    set(.cookie(name), value, scheme)
  }

  /// A bearer token (RFC 6750), also for OAuth 2 and OpenID Connect. Nil or empty removes it.
  public mutating func setBearer(_ token: APIAccessToken?, scheme: String) {
    switch token?.source {
    case .value(let token):
      set(.header("Authorization"), token.isEmpty ? nil : "Bearer " + token, scheme)
    case .cache(let cache):
      values[scheme] = Credential(placement: .header("Authorization"), value: "", cache: cache)
    case nil:
      values[scheme] = nil
    }
  }

  /// What stands in the `Authorization` header (RFC 9110, section 11.6.2) for a scheme other than basic and bearer, with
  /// the name of the scheme: `Digest username="…", …`. Nil or empty removes it.
  public mutating func setAuthorization(_ value: String?, scheme: String) {
    set(.header("Authorization"), value, scheme)
  }

  /// A user name and a password (RFC 7617). Nil for either removes them.
  public mutating func setBasic(username: String?, password: String?, scheme: String) {
    var text: String?
    if let username, let password {
      text = "Basic " + Data("\(username):\(password)".utf8).base64EncodedString()
    }
    set(.header("Authorization"), text, scheme)
  }

  /// These credentials, with those of another set where it has a value.
  public func merging(_ other: APICredentials) -> APICredentials {
    var merged = self
    merged.values.merge(other.values) { _, other in other }
    return merged
  }

  /// The credentials with the tokens of some schemes fetched.
  ///
  /// - Parameters:
  ///   - schemes: The schemes that a request needs.
  ///   - refused: The credentials that the server refused, if it did.
  /// - Throws: What fetching throws.
  func fetchingTokens(of schemes: [String], refused: APICredentials? = nil) async throws -> APICredentials {
    var fetched = self
    for scheme in schemes {
      guard let cache = values[scheme]?.cache else { continue }
      let token = refused?.values[scheme]?.value.dropFirst("Bearer ".count)
      fetched.values[scheme]?.value = "Bearer " + (try await cache.token(refused: token.map(String.init)))
    }
    return fetched
  }

  /// Whether a token of some schemes is fetched when it is needed.
  func hasFetchedTokens(_ schemes: [String]) -> Bool {
    schemes.contains { values[$0]?.cache != nil }
  }

  private mutating func set(_ placement: Placement, _ value: String?, _ scheme: String) {
    if let value, !value.isEmpty {
      values[scheme] = Credential(placement: placement, value: value)
    } else {
      values[scheme] = nil
    }
  }
}

nonisolated extension APICredentials: RedactedDescribable {
  /// The names of the schemes.
  public var redactedDescription: String {
    "APICredentials(\(schemes.joined(separator: ", ")))"
  }
}
