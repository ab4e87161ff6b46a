extension SourceNode {
  /// Where the value stands.
  public var location: SourceLocation { arena.location(record.extent) }

  /// Where the name of the member stands whose value this is.
  public var keyLocation: SourceLocation? {
    record.key.map { arena.location($0.extent) }
  }

  /// What a diagnostic should point at: the name for an object or an array, the value for a scalar.
  public var bestLocation: SourceLocation {
    switch kind {
    case .object, .array: keyLocation ?? location
    case .string, .number, .boolean, .null: location
    }
  }

  /// The object or array the value stands in; nil for the root.
  public var parent: SourceNode? {
    let parent = record.parent
    return parent == NodeRecord.noParent ? nil : SourceNode(document: document, index: parent)
  }

  /// The name of the member whose value this is.
  public var key: String? {
    record.key.map { arena.string($0.text) }
  }

  /// The index among the elements of the array this stands in, counted from 0.
  public var indexInParent: Int? {
    let record = record
    guard record.parent != NodeRecord.noParent, record.key == nil else { return nil }
    return Int(record.position)
  }

  /// The JSON pointer from the root as a URI fragment (RFC 6901 §6): `#/paths/~1pets~1{id}/get`.
  ///
  /// Of the characters that a URI has to percent-encode only `%` is encoded: the pointer leads back to
  /// this node through ``DocumentLoader/resolve(_:at:)``, and stays as readable as people write it.
  public var pointer: String {
    var tokens: [String] = []
    var node = self
    while let parent = node.parent {
      if let key = node.key {
        tokens.append(JSONPointer.escaped(key))
      } else {
        tokens.append(String(node.record.position))
      }
      node = parent
    }
    return tokens.reversed().reduce(into: "#") { text, token in
      text += "/"
      text += token
    }
  }
}
