public import SourceDocuments

/// An operation that may follow a response (OpenAPI 3.1.1 §4.8.20).
public struct Link: Sendable {
  public var name: String
  public var operationID: String?
  public var operationReference: String?
  public var description: String?
  public var parameters: [LinkParameter]
  public var origin: SourceNode

  public init(
    name: String,
    operationID: String? = nil,
    operationReference: String? = nil,
    description: String? = nil,
    parameters: [LinkParameter] = [],
    origin: SourceNode
  ) {
    self.name = name
    self.operationID = operationID
    self.operationReference = operationReference
    self.description = description
    self.parameters = parameters
    self.origin = origin
  }
}
