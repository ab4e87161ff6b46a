/// The keywords of schemas that are known, by the way they are read.
enum SchemaKeyword: String, CaseIterable {
  // Both dialects (OpenAPI 3.0.4 §4.7.24).
  case reference = "$ref"
  case title, description, type, format, `default`, example, deprecated, readOnly, writeOnly
  case enumeration = "enum"
  case properties, required, additionalProperties, minProperties, maxProperties
  case items, minItems, maxItems, uniqueItems
  case minLength, maxLength, pattern
  case minimum, maximum, exclusiveMinimum, exclusiveMaximum, multipleOf
  case allOf, oneOf, anyOf, not, discriminator
  case xml, externalDocs

  // OpenAPI 3.0 only.
  case nullable

  // Swagger 2.0 only, in the schemas of parameters.
  case collectionFormat

  // JSON Schema 2020-12, since OpenAPI 3.1.
  case constant = "const"
  case examples
  case patternProperties, propertyNames, unevaluatedProperties, dependentRequired,
    dependentSchemas
  case prefixItems, contains, minContains, maxContains, unevaluatedItems
  case ifSchema = "if"
  case thenSchema = "then"
  case elseSchema = "else"
  case contentEncoding, contentMediaType
  case definitions = "$defs"

  // Known, without meaning for what is generated.
  case schemaDialect = "$schema"
  case identifier = "$id"
  case anchor = "$anchor"
  case dynamicReference = "$dynamicRef"
  case dynamicAnchor = "$dynamicAnchor"
  case vocabulary = "$vocabulary"
  case comment = "$comment"
  case contentSchema

  // Earlier drafts of JSON Schema, which 2020-12 keeps known.
  case oldDefinitions = "definitions"
  case dependencies

  /// The keyword of a name. A table, because keywords are looked up for every member of every schema.
  init?(name: String) {
    guard let keyword = Self.byName[name] else { return nil }
    self = keyword
  }

  private static let byName = Dictionary(uniqueKeysWithValues: allCases.map { ($0.rawValue, $0) })

  static let names = allCases.map(\.rawValue)

  /// The first dialect that has the keyword.
  var since: Dialect {
    switch self {
    case .constant, .examples, .patternProperties, .propertyNames, .unevaluatedProperties,
      .dependentRequired, .prefixItems, .contains, .unevaluatedItems, .ifSchema, .thenSchema, .elseSchema,
      .contentEncoding, .contentMediaType, .definitions, .dynamicReference, .dynamicAnchor, .vocabulary,
      .minContains, .maxContains, .dependentSchemas, .contentSchema:
      .openAPI31
    case .oneOf, .anyOf, .not, .nullable, .deprecated, .writeOnly:
      .openAPI30
    default:
      .swagger20
    }
  }

  /// Whether the keyword describes without restricting values, so that it makes sense beside a reference.
  var isAnnotation: Bool {
    switch self {
    case .title, .description, .default, .example, .examples, .deprecated, .readOnly, .writeOnly, .xml,
      .externalDocs, .comment:
      true
    default:
      false
    }
  }
}
