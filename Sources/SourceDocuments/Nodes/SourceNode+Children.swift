extension SourceNode {
  /// The value of the member with that name; nil when there is none or the node is not an object.
  ///
  /// Names are compared by their bytes, without Unicode normalisation (RFC 8259 §8.3).
  public subscript(key: String) -> SourceNode? {
    let record = record
    guard record.kind == .object, let child = arena.member(named: key, of: record) else { return nil }
    return SourceNode(document: document, index: child)
  }

  /// The members in document order; empty when the node is not an object.
  public var members: SourceMembers {
    SourceMembers(document: document, children: record.kind == .object ? childRange : 0..<0)
  }

  /// The elements in document order; empty when the node is not an array.
  public var elements: SourceElements {
    SourceElements(document: document, children: record.kind == .array ? childRange : 0..<0)
  }

  /// Members or elements, in document order; empty for scalars.
  var childRange: Range<Int> {
    let record = record
    return Int(record.firstChild)..<Int(record.firstChild) + Int(record.childCount)
  }
}
