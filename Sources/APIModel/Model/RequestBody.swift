public import SourceDocuments

/// The body of a request.
public struct RequestBody: Sendable {
  public var isRequired: Bool
  public var description: String?
  /// The representations that a caller may choose from, in the order of the description; never empty.
  public var contents: [Content]
  public var origin: SourceNode
}
