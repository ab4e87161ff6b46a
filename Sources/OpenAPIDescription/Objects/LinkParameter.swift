public import SourceDocuments

/// A parameter that a link passes on: a constant or a runtime expression (OpenAPI 3.1.1 §4.8.20).
public struct LinkParameter: Sendable {
  public var name: String
  public var value: SourceNode

  public init(name: String, value: SourceNode) {
    self.name = name
    self.value = value
  }
}
