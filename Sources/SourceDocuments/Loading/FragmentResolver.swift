/// Finds what the fragment of a reference means in a document.
struct FragmentResolver {
  /// How far a pointer led.
  enum Outcome {
    case found(SourceNode)
    /// Where the pointer led until it met a name or an index that is not there.
    case lost(at: SourceNode, token: String)
    case unknownAnchor(String, known: [String])
  }

  /// The objects with an `$anchor`, by document and name.
  private var anchors: [ObjectIdentifier: [String: SourceNode]] = [:]

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
    // The nodes in the values keep the document alive, and with it the identity that is the key.
    if let known = anchors[ObjectIdentifier(document)] { return known }
    var found: [String: SourceNode] = [:]
    for index in document.arena.records.indices {
      let node = SourceNode(document: document, index: UInt32(truncatingIfNeeded: index))
      guard let key = node.key, key == "$anchor" || key == "$dynamicAnchor" else { continue }
      guard let name = node.string, let parent = node.parent, found[name] == nil else { continue }
      found[name] = parent
    }
    anchors[ObjectIdentifier(document)] = found
    return found
  }
}
