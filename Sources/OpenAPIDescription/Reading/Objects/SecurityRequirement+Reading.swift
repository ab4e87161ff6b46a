import SourceDocuments

extension SecurityRequirement {
  /// Reads the field `security`; nil when it is absent.
  static func readAll(from reader: inout ObjectReader) -> [SecurityRequirement]? {
    let context = reader.context
    guard let node = reader.value("security") else { return nil }
    guard node.kind == .array else {
      context.reportWrongType(node, expected: "an array")
      return nil
    }
    return node.elements.compactMap { read($0, in: context) }
  }

  private static func read(_ node: SourceNode, in context: ReadingContext) -> SecurityRequirement? {
    guard node.kind == .object else {
      context.reportWrongType(node, expected: "an object")
      return nil
    }
    let schemes = node.members.map { member in
      Scheme(name: member.key, scopes: context.texts(of: member.value, .documentation))
    }
    return SecurityRequirement(schemes: schemes, origin: node)
  }
}
