/// The last steps from a filled template to a file.
enum SourceText {
  static func finished(_ text: String) -> String {
    LineBreaker.broken(ImportOrder.sorted(BlankLines.collapsed(text)))
  }
}
