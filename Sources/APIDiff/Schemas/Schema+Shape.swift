import OpenAPIDescription
import SourceDocuments

extension Schema {
  /// Whether nothing stands beside the reference that changes what is valid.
  var isBareReference: Bool {
    reference != nil && types.isEmpty && format == nil && enumeration == nil && constant == nil
      && defaultValue == nil && !isReadOnly && !isWriteOnly && !isDeprecated && properties.isEmpty
      && required.isEmpty && additionalProperties == nil && items == nil && !hasRareKeywords
  }

  /// Whether the only value is null.
  var isOnlyNull: Bool {
    if types == [.null] { return true }
    guard types.isEmpty, reference == nil else { return false }
    if let constant { return constant.isNull }
    return enumeration?.allSatisfy(\.isNull) ?? false
  }

  /// Whether it demands types and nothing else.
  var isBareType: Bool {
    !types.isEmpty && reference == nil && format == nil && enumeration == nil && constant == nil
      && properties.isEmpty && required.isEmpty && additionalProperties == nil && items == nil
      && !hasRareKeywords
  }

  /// Whether it lists scalar values and demands nothing else but their type.
  var isBareConstant: Bool {
    guard reference == nil, format == nil, properties.isEmpty, required.isEmpty, additionalProperties == nil,
      items == nil, !hasRareKeywords
    else { return false }
    let values = constant.map { [$0] } ?? enumeration ?? []
    return !values.isEmpty && values.allSatisfy { $0.kind != .object && $0.kind != .array }
  }

  private var hasRareKeywords: Bool {
    minimum != nil || maximum != nil || exclusiveMinimum != nil || exclusiveMaximum != nil
      || multipleOf != nil || minLength != nil || maxLength != nil || pattern != nil
      || contentEncoding != nil || contentMediaType != nil || !prefixItems.isEmpty || contains != nil
      || unevaluatedItems != nil || minItems != nil || maxItems != nil || uniqueItems
      || !patternProperties.isEmpty || propertyNames != nil || unevaluatedProperties != nil
      || minProperties != nil || maxProperties != nil || !dependentRequired.isEmpty || !allOf.isEmpty
      || !oneOf.isEmpty || !anyOf.isEmpty || not != nil || ifSchema != nil || thenSchema != nil
      || elseSchema != nil || discriminator != nil
  }

  /// The name it is registered under, where it stands among the schemas of its document.
  var componentName: String? {
    guard let parent = origin.parent, let key = origin.key else { return nil }
    let isComponent = parent.key == "schemas" && parent.parent?.key == "components"
    let isDefinition = parent.key == "definitions" && parent.parent?.parent == nil
    return isComponent || isDefinition ? key : nil
  }
}
