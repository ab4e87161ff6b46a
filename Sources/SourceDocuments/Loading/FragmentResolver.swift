/// Finds what the fragment of a reference means in a document.
struct FragmentResolver {
  /// How far a pointer led.
  enum Outcome {
    case found(SourceNode)
    /// Where the pointer led until it met a name or an index that is not there.
    case lost(at: SourceNode, token: String)
    case unknownAnchor(String, known: [String])
  }

  /// The objects with an `$anchor`, by name. It keeps its document alive, and with it the identity under
  /// which it is stored.
  private struct AnchorIndex {
    let document: SourceDocument
    var nodes: [String: SourceNode] = [:]
  }

  private var anchors: [ObjectIdentifier: AnchorIndex] = [:]

  mutating func resolve(_ fragment: Reference.Fragment, in document: SourceDocument) -> Outcome {
    switch fragment {
    case .wholeDocument:
      return .found(document.root)
    case .pointer(let tokens):
      return follow(tokens, from: document.root)
    case .anchor(let name):
      let known = anchors(of: document)
      return known[name].map(Outcome.found) ?? .unknownAnchor(name, known: known.keys.sorted())
    }
  }

  /// Follows a JSON pointer (RFC 6901 §4). It does not look through references on its way.
  private func follow(_ tokens: [String], from root: SourceNode) -> Outcome {
    var node = root
    for token in tokens {
      let child: SourceNode?
      if node.kind == .array {
        let elements = node.elements
        child = JSONPointer.index(token).flatMap { $0 < elements.count ? elements[$0] : nil }
      } else {
        child = node[token]
      }
      guard let child else { return .lost(at: node, token: token) }
      node = child
    }
    return .found(node)
  }

  /// Anchors are rare, so a document is searched for them only when a reference names one.
  private mutating func anchors(of document: SourceDocument) -> [String: SourceNode] {
    if let known = anchors[ObjectIdentifier(document)] { return known.nodes }
    var index = AnchorIndex(document: document)
    for record in document.arena.records.indices {
      let node = SourceNode(document: document, index: UInt32(truncatingIfNeeded: record))
      guard let key = node.key, key == "$anchor" || key == "$dynamicAnchor" else { continue }
      guard let name = node.string, let parent = node.parent, index.nodes[name] == nil else { continue }
      index.nodes[name] = parent
    }
    anchors[ObjectIdentifier(document)] = index
    return index.nodes
  }
}
