extension SourceNode {
  /// The value as JSON (RFC 8259), members in document order.
  ///
  /// It is valid JSON for every node: YAML numbers are rewritten to JSON's grammar with their digits kept,
  /// and infinities and NaN, which JSON lacks, become strings of their YAML text. `/` is not escaped.
  /// - Parameter indentation: The number of spaces per level, or nil for a text without white space.
  public func jsonText(indentation: Int? = nil) -> String {
    JSONWriter.text(of: self, indentation: indentation)
  }
}
