import SourceDocuments

extension Example {
  /// Reads the fields `example` and `examples`, which several objects have.
  static func readAll(from reader: inout ObjectReader) -> [Example] {
    let context = reader.context
    var examples: [Example] = []
    if let value = reader.value("example") {
      examples.append(Example(value: context.exampleValue(value), origin: value))
    }
    guard let named = reader.value("examples") else { return examples }
    if named.kind == .array {
      context.diagnostics.append(.listOfExamples(named))
      return examples + named.elements.map { Example(value: context.exampleValue($0), origin: $0) }
    }
    return examples + context.members(of: named, .documentation).compactMap { read($0, in: context) }
  }

  /// Nothing that is generated depends on examples, so faults in them are warnings.
  static func read(_ member: SourceMember, in context: ReadingContext) -> Example? {
    guard let reference = context.follow(member.value, section: "examples", .documentation) else {
      return nil
    }
    let node = reference.target
    guard var reader = ObjectReader(node, "Example Object", in: context, .documentation) else { return nil }
    var value = reader.value("value")
    if let data = reader.value("dataValue", since: .openAPI32) { value = value ?? data }
    let example = Example(
      name: member.key,
      summary: reference.summary ?? reader.prose("summary"),
      description: reference.description ?? reader.prose("description"),
      value: value.map { context.exampleValue($0) },
      serializedValue: reader.prose("serializedValue", since: .openAPI32),
      externalValue: reader.prose("externalValue"),
      origin: node
    )
    reader.ignore("summary", "description")
    reader.finish()
    return example
  }
}

extension ReadingContext {
  /// The value of an example. Where nothing but a reference stands, tools that bundle descriptions put what
  /// it leads to; when it leads nowhere, it is the value itself.
  func exampleValue(_ node: SourceNode) -> SourceNode {
    guard node.kind == .object, node.members.count == 1, node["$ref"]?.kind == .string else { return node }
    do {
      let target = try chainEnd(of: node)
      misplacedReferences.append(node["$ref"] ?? node)
      return target
    } catch {
      return node
    }
  }
}

extension Diagnostic {
  fileprivate static func listOfExamples(_ node: SourceNode) -> Diagnostic {
    .warning(
      "wrong-type",
      "'examples' is an object of named examples here, not an array",
      at: node,
      advice: "give each example a name, with the value under 'value'"
    )
  }
}
