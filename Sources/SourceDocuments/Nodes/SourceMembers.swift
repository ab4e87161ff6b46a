/// The members of an object in document order.
public struct SourceMembers: RandomAccessCollection, Sendable {
  let document: SourceDocument
  let children: Range<Int>

  public var startIndex: Int { 0 }
  public var endIndex: Int { children.count }

  public subscript(position: Int) -> SourceMember {
    precondition(position >= 0 && position < children.count, "index out of range")
    let child = document.arena.children[children.lowerBound + position]
    let value = SourceNode(document: document, index: child)
    return SourceMember(key: value.key ?? "", keyLocation: value.keyLocation ?? value.location, value: value)
  }
}
