/// A run of lines that two texts share, or lines of one that stand in the place of lines of the other.
struct LineEdit: Hashable {
  var isChange: Bool
  /// Lines of the old text; empty for an insertion, at the place where it happens.
  var old: Range<Int>
  /// Lines of the new text; empty for a removal.
  var new: Range<Int>
}
