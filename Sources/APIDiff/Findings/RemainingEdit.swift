public import SourceDocuments

/// A place where the documents differ that is no part of a finding.
public struct RemainingEdit: Sendable {
  /// Why it is none.
  public enum Reason: String, Sendable, Hashable, CaseIterable {
    /// It describes without restricting: descriptions, titles, examples.
    case documentation
    /// A field whose name starts with `x-`, which has no meaning in the specification.
    case extensionField = "extension"
    /// Written differently, with the same meaning.
    case sameMeaning = "same-meaning"
    /// In a part that no operation, callback or webhook leads to.
    case unused
  }

  public var reason: Reason
  /// Why its field is not compared, for documentation.
  public var explanation: String?
  public var base: SourceNode?
  public var revision: SourceNode?
}
