/// A field of an object of the specification, and what becomes of an edit there.
public struct SpecificationField: Sendable {
  /// What stands in a field.
  public enum Shape: Sendable {
    /// A scalar, or a value that has no fields of the specification's.
    case value
    case object(SpecificationObject)
    case list(SpecificationObject)
    /// Names or other scalars, whose order means nothing.
    case names
    case map(SpecificationObject)
    /// Texts by name, such as the mapping of a discriminator.
    case texts
    /// Names with descriptions, such as scopes.
    case describedNames
    /// Lists of alternatives that are not objects of the specification.
    case values
  }

  /// Who accounts for an edit.
  public enum Claim: Sendable {
    /// A rule of the comparison.
    case compared
    /// Nobody, for a reason.
    case waived(String)
    /// Nobody yet.
    case unhandled
  }

  public var shape: Shape
  public var claim: Claim

  static func compared(_ shape: Shape = .value) -> SpecificationField {
    SpecificationField(shape: shape, claim: .compared)
  }

  static func waived(_ reason: String, _ shape: Shape = .value) -> SpecificationField {
    SpecificationField(shape: shape, claim: .waived(reason))
  }

  static func unhandled(_ shape: Shape = .value) -> SpecificationField {
    SpecificationField(shape: shape, claim: .unhandled)
  }
}
