/// One value of a document, as it lies in the arena.
struct NodeRecord: Sendable {
  /// A stretch of bytes in the file.
  struct Extent: Sendable {
    var offset: UInt32
    var length: UInt32

    init(offset: Int, length: Int) {
      self.offset = UInt32(truncatingIfNeeded: offset)
      self.length = UInt32(truncatingIfNeeded: length)
    }
  }

  /// The name a value stands under.
  struct Key: Sendable {
    var extent: Extent
    var text: TextReference
  }

  /// `parent` of the root.
  static let noParent = UInt32.max

  var kind: SourceNode.Kind
  /// The value of a boolean; false for everything else.
  var isTrue: Bool
  /// The index among the children of the parent.
  var position: UInt32 = 0
  var parent = noParent
  var extent: Extent
  /// The text of a scalar. Only YAML keeps it for booleans and null, which may serve as keys there.
  var text: TextReference
  /// Objects and arrays: where their list of children begins in the arena's list of children.
  var firstChild: UInt32 = 0
  var childCount: UInt32 = 0
  /// Present exactly for members of objects.
  var key: Key?

  /// A value that has no place in the tree yet.
  init(kind: SourceNode.Kind, extent: Extent, text: TextReference = .empty, isTrue: Bool = false) {
    self.kind = kind
    self.isTrue = isTrue
    self.extent = extent
    self.text = text
  }
}
