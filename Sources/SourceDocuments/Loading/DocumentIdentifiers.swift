/// The names that documents and the schemas in them give themselves: `$self` of an OpenAPI document (OpenAPI
/// 3.2.0 §4.1.2), and `$id` of a schema (JSON Schema Core 2020-12 §8.2.1). Both are the base of the references
/// inside.
struct DocumentIdentifiers {
  /// What one document says.
  private struct Index {
    /// It keeps its document alive, and with it the identity under which it is stored.
    let document: SourceDocument
    let base: URIReference
    /// Absolute identifiers by the node that has them.
    var resources: [SourceNode: URIReference] = [:]
  }

  private var indexes: [ObjectIdentifier: Index] = [:]
  private var nodes: [URIReference: SourceNode] = [:]

  /// Learns the identifiers of a document; those that came first keep their names.
  ///
  /// - Parameter location: The URI that the document was read from, relative for a file.
  mutating func add(_ document: SourceDocument, at location: URIReference) {
    guard indexes[ObjectIdentifier(document)] == nil else { return }
    var base = location
    if let name = document.root["$self"]?.string {
      base = URIReference(name).resolved(against: location).withoutFragment
    }
    var index = Index(document: document, base: base)
    if base != location { name(document.root, base, in: &index) }
    // Identifiers are rare, so they are looked for one by one only in files that have the word.
    if document.file.contains("$id") {
      for record in document.arena.records.indices {
        let node = SourceNode(document: document, index: UInt32(truncatingIfNeeded: record))
        guard let schema = Self.identified(by: node), let text = node.string else { continue }
        // Parents come before what is inside them, so the base is known.
        let outer = schema.parent.map { self.base(of: $0, in: index) } ?? base
        name(schema, URIReference(text).resolved(against: outer).withoutFragment, in: &index)
      }
    }
    indexes[ObjectIdentifier(document)] = index
  }

  /// Whether any document has a name besides its place.
  var isEmpty: Bool { nodes.isEmpty }

  /// The base of the references at a node, and the schema or document that they are relative to.
  func base(of node: SourceNode) -> (uri: URIReference, resource: SourceNode)? {
    guard let index = indexes[ObjectIdentifier(node.document)] else { return nil }
    var current = node
    while true {
      if let identifier = index.resources[current] { return (identifier, current) }
      guard let parent = current.parent else { return (index.base, current) }
      current = parent
    }
  }

  func node(named uri: URIReference) -> SourceNode? {
    nodes[uri]
  }

  private mutating func name(_ node: SourceNode, _ uri: URIReference, in index: inout Index) {
    index.resources[node] = uri
    if nodes[uri] == nil { nodes[uri] = node }
  }

  private func base(of node: SourceNode, in index: Index) -> URIReference {
    var current: SourceNode? = node
    while let ancestor = current {
      if let identifier = index.resources[ancestor] { return identifier }
      current = ancestor.parent
    }
    return index.base
  }

  /// The schema that a node is the `$id` of; nil for the property of that name, and for what an example has.
  private static func identified(by node: SourceNode) -> SourceNode? {
    guard node.key == "$id", let schema = node.parent else { return nil }
    guard schema.key != "properties", schema.key != "example", schema.key != "value" else { return nil }
    return schema
  }
}

extension SourceFile {
  /// Whether the bytes of a text occur anywhere.
  fileprivate func contains(_ text: StaticString) -> Bool {
    bytes.withUnsafeBufferPointer { bytes in
      text.withUTF8Buffer { wanted in
        var offset = 0
        while let start = bytes[offset...].firstIndex(of: wanted[0]) {
          if bytes[start...].starts(with: wanted) { return true }
          offset = start + 1
        }
        return false
      }
    }
  }
}
