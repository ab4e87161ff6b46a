import SourceDocuments
import Testing

@testable import APIDiff
@testable import OpenAPIDescription

/// Every field of every specification object that is read is claimed by a rule or waived with a reason.
struct ClaimTests {
  /// Fields that are named otherwise in Swift than in the specification.
  private static let names: [String: String] = [
    "isRequired": "required", "isDeprecated": "deprecated", "isReadOnly": "readOnly",
    "isWriteOnly": "writeOnly",
    "operationID": "operationId", "operationReference": "operationRef", "allowsReserved": "allowReserved",
    "allowsEmptyValue": "allowEmptyValue", "location": "in", "externalDocumentation": "externalDocs",
    "defaultValue": "default", "enumeration": "enum", "constant": "const", "reference": "$ref",
    "definitions": "$defs", "types": "type", "ifSchema": "if", "thenSchema": "then", "elseSchema": "else",
    "authorizationURL": "authorizationUrl", "tokenURL": "tokenUrl", "refreshURL": "refreshUrl",
    "metadataURL": "oauth2MetadataUrl", "deviceAuthorizationURL": "deviceAuthorizationUrl",
    "itemEncodings": "itemEncoding",
  ]

  /// What a stored property is if it is no field, with the reason.
  private static let noFields: [String: String] = [
    "origin": "the place in the text",
    "componentName": "the key of the object that contains it",
    "schemas of OpenAPIDocument": "the store of what stands elsewhere",
    "version of OpenAPIDocument": "the field `openapi`",
    "path of PathItem": "the key of the object that contains it",
    "operations of PathItem": "the fields named after methods",
    "method of Operation": "the key of the object that contains it",
    "status of Response": "the key of the object that contains it",
    "kind of SecurityScheme": "the fields that differ by `type`, tested with the schemes",
    "kind of OAuthFlow": "the key of the object that contains it",
    "boolean of Schema": "a schema that is no object",
    "reference of Schema": "compared by what it leads to",
    "name": "the key of the object that contains it, where it is no field",
    "propertyName of Encoding": "the key of the object that contains it",
    "defaultTarget of Discriminator": "what the field `defaultMapping` leads to",
    "extensions": "fields whose names start with x-",
  ]

  @Test func everyFieldIsClaimed() throws {
    let text = try DocumentLoader().load(Repository.folder + "/Tests/DiffCases/everything.yaml")
    let document = try #require(OpenAPIReader.read(text, loader: DocumentLoader()).document)
    var walk = ObjectWalk()
    walk.visit(document)
    #expect(walk.types.count >= 20, "the walk has not met enough objects: \(walk.types.keys.sorted())")
    var unclaimed: [String] = []
    for (type, properties) in walk.types.sorted(by: { $0.key < $1.key }) {
      guard let object = Self.objects[type] else {
        unclaimed.append("\(type) is no object of the specification that is known")
        continue
      }
      for property in properties.sorted() {
        let field = Self.names[property] ?? property
        let isKnown =
          object.fields[field] != nil || Self.noFields[property] != nil
          || Self.noFields["\(property) of \(type)"] != nil
        if !isKnown { unclaimed.append("\(type).\(property)") }
      }
    }
    #expect(unclaimed == [])
  }

  /// What is waived says why.
  @Test func whatIsWaivedHasAReason() {
    for object in SpecificationObject.allCases {
      for (name, field) in object.fields {
        if case .waived(let reason) = field.claim { #expect(!reason.isEmpty, "\(object.rawValue).\(name)") }
      }
    }
  }

  private static let objects: [String: SpecificationObject] = [
    "OpenAPIDocument": .openAPI, "Info": .info, "Contact": .contact, "License": .license, "Server": .server,
    "ServerVariable": .serverVariable, "Components": .components, "PathItem": .pathItem,
    "Operation": .operation,
    "ExternalDocumentation": .externalDocumentation, "Parameter": .parameter, "RequestBody": .requestBody,
    "MediaType": .mediaType, "Encoding": .encoding, "Response": .response, "Example": .example, "Link": .link,
    "Header": .header, "Tag": .tag, "Schema": .schema, "Discriminator": .discriminator,
    "SecurityScheme": .securityScheme, "OAuthFlow": .oauthFlow, "XML": .xml,
  ]
}

/// Collects the stored properties of every specification object that a document leads to.
private struct ObjectWalk {
  private(set) var types: [String: Set<String>] = [:]
  private var seen: Set<ObjectIdentifier> = []

  /// Values that stand for keys, lists or scalars and have no fields of their own.
  private static let plain: Set<String> = [
    "SourceNode", "SpecificationVersion", "SpecificationExtension", "SourceNumber", "ResponseStatus",
    "SecurityRequirement", "Scheme", "OAuthScope", "LinkParameter", "DiscriminatorMapping", "NamedSchema",
    "Property", "SchemaReference", "SchemaStore", "DependentRequired", "Webhook", "Callback", "JSONType",
    "ParameterLocation", "ParameterStyle", "Kind", "Box", "ObjectKeywords", "ArrayKeywords", "StringKeywords",
    "NumberKeywords", "CompositionKeywords",
  ]
  /// Of those, the ones that hold further objects.
  private static let closed: Set<String> = ["SourceNode", "SchemaStore", "SchemaReference", "SourceNumber"]

  mutating func visit(_ value: Any) {
    let mirror = Mirror(reflecting: value)
    let name = String(describing: mirror.subjectType).prefix { $0 != "<" }
    let type = String(name)
    if Self.closed.contains(type) { return }
    if mirror.displayStyle == .class, !seen.insert(ObjectIdentifier(value as AnyObject)).inserted { return }
    let isObject =
      (mirror.displayStyle == .struct || mirror.displayStyle == .class) && !Self.plain.contains(type)
      && !["Array", "Dictionary", "Set", "String", "Int", "Bool", "Optional"].contains(type)
    for child in mirror.children {
      if isObject, let label = child.label {
        if !["object", "array", "text", "number", "composition"].contains(label) {
          types[type, default: []].insert(label)
        }
      }
      if ["ObjectKeywords", "ArrayKeywords", "StringKeywords", "NumberKeywords", "CompositionKeywords"]
        .contains(type),
        let label = child.label
      {
        types["Schema", default: []].insert(label)
      }
      visit(child.value)
    }
  }
}
