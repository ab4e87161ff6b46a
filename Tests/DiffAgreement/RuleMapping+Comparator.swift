@testable import APIDiff

extension RuleMapping {
  /// What the ids of criteo/openapi-comparator are about. Its levels depend on whether the major number of the
  /// document's version was raised, so only the edits are held against ours.
  static let comparator: [String: Set<Rule>] = [
    "AddedAdditionalProperties": [.additionalPropertiesChanged],
    "RemovedAdditionalProperties": [.additionalPropertiesChanged],
    "AddedEnumValue": [.enumerationValueAdded, .enumerationAdded],
    "RemovedEnumValue": [.enumerationValueRemoved, .enumerationRemoved],
    "AddedOperation": [.operationAdded],
    "RemovedOperation": [.operationRemoved],
    "AddedPath": [.operationAdded],
    "RemovedPath": [.operationRemoved, .operationMoved],
    "ModifiedOperationId": [.operationIDChanged],
    "AddedOptionalProperty": [.propertyAdded],
    "AddedPropertyInResponse": [.propertyAdded],
    "AddedReadOnlyPropertyInResponse": [.propertyAdded],
    "AddedRequiredProperty": [.propertyAdded, .propertyBecameRequired],
    "RemovedProperty": [.propertyRemoved],
    "AddedRequestBody": [.requestBodyAdded],
    "RemovedRequestBody": [.requestBodyRemoved],
    "AddedSchema": [.schemaPresenceChanged, .mediaTypeAdded],
    "RemovedDefinition": [.schemaRemoved, .schemaRenamed],
    "AddingHeader": [.headerAdded],
    "RemovingHeader": [.headerRemoved],
    "AddingOptionalParameter": [.parameterAdded],
    "AddingRequiredParameter": [.parameterAdded],
    "RemovedRequiredParameter": [.parameterRemoved],
    "RemovedClientParameter": [.parameterRemoved],
    "ParameterInHasChanged": [.parameterMoved, .parameterAdded, .parameterRemoved],
    "ParameterStyleChanged": [.parameterStyleChanged],
    "AddingResponseCode": [.responseAdded, .responseStatusChanged],
    "RemovedResponseCode": [.responseRemoved, .responseStatusChanged],
    "RequestBodyFormatNoLongerSupported": [.mediaTypeRemoved, .mediaTypeRenamed],
    "RequestBodyFormatNowSupported": [.mediaTypeAdded, .mediaTypeRenamed],
    "ResponseBodyFormatNowSupported": [.mediaTypeAdded, .mediaTypeRenamed],
    "ServerNoLongerSupported": [.serverRemoved, .serverChanged, .defaultServerChanged],
    "RequiredStatusChange": [
      .parameterBecameRequired, .parameterBecameOptional, .requestBodyBecameRequired,
      .requestBodyBecameOptional,
      .propertyBecameRequired, .propertyBecameOptional, .headerBecameRequired, .headerBecameOptional,
    ],
    "NullablePropertyChanged": [.becameNullable, .becameNotNullable],
    "ReadonlyPropertyChanged": [.readOnlyChanged],
    "DefaultValueChanged": [.defaultChanged],
    "TypeChanged": [
      .typeChanged, .becameNullable, .becameNotNullable, .enumerationAdded, .unionAdded, .unionRemoved,
    ],
    "TypeFormatChanged": [.formatChanged],
    "ConstantStatusHasChanged": [.enumerationAdded, .enumerationRemoved, .constantAdded, .constantRemoved],
    "ConstraintChanged": limits,
    "ConstraintIsStronger": limits,
    "ConstraintIsWeaker": limits,
    "DifferentAllOf": Set(Rule.allCases),
    "DifferentOneOf": Set(Rule.allCases),
    "DifferentDiscriminator": [
      .discriminatorAdded, .discriminatorRemoved, .discriminatorPropertyChanged, .discriminatorValueAdded,
      .discriminatorValueRemoved, .discriminatorValueChanged,
    ],
    "ReferenceRedirection": Set(Rule.allCases),
  ]

  private static let limits: Set<Rule> = [
    .minimumChanged, .maximumChanged, .multipleOfChanged, .minLengthChanged, .maxLengthChanged,
    .patternChanged,
    .minItemsChanged, .maxItemsChanged, .uniqueItemsChanged, .minPropertiesChanged, .maxPropertiesChanged,
    .enumerationAdded, .enumerationRemoved, .enumerationValueAdded, .enumerationValueRemoved,
  ]

  /// What is no edit of a message: the version of the document, a field `x-`, and the order of parameters, which the
  /// comparison of the Swift source judges.
  static let comparatorPolicies: Set<String> = [
    "NoVersionChange", "VersionsReversed", "LongRunningOperationExtensionChanged", "ChangedParameterOrder",
  ]
}
