/// A value that aliases can repeat.
struct YAMLAnchor {
  /// Nil while the value is still being read: an alias to it would contain itself.
  var record: NodeRecord?
  var size: ExpandedSize
}
