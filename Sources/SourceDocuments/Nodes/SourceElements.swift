/// The elements of an array in document order.
public struct SourceElements: RandomAccessCollection, Sendable {
  let document: SourceDocument
  let children: Range<Int>

  public var startIndex: Int { 0 }
  public var endIndex: Int { children.count }

  public subscript(position: Int) -> SourceNode {
    precondition(position >= 0 && position < children.count, "index out of range")
    return SourceNode(document: document, index: document.arena.children[children.lowerBound + position])
  }
}
