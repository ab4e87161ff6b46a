import SourceDocuments

/// Reads the fields of one object, and knows which of them have been asked for.
///
/// Every accessor claims its field. `finish()` warns of all others, so a field that nobody reads is never
/// passed over in silence.
struct ObjectReader {
  /// The object; when a misplaced reference stands there alone, its target.
  let node: SourceNode
  let context: ReadingContext
  private let name: String
  /// The target of a misplaced reference that has fields beside it.
  private let target: SourceNode?
  private var claimed: [String] = []

  /// Fails, with a diagnostic, when the node is no object.
  ///
  /// - Parameter name: What the specification calls the object, such as `Parameter Object`.
  init?(
    _ node: SourceNode,
    _ name: String,
    in context: ReadingContext,
    _ importance: Importance = .essential
  ) {
    self.context = context
    self.name = name
    guard node["$ref"]?.kind == .string else {
      guard node.kind == .object else {
        context.reportWrongType(node, expected: "an object", importance)
        return nil
      }
      self.node = node
      target = nil
      return
    }
    guard let target = context.followMisplaced(node, importance) else { return nil }
    guard target.kind == .object else {
      context.reportWrongType(target, expected: "an object", importance)
      return nil
    }
    self.node = node.members.count > 1 ? node : target
    self.target = node.members.count > 1 ? target : nil
    claimed.append("$ref")
  }

  /// A Path Item Object, whose `$ref` is a field like others.
  init?(pathItem node: SourceNode, in context: ReadingContext) {
    guard node.kind == .object else {
      context.reportWrongType(node, expected: "an object")
      return nil
    }
    self.node = node
    self.context = context
    name = "Path Item Object"
    target = nil
    claimed.append("$ref")
  }

  func hasField(_ field: String) -> Bool {
    node[field] != nil || target?[field] != nil
  }

  /// The value of a field, whatever it is.
  ///
  /// - Parameter since: The first dialect that has the field.
  mutating func value(_ field: String, since: Dialect = .swagger20) -> SourceNode? {
    claimed.append(field)
    guard let value = node[field] ?? target?[field] else { return nil }
    if context.dialect < since {
      context.diagnostics.append(.laterField(field, of: name, at: value, since: since, in: context.dialect))
    }
    return value
  }

  mutating func text(
    _ field: String,
    since: Dialect = .swagger20,
    _ importance: Importance = .essential
  ) -> String? {
    value(field, since: since).flatMap { context.text(of: $0, importance) }
  }

  /// The text of a field that only documents.
  mutating func prose(_ field: String, since: Dialect = .swagger20) -> String? {
    text(field, since: since, .documentation)
  }

  /// The text of a field that must be there.
  mutating func requiredText(_ field: String, _ importance: Importance = .essential) -> String? {
    guard let value = value(field) else {
      reportMissing(field, importance)
      return nil
    }
    return context.text(of: value, importance)
  }

  mutating func flag(_ field: String, since: Dialect = .swagger20) -> Bool? {
    value(field, since: since).flatMap { context.flag(of: $0) }
  }

  mutating func elements(
    _ field: String,
    since: Dialect = .swagger20,
    _ importance: Importance = .essential
  ) -> [SourceNode] {
    value(field, since: since).map { context.elements(of: $0, importance) } ?? []
  }

  mutating func members(
    _ field: String,
    since: Dialect = .swagger20,
    _ importance: Importance = .essential
  ) -> [SourceMember] {
    value(field, since: since).map { context.members(of: $0, importance) } ?? []
  }

  /// The fields whose names start with `x-`.
  var extensions: [SpecificationExtension] {
    fields.compactMap { field in
      field.key.hasPrefix("x-") ? SpecificationExtension(name: field.key, value: field.value) : nil
    }
  }

  /// The fields of the object and of what it refers to.
  var fields: [SourceMember] {
    Array(node.members) + (target.map { Array($0.members) } ?? [])
  }

  func reportMissing(_ field: String, _ importance: Importance = .essential, advice: String? = nil) {
    var diagnostic = Diagnostic.missingField(field, of: name, at: node, advice: advice)
    if importance == .documentation { diagnostic.severity = .warning }
    context.diagnostics.append(diagnostic)
  }

  /// Claims fields that are known and not used.
  mutating func ignore(_ fields: String...) {
    claimed += fields
  }

  mutating func ignore(_ fields: [String]) {
    claimed += fields
  }

  /// Warns of every field that nobody has asked for.
  func finish() {
    for field in fields where !claimed.contains(field.key) && !field.key.hasPrefix("x-") {
      context.diagnostics.append(
        .unknownField(field, of: name, in: context.dialect, known: claimed)
      )
    }
  }
}

extension Diagnostic {
  fileprivate static func missingField(
    _ field: String,
    of object: String,
    at node: SourceNode,
    advice: String?
  ) -> Diagnostic {
    .error("missing-field", "this \(object) has no '\(field)'", at: node, advice: advice)
  }

  fileprivate static func unknownField(
    _ field: SourceMember,
    of object: String,
    in dialect: Dialect,
    known: [String]
  ) -> Diagnostic {
    warning(
      "unknown-field",
      "'\(field.key)' is not a field of the \(object) of \(dialect.name)",
      at: field.value,
      advice: NearestNames.advice(
        for: field.key,
        among: known,
        otherwise: "remove it, or let its name start with 'x-'"
      )
    ).located(at: field.keyLocation)
  }

  fileprivate static func laterField(
    _ field: String,
    of object: String,
    at node: SourceNode,
    since: Dialect,
    in dialect: Dialect
  ) -> Diagnostic {
    warning(
      "unknown-field",
      "'\(field)' is not a field of the \(object) of \(dialect.name); it came with \(since.name)",
      at: node,
      advice: dialect.adviceForLater
    ).located(at: node.keyLocation ?? node.location)
  }
}
