/// What about a declaration changes, by which the edit of the description is found that is the cause.
enum SourceAspect: Hashable {
  /// That it is there.
  case existence
  case name
  case type
  /// Whether a value may be left out, or be nil.
  case presence
  case order
  case deprecation
  /// Whether values are sent, or received only, which decides whether their properties can be set.
  case direction
}

extension Rule {
  /// What edits of this kind can change about declarations; nothing for what leaves no trace in Swift.
  var sourceAspects: Set<SourceAspect> {
    switch self {
    case .operationAdded, .operationRemoved, .callbackAdded, .callbackRemoved, .webhookAdded, .webhookRemoved,
      .headerAdded, .headerRemoved, .securitySchemeAdded, .securitySchemeRemoved,
      .enumerationValueAdded, .enumerationValueRemoved, .schemaAdded, .schemaRemoved:
      [.existence, .name]
    case .parameterAdded, .parameterRemoved, .requestBodyAdded, .requestBodyRemoved, .propertyAdded,
      .propertyRemoved:
      [.existence, .name, .type]
    case .mediaTypeAdded, .mediaTypeRemoved, .mediaTypeRenamed, .responseAdded, .responseRemoved,
      .responseStatusChanged, .schemaPresenceChanged, .serverAdded, .serverRemoved, .serverChanged,
      .serverVariableAdded, .serverVariableRemoved, .serverVariableValuesChanged, .unionMemberAdded,
      .unionMemberRemoved, .unionAdded,
      .unionRemoved, .unionKindChanged, .prefixItemAdded, .prefixItemRemoved, .patternPropertyAdded,
      .patternPropertyRemoved, .additionalPropertiesChanged, .unevaluatedPropertiesChanged, .itemsChanged,
      .discriminatorAdded, .discriminatorRemoved, .discriminatorPropertyChanged:
      [.existence, .name, .type, .presence]
    case .operationIDChanged, .operationTagsChanged, .operationMoved, .parameterRenamed, .parameterMoved,
      .securitySchemeRenamed, .serverNameChanged, .unionMemberRenamed, .schemaRenamed:
      [.name, .existence]
    case .parameterBecameRequired, .parameterBecameOptional, .headerBecameRequired, .headerBecameOptional,
      .requestBodyBecameRequired, .requestBodyBecameOptional, .propertyBecameRequired,
      .propertyBecameOptional, .becameNullable, .becameNotNullable, .readOnlyChanged, .writeOnlyChanged:
      [.presence]
    // A default that is not of the format makes text of a value.
    case .defaultChanged: [.type]
    case .typeChanged, .formatChanged, .enumerationAdded, .enumerationRemoved, .constantAdded,
      .constantRemoved, .constantChanged, .contentEncodingChanged, .contentMediaTypeChanged,
      .contentSchemaChanged, .parameterContentChanged, .headerContentChanged, .headerExplodeChanged,
      .securitySchemeTypeChanged, .httpSchemeChanged, .encodingContentTypeChanged:
      [.type, .existence, .name, .presence]
    case .operationDeprecationChanged, .schemaDeprecationChanged, .parameterDeprecationChanged,
      .headerDeprecationChanged:
      [.deprecation]
    default:
      []
    }
  }
}
