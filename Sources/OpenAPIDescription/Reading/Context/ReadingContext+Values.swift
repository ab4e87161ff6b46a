import SourceDocuments

extension ReadingContext {
  /// The text of a string. Other scalars are read as written, with a warning: YAML makes `1.0` a number.
  func text(of node: SourceNode, _ importance: Importance = .essential) -> String? {
    switch node.kind {
    case .string:
      return node.string
    case .number, .boolean:
      let text = node.number?.text ?? (node.boolean == true ? "true" : "false")
      diagnostics.append(.unquoted(node, text: text))
      return text
    case .object where node["$ref"]?.kind == .string:
      return referencedText(node)
    case .null, .object, .array:
      reportWrongType(node, expected: "a string", importance)
      return nil
    }
  }

  func flag(of node: SourceNode, _ importance: Importance = .essential) -> Bool? {
    if let flag = node.boolean { return flag }
    switch node.string?.lowercased() {
    case "true"?:
      diagnostics.append(.quoted(node, expected: "a boolean"))
      return true
    case "false"?:
      diagnostics.append(.quoted(node, expected: "a boolean"))
      return false
    default:
      reportWrongType(node, expected: "a boolean", importance)
      return nil
    }
  }

  /// A number of things: an integer that is not negative.
  func count(of node: SourceNode) -> Int? {
    if let number = node.number {
      guard let integer = number.integer else {
        diagnostics.append(.unusableCount(node, text: number.text))
        return nil
      }
      guard integer >= 0 else {
        diagnostics.append(.unusableCount(node, text: number.text))
        return nil
      }
      return integer
    }
    if let count = node.string.flatMap({ Int($0) }), count >= 0 {
      diagnostics.append(.quoted(node, expected: "an integer"))
      return count
    }
    reportWrongType(node, expected: "an integer")
    return nil
  }

  func number(of node: SourceNode) -> SourceNumber? {
    if let number = node.number { return number }
    // A bound is a restriction: without it everything valid is still accepted.
    let importance: Importance = node.kind == .string ? .documentation : .essential
    reportWrongType(node, expected: "a number", importance)
    return nil
  }

  /// The elements of an array; empty, with a diagnostic, when it is none.
  func elements(of node: SourceNode, _ importance: Importance = .essential) -> [SourceNode] {
    switch node.kind {
    case .array:
      return Array(node.elements)
    case .object where node["$ref"]?.kind == .string:
      guard let target = followMisplaced(node) else { return [] }
      guard target.kind == .array else {
        reportWrongType(target, expected: "an array", importance)
        return []
      }
      return Array(target.elements)
    default:
      reportWrongType(node, expected: "an array", importance)
      return []
    }
  }

  /// The members of a map. A reference in place of a map is followed, and members beside it win.
  func members(of node: SourceNode, _ importance: Importance = .essential) -> [SourceMember] {
    guard node.kind == .object else {
      reportWrongType(node, expected: "an object", importance)
      return []
    }
    guard node["$ref"]?.kind == .string else { return Array(node.members) }
    let own = node.members.filter { $0.key != "$ref" }
    guard let target = followMisplaced(node) else { return own }
    guard target.kind == .object else {
      reportWrongType(target, expected: "an object", importance)
      return own
    }
    let ownNames = Set(own.map(\.key))
    return target.members.filter { !ownNames.contains($0.key) } + own
  }

  /// Texts in an array; one that stands there without an array is taken for its only element.
  func texts(of node: SourceNode, _ importance: Importance = .essential) -> [String] {
    textNodes(of: node, importance).compactMap { text(of: $0, importance) }
  }

  /// Where the texts of an array stand; one that stands there without an array is taken for its only element.
  func textNodes(of node: SourceNode, _ importance: Importance = .essential) -> [SourceNode] {
    guard node.kind == .string else { return elements(of: node, importance) }
    diagnostics.append(.missingArray(node))
    return [node]
  }

  /// Null where the field could have been left out is only a warning.
  func reportWrongType(_ node: SourceNode, expected: String, _ importance: Importance = .essential) {
    if node.isNull {
      diagnostics.append(.emptyValue(node, expected: expected))
    } else {
      var diagnostic = Diagnostic.wrongType(node, expected: expected)
      if importance == .documentation { diagnostic.severity = .warning }
      diagnostics.append(diagnostic)
    }
  }
}

extension SourceNode.Kind {
  /// The kind with its article, as messages need it.
  var phrase: String {
    switch self {
    case .object: "an object"
    case .array: "an array"
    case .string: "a string"
    case .number: "a number"
    case .boolean: "a boolean"
    case .null: "null"
    }
  }
}

extension Diagnostic {
  fileprivate static func wrongType(_ node: SourceNode, expected: String) -> Diagnostic {
    error("wrong-type", "expected \(expected), found \(node.kind.phrase)", at: node).located(
      at: node.location
    )
  }

  fileprivate static func emptyValue(_ node: SourceNode, expected: String) -> Diagnostic {
    warning(
      "wrong-type",
      "expected \(expected), found null",
      at: node,
      advice: "leave the field out when it has no value"
    )
  }

  fileprivate static func unquoted(_ node: SourceNode, text: String) -> Diagnostic {
    warning(
      "wrong-type",
      "expected a string, found \(node.kind.phrase)",
      at: node,
      advice: "put it in quotes: \"\(text)\""
    )
  }

  fileprivate static func quoted(_ node: SourceNode, expected: String) -> Diagnostic {
    warning("wrong-type", "expected \(expected), found a string", at: node, advice: "remove the quotes")
  }

  fileprivate static func missingArray(_ node: SourceNode) -> Diagnostic {
    warning(
      "wrong-type",
      "expected an array, found a string",
      at: node,
      advice: "put it in brackets: it is read as an array of one"
    )
  }

  fileprivate static func unusableCount(_ node: SourceNode, text: String) -> Diagnostic {
    warning(
      "invalid-bound",
      "\(text) is not a number of things, so this bound is ignored",
      at: node,
      advice: "write an integer that is not negative"
    )
  }
}
