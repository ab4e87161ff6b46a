/// Finds what the fragment of a reference means in a document.
struct FragmentResolver {
  /// How far a fragment led.
  enum Outcome {
    case found(SourceNode)
    /// Where the pointer led until it met a name or an index that is not there, and what was left of it then.
    case lost(at: SourceNode, rest: [String])
    case unknownAnchor(String, known: [String])
  }

  /// The objects with an `$anchor`, by name. It keeps its document alive, and with it the identity under
  /// which it is stored.
  private struct AnchorIndex {
    let document: SourceDocument
    var nodes: [String: [SourceNode]] = [:]
    /// How many of them are dynamic.
    var dynamicCounts: [String: Int] = [:]
  }

  private var anchors: [ObjectIdentifier: AnchorIndex] = [:]

  /// - Parameter start: The root of a document, or a schema in it that is a resource of its own.
  mutating func resolve(_ fragment: Reference.Fragment, from start: SourceNode) -> Outcome {
    switch fragment {
    case .wholeDocument:
      return .found(start)
    case .pointer(let tokens):
      return follow(tokens, from: start)
    case .anchor(let name):
      let known = index(of: start.document).nodes
      guard let nodes = known[name], let first = nodes.first else {
        return .unknownAnchor(name, known: known.keys.sorted())
      }
      return .found(nodes.count == 1 ? first : nodes.first { $0.isInside(start) } ?? first)
    }
  }

  /// Follows a JSON pointer (RFC 6901 §4). It does not look through references on its way.
  func follow(_ tokens: [String], from start: SourceNode) -> Outcome {
    var node = start
    for (index, token) in tokens.enumerated() {
      let child: SourceNode?
      if node.kind == .array {
        let elements = node.elements
        child = JSONPointer.index(token).flatMap { $0 < elements.count ? elements[$0] : nil }
      } else {
        child = node[token]
      }
      guard let child else { return .lost(at: node, rest: Array(tokens[index...])) }
      node = child
    }
    return .found(node)
  }

  /// How many schemas have a `$dynamicAnchor` of that name.
  mutating func dynamicAnchorCount(_ name: String, in documents: [SourceDocument]) -> Int {
    documents.reduce(0) { $0 + (index(of: $1).dynamicCounts[name] ?? 0) }
  }

  /// Anchors are rare, so a document is searched for them only when a reference names one.
  private mutating func index(of document: SourceDocument) -> AnchorIndex {
    if let known = anchors[ObjectIdentifier(document)] { return known }
    var index = AnchorIndex(document: document)
    for record in document.arena.records.indices {
      let node = SourceNode(document: document, index: UInt32(truncatingIfNeeded: record))
      guard let key = node.key, key == "$anchor" || key == "$dynamicAnchor" else { continue }
      guard let name = node.string, let parent = node.parent else { continue }
      index.nodes[name, default: []].append(parent)
      if key == "$dynamicAnchor" { index.dynamicCounts[name, default: 0] += 1 }
    }
    anchors[ObjectIdentifier(document)] = index
    return index
  }
}

extension SourceNode {
  fileprivate func isInside(_ container: SourceNode) -> Bool {
    var node: SourceNode? = self
    while let current = node {
      if current == container { return true }
      node = current.parent
    }
    return false
  }
}
