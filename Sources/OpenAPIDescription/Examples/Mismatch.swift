import SourceDocuments

/// Why a value is not what its schema asks for.
struct Mismatch {
  /// The value, or the part of it, that is at fault.
  var place: SourceNode
  var reason: String

  init(_ place: SourceNode, _ reason: String) {
    self.place = place
    self.reason = reason
  }
}
