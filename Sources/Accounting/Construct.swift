public import OpenAPIDescription
public import SourceDocuments

/// Something that a description says and that generation must not lose.
public struct Construct: Sendable {
  /// What is counted.
  public enum Kind: String, Sendable, Hashable, CaseIterable {
    case operation
    case parameter
    case contentType = "content type"
    case response
    case responseHeader = "response header"
    case securityRequirement = "security requirement"
    case property
  }

  public var kind: Kind
  /// The name that users know it by: of the parameter, of the media type, of the property.
  public var name: String
  /// Where it stands. Parameters and properties that several places refer to are counted once.
  public var origin: SourceNode
  /// The operation, for what each operation is asked for by itself, wherever it stands.
  public var operation: SourceNode?
  /// The response, for what responses have.
  public var status: ResponseStatus?

  public init(
    _ kind: Kind,
    _ name: String,
    at origin: SourceNode,
    of operation: SourceNode? = nil,
    status: ResponseStatus? = nil
  ) {
    self.kind = kind
    self.name = name
    self.origin = origin
    self.operation = operation
    self.status = status
  }
}

extension Construct: Hashable {
  /// What stands in one place is one construct, whatever refers to it, unless each operation is asked for it.
  public static func == (left: Construct, right: Construct) -> Bool {
    left.kind == right.kind && left.origin == right.origin && left.operation == right.operation
      && (left.operation == nil || left.name == right.name && left.status == right.status)
  }

  public func hash(into hasher: inout Hasher) {
    hasher.combine(kind)
    hasher.combine(origin)
    hasher.combine(operation)
    hasher.combine(status)
  }
}
