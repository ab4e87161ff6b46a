public import SourceDocuments

/// The security schemes that a request must satisfy together (OpenAPI 3.1.1 §4.8.30).
public struct SecurityRequirement: Sendable {
  /// One scheme of a requirement, with the scopes or roles it asks for.
  public struct Scheme: Sendable, Hashable {
    public var name: String
    public var scopes: [String]

    public init(name: String, scopes: [String] = []) {
      self.name = name
      self.scopes = scopes
    }
  }

  public var schemes: [Scheme]
  public var origin: SourceNode

  public init(schemes: [Scheme] = [], origin: SourceNode) {
    self.schemes = schemes
    self.origin = origin
  }

  /// Whether the requirement asks for nothing, which makes security optional.
  public var isEmpty: Bool { schemes.isEmpty }
}
