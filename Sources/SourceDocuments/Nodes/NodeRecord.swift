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
  /// Members and elements of the root's descendants alike: the index in the parent.
  var position: UInt32
  var parent: UInt32
  var extent: Extent
  /// Strings and numbers: the text.
  var text: TextReference
  /// Objects and arrays: where their list of children begins in the arena's list of children.
  var firstChild: UInt32
  var childCount: UInt32
  /// Present exactly for members of objects.
  var key: Key?
}
