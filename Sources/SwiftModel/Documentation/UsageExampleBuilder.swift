import APIModel
import SourceDocuments

/// Writes the expressions that documentation comments show as arguments.
struct UsageExampleBuilder: Sendable {
  /// Every declared type by its full name.
  private let models: [String: ModelDeclaration]

  init(_ models: [ModelDeclaration]) {
    var byName: [String: ModelDeclaration] = [:]
    var pending = models.map { (path: $0.name, model: $0) }
    while let (path, model) = pending.popLast() {
      byName[path] = model
      pending += model.nested.map { (path: "\(path).\($0.name)", model: $0) }
    }
    self.models = byName
  }

  /// An expression for a body, made of what its type demands; `body` where none can be written shortly.
  func body(of type: String, example: ExampleValue) -> String {
    expression(of: type, in: "", example: example, depth: 0) ?? "body"
  }

  /// An expression for a parameter of an enumeration; `…` where none can be written shortly.
  func argument(of type: String, example: ExampleValue) -> String {
    expression(of: type, in: "", example: example, depth: 0) ?? "…"
  }

  private func expression(of type: String, in scope: String, example: ExampleValue?, depth: Int) -> String? {
    guard depth < 3, let (path, model) = resolved(type, in: scope) else { return nil }
    switch model {
    case .record(let record): return initializer(of: record, path: path, example: example, depth: depth)
    case .enumeration(let enumeration):
      let text = example?.plainText
      let named = enumeration.cases.first { $0.rawValue == text } ?? enumeration.cases.first
      return named.map { "." + $0.name }
    case .union(let union):
      guard let member = union.members.first,
        let inner = expression(of: member.type, in: path, example: example, depth: depth + 1)
      else { return nil }
      return ".\(member.name)(\(inner))"
    case .multipart(let form): return initializer(of: form)
    case .alias(let alias): return expression(of: alias.type, in: "", example: example, depth: depth + 1)
    }
  }

  private func initializer(
    of record: RecordDeclaration,
    path: String,
    example: ExampleValue?,
    depth: Int
  ) -> String? {
    let required = record.properties.filter { !$0.hasDefault }
    let shown =
      required.isEmpty ? record.properties.filter { isPlain($0, example) }.prefix(2).map { $0 } : required
    guard !shown.isEmpty, shown.count <= 8 else { return nil }
    let arguments = shown.map { property in
      let value = example?.member(property.wireName)
      let literal =
        plainLiteral(property.coding, value)
        ?? expression(of: property.coding.type, in: path, example: value, depth: depth + 1)
      return "\(property.name): \(literal ?? "…")"
    }
    return ".init(\(arguments.joined(separator: ", ")))"
  }

  private func initializer(of form: MultipartDeclaration) -> String? {
    let required = form.parts.filter { $0.isRequired && $0.kind != .additional }
    guard !required.isEmpty, required.count <= 8 else { return nil }
    let arguments = required.map { part in
      let file = "MultipartFile(data, filename: \"…\")"
      let value = part.kind == .file ? file : part.valueType == "String" ? "\"…\"" : "…"
      return "\(part.name): \(part.isRepeated ? "[\(value)]" : value)"
    }
    return ".init(\(arguments.joined(separator: ", ")))"
  }

  private func isPlain(_ property: PropertyDeclaration, _ example: ExampleValue?) -> Bool {
    guard let value = example?.member(property.wireName), property.coding.presence != .threeValued else {
      return false
    }
    return plainLiteral(property.coding, value) != nil
  }

  private func plainLiteral(_ coding: PropertyDeclaration.Coding, _ value: ExampleValue?) -> String? {
    let text = value?.plainText
    switch coding.kind {
    case .string: return text.flatMap { $0.count <= 60 ? SwiftLiteral.string($0) : nil }
    case .integer: return text.flatMap { Int($0) }.map { String($0) }
    case .number:
      return text.flatMap { Double($0) }.map { number in
        Int(exactly: number).map { String($0) } ?? String(number)
      }
    case .boolean: return text == "true" || text == "false" ? text : nil
    case .date: return ".now"
    case .value: return nil
    }
  }

  /// A type by the name it has inside another one.
  private func resolved(_ type: String, in scope: String) -> (path: String, model: ModelDeclaration)? {
    var prefix = scope
    while !prefix.isEmpty {
      let path = "\(prefix).\(type)"
      if let model = models[path] { return (path, model) }
      prefix = prefix.split(separator: ".").dropLast().joined(separator: ".")
    }
    return models[type].map { (type, $0) }
  }
}

extension ModelDeclaration {
  /// The types declared inside.
  var nested: [ModelDeclaration] {
    switch self {
    case .record(let record): record.nested
    case .union(let union): union.nested
    case .multipart(let form): form.nested
    case .enumeration, .alias: []
    }
  }
}

extension ExampleValue {
  /// The member of an object; nil for other values.
  fileprivate func member(_ name: String) -> ExampleValue? {
    switch self {
    case .object(let members): members.first { $0.name == name }?.value
    case .node(let node): node[name].map(ExampleValue.node)
    default: nil
    }
  }
}
