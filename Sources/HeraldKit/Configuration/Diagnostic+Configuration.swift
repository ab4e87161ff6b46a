import SourceDocuments

/// What a configuration can get wrong.
extension Diagnostic {
  static func unknownOption(
    _ node: SourceNode,
    among options: [ConfigurationOption],
    prefix: String
  ) -> Diagnostic {
    let name = node.key ?? ""
    let nearest = NearestNames.of(name, among: options.map(\.key)).map { "`\(prefix)\($0)`" }
    let known = options.map { "`\($0.key)`" }.joined(separator: ", ")
    return .error(
      "unknown-option",
      "there is no option `\(prefix)\(name)`",
      at: node,
      advice: nearest.isEmpty
        ? "the options here are \(known)" : "did you mean \(nearest.joined(separator: " or "))?"
    ).located(atKeyOf: node)
  }

  static func wrongKind(_ node: SourceNode, expected: String) -> Diagnostic {
    let isSingle = expected == "a list" && node.string != nil
    return .error(
      "wrong-type",
      "\(subject(node)) must be \(expected), not \(node.kindText)",
      at: node,
      advice: isSingle ? "write `[\(node.string ?? "")]`" : nil
    ).located(atValueOf: node)
  }

  static func notAChoice(_ node: SourceNode, among words: [String]) -> Diagnostic {
    let list = words.map { "`\($0)`" }.joined(separator: ", ")
    let nearest = node.string.map { NearestNames.of($0, among: words) } ?? []
    return .error(
      "wrong-value",
      "\(subject(node)) must be one of \(list)",
      at: node,
      advice: nearest.first.map { "did you mean `\($0)`?" }
    ).located(atValueOf: node)
  }

  /// - Parameter problem: What is wrong, beginning with a verb.
  static func invalidValue(_ node: SourceNode, _ problem: String, advice: String? = nil) -> Diagnostic {
    let value = node.string.map { $0.isEmpty ? subject(node) : "'\($0)'" } ?? subject(node)
    return .error("wrong-value", "\(value) \(problem)", at: node, advice: advice).located(atValueOf: node)
  }

  /// What the user calls the place of a node.
  private static func subject(_ node: SourceNode) -> String {
    if let key = node.key { return "`\(key)`" }
    if let list = node.parent?.key { return "an entry of `\(list)`" }
    return "the configuration"
  }

  private func located(atKeyOf node: SourceNode) -> Diagnostic {
    var copy = self
    copy.location = node.keyLocation ?? node.location
    return copy
  }

  private func located(atValueOf node: SourceNode) -> Diagnostic {
    var copy = self
    copy.location = node.location
    return copy
  }
}

extension SourceNode {
  fileprivate var kindText: String {
    switch kind {
    case .object: "an object"
    case .array: "a list"
    case .string: "text"
    case .number: "a number"
    case .boolean: "true or false"
    case .null: "empty"
    }
  }
}
