import SourceDocuments

/// A place where the texts of two documents differ.
struct TextEdit {
  /// What the field there is to the comparison.
  enum Field {
    case claimed(SpecificationField.Claim, name: String)
    case extensionField
    case unknown(name: String, of: SpecificationObject)
  }

  var base: SourceNode?
  var revision: SourceNode?
  var field: Field
  /// The innermost object of the specification around it, in each document.
  var owners: (base: SourceNode, revision: SourceNode)
}
