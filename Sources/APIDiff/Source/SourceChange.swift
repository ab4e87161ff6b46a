import SourceDocuments

/// A change of a declaration, with what is needed to find its cause.
struct SourceChange {
  var declaration: DeclarationChange
  var aspects: Set<SourceAspect>
  /// The places of the description that the declaration comes from, in each document.
  var base: [SourceNode]
  var revision: [SourceNode]
  /// The places of the types that it mentions.
  var mentioned: [SourceNode] = []
  /// What changes without a cause in the description are gathered under.
  var group: String

  /// Whether what it is about is still there, under another name or with its arguments in another order.
  var hasOtherName: Bool {
    declaration.kind == .renamed || (declaration.kind == .changed && aspects == [.order])
  }
}
