@testable import APIDiff

/// Which edits of ours the check of another tool is about, by its id.
enum RuleMapping {
  /// What an id is about; nil when nobody has mapped it.
  static func rules(for id: String) -> Set<Rule>? {
    if let rules = exact[id] ?? comparator[id] { return rules }
    for (suffix, rules) in suffixes where id.hasSuffix(suffix) { return rules }
    return nil
  }

  /// Checks of a policy that is no part of the specification: announced sunset dates and stability levels in
  /// `x-` fields, and the version of the document.
  static func isPolicy(_ id: String) -> Bool {
    comparatorPolicies.contains(id)
      || id.contains("sunset") && !id.hasPrefix("api-removed") && !id.hasPrefix("api-path-removed")
        && !id.contains("parameter-removed") && !id.hasSuffix("deprecated-with-sunset")
      || id.contains("stability") || id.contains("x-extensible-enum") || id.contains("version-")
      || id == "api-security-component-oauth-scope-changed"
  }

  private static let types: Set<Rule> = [
    .typeChanged, .formatChanged, .unionAdded, .unionRemoved, .schemaPresenceChanged, .itemsChanged,
    .enumerationAdded, .enumerationRemoved, .becameNullable, .becameNotNullable, .minLengthChanged,
  ]
  private static let anySchema = Set(Rule.allCases)
  private static let unions: Set<Rule> = [
    .unionMemberAdded, .unionMemberRemoved, .unionMemberRenamed, .unionAdded, .unionRemoved, .typeChanged,
    .becameNullable, .becameNotNullable, .unionKindChanged, .propertyAdded, .propertyRemoved,
    .enumerationValueAdded, .enumerationValueRemoved,
  ]
  private static let conditions: Set<Rule> = [.conditionChanged]
  private static let discriminators: Set<Rule> = [
    .discriminatorAdded, .discriminatorRemoved, .discriminatorPropertyChanged, .discriminatorValueAdded,
    .discriminatorValueRemoved, .discriminatorValueChanged, .unionMemberAdded, .unionMemberRemoved,
    .unionMemberRenamed,
  ]

  private static let exact: [String: Set<Rule>] = [
    "endpoint-added": [.operationAdded],
    "endpoint-deprecated": [.operationDeprecationChanged],
    "endpoint-deprecated-with-sunset": [.operationDeprecationChanged],
    "endpoint-reactivated": [.operationDeprecationChanged],
    "webhook-added": [.webhookAdded],
    "webhook-removed": [.webhookRemoved],
    "api-operation-id-added": [.operationIDChanged],
    "api-operation-id-removed": [.operationIDChanged],
    "api-schema-removed": [.schemaRemoved, .schemaRenamed],
    "api-tag-added": [.operationTagsChanged],
    "api-tag-removed": [.operationTagsChanged],
    "api-security-added": [
      .securityAlternativeAdded, .securityTightened, .securityRelaxed, .securityAlternativeRemoved,
    ],
    "api-global-security-added": [
      .securityAlternativeAdded, .securityTightened, .securityRelaxed, .securityAlternativeRemoved,
    ],
    "api-security-removed": [
      .securityAlternativeRemoved, .securityRelaxed, .securityTightened, .securityAlternativeAdded,
    ],
    "api-global-security-removed": [
      .securityAlternativeRemoved, .securityRelaxed, .securityTightened, .securityAlternativeAdded,
    ],
    "api-security-scope-added": [.securityTightened, .securityAlternativeRemoved],
    "api-global-security-scope-added": [.securityTightened, .securityAlternativeRemoved],
    "api-security-scope-removed": [.securityRelaxed, .securityAlternativeAdded],
    "api-global-security-scope-removed": [.securityRelaxed, .securityAlternativeAdded],
    "api-security-component-added": [.securitySchemeAdded, .securitySchemeRenamed],
    "api-security-component-removed": [.securitySchemeRemoved, .securitySchemeRenamed],
    "api-security-component-type-changed": [.securitySchemeTypeChanged],
    "api-security-component-oauth-scope-added": [.oauthScopeAdded],
    "api-security-component-oauth-scope-removed": [.oauthScopeRemoved],
    "api-security-component-oauth-token-url-changed": [.oauthAddressChanged],
    "api-security-component-oauth-url-changed": [.oauthAddressChanged],
    "new-optional-request-default-parameter-to-existing-path": [.parameterAdded],
    "new-required-request-default-parameter-to-existing-path": [.parameterAdded],
    "new-optional-request-parameter": [.parameterAdded, .parameterMoved],
    "new-required-request-parameter": [.parameterAdded, .parameterMoved],
    "new-request-path-parameter": [.parameterAdded, .parameterMoved, .parameterRenamed, .operationMoved],
    "request-parameter-removed": [.parameterRemoved, .parameterMoved],
    "request-parameter-removed-with-deprecation": [.parameterRemoved, .parameterMoved],
    "request-parameter-removed-before-sunset": [.parameterRemoved, .parameterMoved],
    "request-parameter-became-required": [.parameterBecameRequired],
    "request-parameter-became-optional": [.parameterBecameOptional],
    "request-parameter-deprecated": [.parameterDeprecationChanged, .schemaDeprecationChanged],
    "request-parameter-deprecated-with-sunset": [.parameterDeprecationChanged],
    "request-parameter-reactivated": [.parameterDeprecationChanged],
    "request-body-added-required": [.requestBodyAdded],
    "request-body-added-optional": [.requestBodyAdded],
    "request-body-removed": [.requestBodyRemoved],
    "request-body-became-required": [.requestBodyBecameRequired],
    "request-body-became-optional": [.requestBodyBecameOptional],
    "response-header-added": [.headerAdded],
    "required-response-header-removed": [.headerRemoved],
    "optional-response-header-removed": [.headerRemoved],
    "response-header-became-optional": [.headerBecameOptional],
    "response-header-became-required": [.headerBecameRequired],
    "response-success-status-added": [.responseAdded, .responseStatusChanged],
    "response-success-status-removed": [.responseRemoved, .responseStatusChanged],
    "response-non-success-status-added": [.responseAdded, .responseStatusChanged],
    "response-non-success-status-removed": [.responseRemoved, .responseStatusChanged],
    "response-media-type-added": [.mediaTypeAdded, .mediaTypeRenamed],
    "response-media-type-removed": [.mediaTypeRemoved, .mediaTypeRenamed],
    "response-media-type-name-changed": [.mediaTypeRenamed],
    "response-media-type-name-generalized": [.mediaTypeRenamed],
    "response-media-type-name-specialized": [.mediaTypeRenamed],
    "request-body-media-type-added": [.mediaTypeAdded, .mediaTypeRenamed],
    "request-body-media-type-removed": [.mediaTypeRemoved, .mediaTypeRenamed],
  ]

