public import SourceDocuments

/// The licence an API is offered under (OpenAPI 3.1.1 §4.8.4).
public struct License: Sendable {
  public var name: String
  /// An SPDX expression; excludes `url`.
  public var identifier: String?
  public var url: String?
  public var origin: SourceNode

  public init(name: String, identifier: String? = nil, url: String? = nil, origin: SourceNode) {
    self.name = name
    self.identifier = identifier
    self.url = url
    self.origin = origin
  }
}
