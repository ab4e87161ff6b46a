import SourceDocuments

extension Diagnostic {
  /// The diagnostic at another place than the one its node suggests: at a name, or at a value.
  func located(at location: SourceLocation?) -> Diagnostic {
    var diagnostic = self
    diagnostic.location = location ?? self.location
    return diagnostic
  }
}
