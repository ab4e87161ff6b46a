import OpenAPIDescription
import SourceDocuments

/// What the lowering asks of a schema before it decides on a type.
extension Schema {
  /// The types without `null`.
  var valueTypes: [JSONType] { types.filter { $0 != .null } }

  /// Whether this schema itself allows `null`, without following references.
  var allowsNull: Bool {
    (types.contains(.null) && types.count > 1)
      || enumeration?.contains { $0.isNull } ?? false
      || (oneOf + anyOf).contains { $0.isOnlyNull }
  }

  /// Whether `null` is the only value.
  var isOnlyNull: Bool {
    (types == [.null] && enumeration == nil) || constant?.isNull ?? false
      || (enumeration.map { !$0.isEmpty && $0.allSatisfy(\.isNull) } ?? false)
  }

  /// Whether the schema says something about which type a value has, rather than only annotating it.
  var isStructural: Bool {
    boolean == nil
      && (reference != nil || !valueTypes.isEmpty || !properties.isEmpty || enumeration != nil
        || constant != nil
        || items != nil || !allOf.isEmpty || !oneOf.isEmpty || !anyOf.isEmpty || format != nil
        || additionalProperties.map { $0.boolean != false } ?? false || !prefixItems.isEmpty
        || !patternProperties.isEmpty)
  }

  /// Whether keywords that decide on a type stand beside a `$ref`.
  var hasStructureBesideReference: Bool {
    !properties.isEmpty || !allOf.isEmpty || !oneOf.isEmpty || !anyOf.isEmpty || !required.isEmpty
      || enumeration != nil || additionalProperties != nil || items != nil
  }

  /// Whether the schema only restricts what another one declares, such as `{required: [a]}` inside `anyOf`.
  var isOnlyConstraint: Bool {
    let parts = allOf + oneOf + anyOf
    return boolean == nil && reference == nil && properties.isEmpty && enumeration == nil && constant == nil
      && items == nil && parts.allSatisfy(\.isOnlyConstraint) && prefixItems.isEmpty
      && additionalProperties == nil && (types.isEmpty || (types == [.object] && !required.isEmpty))
      && (!required.isEmpty || not != nil || !parts.isEmpty)
  }

  /// Whether a value is an object with members that have names of their own.
  var isObject: Bool {
    valueTypes == [.object] || (valueTypes.isEmpty && (!properties.isEmpty || additionalProperties != nil))
  }

  /// Whether an object may have no members besides those that are declared or match a pattern.
  var forbidsOtherMembers: Bool {
    additionalProperties?.boolean == false || unevaluatedProperties?.boolean == false
  }

  /// Whether an object may have no members at all.
  var forbidsAllMembers: Bool {
    additionalProperties?.boolean == false && properties.isEmpty && patternProperties.isEmpty
  }

  var isArray: Bool {
    valueTypes == [.array] || (valueTypes.isEmpty && (items != nil || !prefixItems.isEmpty))
  }

  /// The type of a value without parts, when the schema describes one.
  var scalar: Scalar? {
    switch valueTypes {
    case [.string]: Scalar(kind: .string, format: contentEncoding == "base64" ? "byte" : effectiveFormat)
    case [.integer]: Scalar(kind: .integer, format: format)
    case [.number], [.integer, .number], [.number, .integer]: Scalar(kind: .number, format: format)
    case [.boolean]: Scalar(kind: .boolean, format: nil)
    case [] where hasListedNumbers: Scalar(kind: .number, format: format)
    case [] where hasListedBooleans: Scalar(kind: .boolean, format: nil)
    case [] where pattern != nil || minLength != nil || maxLength != nil || Self.isStringFormat(format):
      Scalar(kind: .string, format: format)
    default: nil
    }
  }

  /// The format, unless the value that is assumed where there is none is not of it: services answer with that value, too.
  private var effectiveFormat: String? {
    hasDefaultOfFormat ? format : nil
  }

  private var hasListedNumbers: Bool {
    !listedValues.isEmpty && listedValues.allSatisfy { $0.kind == .number }
  }

  private var hasListedBooleans: Bool {
    !listedValues.isEmpty && listedValues.allSatisfy { $0.kind == .boolean }
  }

  /// Whether a format is one of texts, as all are but those of numbers: `int64`, `float64`, `decimal128`.
  private static func isStringFormat(_ format: String?) -> Bool {
    guard let format else { return false }
    return !["int", "uint", "float", "double", "decimal", "number"].contains { format.hasPrefix($0) }
  }
}
