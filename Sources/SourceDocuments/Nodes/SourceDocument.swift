/// One parsed file. It never changes after parsing.
public final class SourceDocument: Sendable {
  public let file: SourceFile

  let arena: NodeArena

  init(_ arena: NodeArena) {
    self.file = arena.file
    self.arena = arena
  }

  /// The outermost value.
  public var root: SourceNode { SourceNode(document: self, index: 0) }
}
