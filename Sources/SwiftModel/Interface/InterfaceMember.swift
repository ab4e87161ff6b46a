public import SourceDocuments

/// A member of a type of an interface.
public struct InterfaceMember: Sendable {
  public enum Kind: Sendable, Hashable {
    case initializer(isFailable: Bool)
    case property(isSettable: Bool)
    case staticProperty
    case function
    case staticFunction
    case enumCase
    /// A function of a protocol that has a default implementation.
    case requirement
  }

  public var kind: Kind
  /// The name, without backticks; `init` for initializers.
  public var name: String
  public var parameters: [InterfaceParameter]
  /// The type of a property, or what a function returns; nil for nothing.
  public var type: String?
  /// The places of the description that the member stands for.
  public var origins: [SourceNode]
  /// The places that decide on the type; those of the member where they are none of their own.
  public var typeOrigins: [SourceNode]
  public var isDeprecated: Bool

  public init(
    _ kind: Kind,
    _ name: String,
    parameters: [InterfaceParameter] = [],
    type: String? = nil,
    origins: [SourceNode],
    typeOrigins: [SourceNode] = [],
    isDeprecated: Bool = false
  ) {
    self.kind = kind
    self.name = name
    self.parameters = parameters
    self.type = type
    self.origins = origins
    self.typeOrigins = typeOrigins.isEmpty ? origins : typeOrigins
    self.isDeprecated = isDeprecated
  }

  /// The name with its labels, as documentation refers to it: `init(id:name:)`, `sendMessage(_:dryRun:)`.
  public var fullName: String {
    switch kind {
    case .property, .staticProperty: name
    case .enumCase where parameters.isEmpty: name
    default: "\(name)(\(parameters.map { $0.label + ":" }.joined()))"
    }
  }

  /// The declaration without its body.
  public var signature: String {
    let list = parameters.map(\.signature).joined(separator: ", ")
    let escaped = SwiftIdentifier.escaped(name)
    let result = type.map { " -> " + $0 } ?? ""
    switch kind {
    case .initializer(let isFailable): return "init\(isFailable ? "?" : "")(\(list))"
    case .property(let isSettable): return "\(isSettable ? "var" : "let") \(escaped): \(type ?? "")"
    case .staticProperty: return "static let \(escaped): \(type ?? "")"
    case .function, .requirement: return "func \(escaped)(\(list)) async throws\(result)"
    case .staticFunction: return "static func \(escaped)(\(list))\(result)"
    case .enumCase: return "case \(escaped)" + (parameters.isEmpty ? "" : "(\(list))")
    }
  }
}

/// A parameter of an initializer or function, or a value that a case holds.
public struct InterfaceParameter: Sendable {
  /// The label at the call; `_` for none.
  public var label: String
  public var type: String
  /// The expression that stands for a value that is left out; nil where one has to be given.
  public var defaultValue: String?
  /// The places of the description that the parameter stands for.
  public var origins: [SourceNode]

  public init(_ label: String, _ type: String, defaultValue: String? = nil, origins: [SourceNode] = []) {
    self.label = label
    self.type = type
    self.defaultValue = defaultValue
    self.origins = origins
  }

  public var signature: String {
    let label = label == "_" ? "" : SwiftIdentifier.escaped(label) + ": "
    return label + type + (defaultValue.map { " = " + $0 } ?? "")
  }
}
