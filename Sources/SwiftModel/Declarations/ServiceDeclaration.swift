public import SourceDocuments

/// The operations of one tag or path: what the endpoint enum, the service, the handler protocol, the stub and the
/// routes are made of.
public struct ServiceDeclaration: Sendable {
  /// The tag, or the segment of the paths, as written; empty when the operations have neither.
  public var subject: String
  /// The property of the client and the parameter of the router.
  public var propertyName: String
  public var endpointName: String
  public var serviceName: String
  public var handlerName: String
  public var stubName: String
  public var routesName: String
  public var testsName: String
  public var documentation: [String]
  public var operations: [OperationDeclaration]
}

/// One operation, as a case, a method, a handler and a route.
public struct OperationDeclaration: Sendable {
  /// The operation object.
  public var origin: SourceNode
  public var operationID: String
  /// The name, without backticks.
  public var name: String
  public var method: String
  public var path: String
  /// The alternatives of security schemes.
  public var security: [[String]]
  /// The alternatives of security schemes that a client has values for: without certificates, which its transport has.
  public var clientSecurity: [[String]]
  /// Expressions for the servers that the operation has for itself.
  public var servers: [String]
  public var body: BodyDeclaration?
  /// The parameters in the order of the signature: those without a default first.
  public var parameters: [ParameterDeclaration]
  /// The calls that hold the parameters against their constraints.
  public var checks: [CheckDeclaration]
  public var success: SuccessDeclaration
  public var isDeprecated: Bool
  /// Summary, description and notes, as every declaration of the operation carries them.
  public var documentation: [String]
  /// What the parameters mean, as a documentation comment lists it.
  public var parameterDocumentation: [String]
  /// The errors that the description documents, as a documentation comment lists them.
  public var failureDocumentation: [String]
  /// The media type of the documented errors, where all are JSON of another than `application/json`.
  public var failureMediaType: String?
  /// Whether one of the errors has a documented body.
  public var hasTypedFailures: Bool
  /// The operations that may follow, as a documentation comment lists them.
  public var linkDocumentation: [String]
  /// The name of the operation that a router answers with instead, since it cannot tell their requests apart; nil for
  /// nearly all.
  public var shadowingOperation: String?
}

/// What bytes of a body are read as.
public enum ContentKind: Sendable, Hashable {
  case json, text, data
}

/// A test that decodes a type's example and encodes it again.
public struct ModelTestDeclaration: Sendable {
  public var name: String
  public var type: String
  /// JSON on one or several lines.
  public var example: String
}
