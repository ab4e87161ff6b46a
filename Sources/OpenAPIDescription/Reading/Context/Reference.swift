import SourceDocuments

/// An object with what a Reference Object that led to it says about it (OpenAPI 3.1.1 §4.8.23).
struct Reference {
  /// The object itself, which is no reference.
  var target: SourceNode
  /// The name under `components` it was reached by.
  var componentName: String?
  /// What the reference says in place of the object's own texts; OpenAPI 3.1 allows that.
  var summary: String?
  var description: String?
}