  private static let suffixes: [(String, Set<Rule>)] = [
    ("media-type-schema-added", [.schemaPresenceChanged]),
    ("media-type-schema-removed", [.schemaPresenceChanged]),
    ("item-schema-added", [.schemaPresenceChanged]),
    ("item-schema-removed", [.schemaPresenceChanged]),
    ("item-schema-removed-untyped", [.schemaPresenceChanged]),
    ("removed-before-sunset", [.operationRemoved, .operationMoved]),
    ("removed-with-deprecation", [.operationRemoved, .operationMoved]),
    ("removed-without-deprecation", [.operationRemoved, .operationMoved]),
    ("all-of-added", anySchema), ("all-of-removed", anySchema),
    ("annotation-only", anySchema),
    ("any-of-added", unions), ("any-of-removed", unions), ("one-of-added", unions),
    ("one-of-removed", unions), ("wrapped-in-one-of", unions),
    ("became-enum", [.enumerationAdded, .constantAdded]),
    ("enum-value-added", [.enumerationValueAdded, .enumerationAdded, .enumerationRemoved]),
    ("enum-value-removed", [.enumerationValueRemoved, .enumerationRemoved, .enumerationAdded]),
    ("became-not-nullable", [.becameNotNullable, .typeChanged]),
    ("became-nullable", [.becameNullable, .typeChanged]),
    ("became-not-read-only", [.readOnlyChanged]), ("became-read-only", [.readOnlyChanged]),
    ("became-not-write-only", [.writeOnlyChanged]), ("became-write-only", [.writeOnlyChanged]),
    ("property-became-optional", [.propertyBecameOptional]),
    ("property-became-required", [.propertyBecameRequired]),
    ("became-required-with-default", [.propertyBecameRequired]),
    ("const-added", [.constantAdded, .enumerationAdded]),
    ("const-removed", [.constantRemoved, .enumerationRemoved]),
    ("const-changed", [.constantChanged, .enumerationValueAdded, .enumerationValueRemoved]),
    ("max-contains-decreased", [.containsChanged]), ("max-contains-increased", [.containsChanged]),
    ("min-contains-decreased", [.containsChanged]), ("min-contains-increased", [.containsChanged]),
    ("contains-added", [.containsChanged]), ("contains-removed", [.containsChanged]),
    ("content-encoding-changed", [.contentEncodingChanged]),
    ("content-media-type-changed", [.contentMediaTypeChanged]),
    ("content-schema-added", [.contentSchemaChanged]), ("content-schema-removed", [.contentSchemaChanged]),
    ("default-value-added", [.defaultChanged]), ("default-value-changed", [.defaultChanged]),
    ("default-value-removed", [.defaultChanged]),
    ("dependent-required-added", [.dependentRequiredChanged]),
    ("dependent-required-changed", [.dependentRequiredChanged]),
    ("dependent-required-removed", [.dependentRequiredChanged]),
    ("dependent-schema-added", [.dependentSchemasChanged]),
    ("dependent-schema-removed", [.dependentSchemasChanged]),
    ("property-deprecated", [.schemaDeprecationChanged]),
    ("property-deprecated-with-sunset", [.schemaDeprecationChanged]),
    ("property-reactivated", [.schemaDeprecationChanged]),
    ("discriminator-added", discriminators), ("discriminator-removed", discriminators),
    ("discriminator-mapping-added", discriminators), ("discriminator-mapping-changed", discriminators),
    ("discriminator-mapping-deleted", discriminators),
    ("discriminator-property-name-changed", discriminators),
    ("if-added", conditions), ("if-removed", conditions), ("then-added", conditions),
    ("then-removed", conditions), ("else-added", conditions), ("else-removed", conditions),
    ("list-of-types-narrowed", types), ("list-of-types-widened", types), ("type-changed", types),
    ("type-compatible", types), ("type-generalized", types), ("type-specialized", types),
    ("max-length-decreased", [.maxLengthChanged]), ("max-length-increased", [.maxLengthChanged]),
    ("max-length-set", [.maxLengthChanged]), ("max-length-unset", [.maxLengthChanged]),
    ("min-length-decreased", [.minLengthChanged]), ("min-length-increased", [.minLengthChanged]),
    ("max-items-decreased", [.maxItemsChanged]), ("max-items-increased", [.maxItemsChanged]),
    ("max-items-set", [.maxItemsChanged]),
    ("min-items-decreased", [.minItemsChanged]), ("min-items-increased", [.minItemsChanged]),
    ("min-items-set", [.minItemsChanged]), ("min-items-unset", [.minItemsChanged]),
    ("max-properties-decreased", [.maxPropertiesChanged]),
    ("max-properties-increased", [.maxPropertiesChanged]),
    ("max-properties-set", [.maxPropertiesChanged]),
    ("min-properties-decreased", [.minPropertiesChanged]),
    ("min-properties-increased", [.minPropertiesChanged]),
    ("unique-items-set", [.uniqueItemsChanged]), ("unique-items-unset", [.uniqueItemsChanged]),
    ("multiple-of-changed", [.multipleOfChanged]), ("multiple-of-generalized", [.multipleOfChanged]),
    ("multiple-of-set", [.multipleOfChanged]), ("multiple-of-specialized", [.multipleOfChanged]),
    ("multiple-of-unset", [.multipleOfChanged]),
    ("max-decreased", [.maximumChanged]), ("max-increased", [.maximumChanged]),
    ("max-set", [.maximumChanged]),
    ("min-decreased", [.minimumChanged]), ("min-increased", [.minimumChanged]),
    ("min-set", [.minimumChanged]),
    ("pattern-property-added", [.patternPropertyAdded]),
    ("pattern-property-removed", [.patternPropertyRemoved]),
    ("pattern-added", [.patternChanged]), ("pattern-changed", [.patternChanged]),
    ("pattern-generalized", [.patternChanged]), ("pattern-removed", [.patternChanged]),
    ("prefix-items-added", [.prefixItemAdded]), ("prefix-items-removed", [.prefixItemRemoved]),
    ("property-names-added", [.propertyNamesChanged]), ("property-names-removed", [.propertyNamesChanged]),
    ("unevaluated-items-added", [.unevaluatedItemsChanged]),
    ("unevaluated-items-removed", [.unevaluatedItemsChanged]),
    ("unevaluated-properties-added", [.unevaluatedPropertiesChanged]),
    ("unevaluated-properties-removed", [.unevaluatedPropertiesChanged]),
    ("property-added", [.propertyAdded]), ("property-removed", [.propertyRemoved]),
    ("new-optional-request-property", [.propertyAdded]), ("new-required-request-property", [.propertyAdded]),
    ("new-required-request-header-property", [.propertyAdded]),
    ("new-required-request-property-with-default", [.propertyAdded]),
  ]
}
