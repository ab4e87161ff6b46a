import SourceDocuments

extension Callback {
  static func read(_ member: SourceMember, in context: ReadingContext) -> Callback? {
    guard let reference = context.follow(member.value, section: "callbacks") else { return nil }
    let callback = context.callbacks.value(at: reference.target, in: context) {
      read(fieldsOf: reference.target, in: context)
    } whenRecursive: {
      context.diagnostics.append(.recursiveCallback(member.value))
    }
    guard var callback else { return nil }
    callback.name = member.key
    return callback
  }

  private static func read(fieldsOf node: SourceNode, in context: ReadingContext) -> Callback? {
    let items = context.members(of: node).filter { !$0.key.hasPrefix("x-") }
    return Callback(
      name: "",
      items: items.compactMap { PathItem.read(path: $0.key, $0.value, in: context) },
      origin: node
    )
  }
}

extension Diagnostic {
  fileprivate static func recursiveCallback(_ node: SourceNode) -> Diagnostic {
    .warning("recursive-callback", "this callback is its own callback; the inner one is left out", at: node)
  }
}
