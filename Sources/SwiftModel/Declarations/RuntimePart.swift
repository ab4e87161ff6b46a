/// A part of the runtime that a package carries only where it needs it: each costs whoever builds the package time, and
/// its public types are for what the description has none of.
///
/// What is not part of any of these, every package carries.
public enum RuntimePart: String, Sendable, CaseIterable {
  /// Bodies of several parts.
  case multipart
  /// Events and sequences of JSON values, in requests and responses.
  case streams
  /// What the API sends to its users by itself.
  case webhooks
  /// Regular expressions that texts are held against.
  case patterns
  /// Schemas that the JSON of values is held against, for what no Swift type expresses.
  case schemaRules

  /// The parts that this one uses.
  public var dependencies: Set<RuntimePart> {
    switch self {
    case .schemaRules: [.patterns]
    case .multipart, .streams, .webhooks, .patterns: []
    }
  }

  /// The folders of `Templates/Runtime/Client` and `Templates/Runtime/Server` that it stands in.
  public var folders: Set<String> {
    switch self {
    case .multipart: ["MultipartBodies", "MultipartRequests"]
    case .streams: ["StreamedBodies", "StreamedMessages"]
    case .webhooks: ["WebhookHandling"]
    case .patterns: ["TextPatterns"]
    case .schemaRules: ["SchemaRules"]
    }
  }
}

/// Which parts of the runtime a package carries.
public enum RuntimeExtent: String, Sendable, CaseIterable {
  /// What the description needs.
  case needed
  /// All of it, for users who build on what the description does not need.
  case all
}

extension SwiftPackage {
  /// The parts of the runtime that the package carries.
  public var runtimeParts: Set<RuntimePart> {
    if runtime == .all { return Set(RuntimePart.allCases) }
    var needed: Set<RuntimePart> = []
    for model in models { add(model, to: &needed) }
    for operation in services.flatMap(\.operations) { add(operation, to: &needed) }
    if !incoming.isEmpty { needed.insert(.webhooks) }
    return needed.reduce(into: needed) { $0.formUnion($1.dependencies) }
  }

  private func add(_ model: ModelDeclaration, to needed: inout Set<RuntimePart>) {
    switch model {
    case .record(let record):
      add(record.checks, to: &needed)
      if record.rules != nil { needed.insert(.schemaRules) }
      for nested in record.nested { add(nested, to: &needed) }
    case .union(let union):
      for member in union.members { add(member.checks, to: &needed) }
      if union.rules != nil { needed.insert(.schemaRules) }
      for nested in union.nested { add(nested, to: &needed) }
    case .multipart(let form):
      needed.insert(.multipart)
      add(form.checks, to: &needed)
      for nested in form.nested { add(nested, to: &needed) }
    case .enumeration, .alias: break
    }
  }

  private func add(_ operation: OperationDeclaration, to needed: inout Set<RuntimePart>) {
    add(operation.checks, to: &needed)
    for representation in operation.body?.representations ?? [] {
      if representation.rules != nil { needed.insert(.schemaRules) }
      switch representation.kind {
      case .multipart: needed.insert(.multipart)
      case .sequence, .events: needed.insert(.streams)
      case .json, .form, .text, .bytes: break
      }
    }
    for body in operation.success.bodies {
      switch body.kind {
      case .events, .sequence: needed.insert(.streams)
      case .json, .text, .data: break
      }
    }
  }

  private func add(_ checks: [CheckDeclaration], to needed: inout Set<RuntimePart>) {
    for check in checks {
      if check.rules != nil { needed.insert(.schemaRules) }
      if check.arguments.contains(where: { $0.label == "pattern" }) { needed.insert(.patterns) }
    }
  }
}
