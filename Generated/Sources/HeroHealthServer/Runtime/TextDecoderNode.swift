nonisolated extension TextDecoder {
  /// What the text of parameters and forms has for JSON: text, lists and objects, without types.
  nonisolated enum Node: Hashable, Sendable {
    case text(String)
    case list([Node])
    case object([String: Node])

    /// Members by name; a name that comes several times makes a list.
    init(members: [(name: String, value: String)]) {
      var object: [String: Node] = [:]
      for (name, value) in members {
        object[name, default: .list([])].append(.text(value))
      }
      self = .object(object.mapValues(\.unwrapped))
    }

    private mutating func append(_ node: Node) {
      guard case .list(let nodes) = self else { return }
      self = .list(nodes + [node])
    }

    /// A list of one as its element: a list is told from a scalar only by who reads it.
    private var unwrapped: Node {
      if case .list(let nodes) = self, nodes.count == 1, let node = nodes.first { node } else { self }
    }

    /// The elements of a list; anything else is a list of one.
    var elements: [Node] {
      if case .list(let nodes) = self { nodes } else { [self] }
    }
  }
}
