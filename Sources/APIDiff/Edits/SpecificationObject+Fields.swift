extension SpecificationObject {
  /// Why fields are not compared.
  static let prose = "it describes and restricts nothing"
  private static let identity = "it says who offers the API, not how it behaves"
  static let examples = "examples restrict nothing"

  /// The fields of the object with what becomes of edits there. Fields that start with `x-` have no meaning
  /// in the specification; all others are unhandled.
  public var fields: [String: SpecificationField] {
    switch self {
    case .openAPI: Self.openAPIFields
    case .info: Self.infoFields
    case .contact, .license: Self.identityFields
    case .server: Self.serverFields
    case .serverVariable: Self.serverVariableFields
    case .components: Self.componentsFields
    case .pathItem: Self.pathItemFields
    case .operation: Self.operationFields
    case .externalDocumentation: ["url": .waived(Self.prose), "description": .waived(Self.prose)]
    case .parameter: Self.parameterFields
    case .header: Self.parameterFields.filter { $0.key != "in" && $0.key != "name" }
    case .requestBody: Self.requestBodyFields
    case .mediaType: Self.mediaTypeFields
    case .encoding: Self.encodingFields
    case .response: Self.responseFields
    case .callback: [:]
    case .example: Self.exampleFields
    case .link: Self.linkFields
    case .tag: Self.tagFields
    case .schema: Self.schemaFields
    case .discriminator: Self.discriminatorFields
    case .securityScheme: Self.securitySchemeFields
    case .oauthFlows: Self.oauthFlowsFields
    case .oauthFlow: Self.oauthFlowFields
    case .xml: [:]
    case .swagger: Self.swaggerFields
    case .swaggerPathItem: Self.swaggerPathItemFields
    case .swaggerOperation: Self.swaggerOperationFields
    case .swaggerParameter: Self.swaggerParameterFields
    case .swaggerHeader: Self.swaggerHeaderFields
    case .swaggerItems: Self.swaggerItemsFields
    case .swaggerResponse: Self.swaggerResponseFields
    case .swaggerSecurityScheme: Self.swaggerSecuritySchemeFields
    }
  }

  private static let openAPIFields: [String: SpecificationField] = [
    "openapi": .waived("the version of the specification; what follows from it is compared"),
    "$self": .waived("it names the document"),
    "jsonSchemaDialect": .unhandled(),
    "info": .compared(.object(.info)),
    "servers": .compared(.list(.server)),
    "paths": .compared(.map(.pathItem)),
    "webhooks": .compared(.map(.pathItem)),
    "x-webhooks": .compared(.map(.pathItem)),
    "components": .compared(.object(.components)),
    "security": .compared(.values),
    "tags": .waived(prose, .list(.tag)),
    "externalDocs": .waived(prose, .object(.externalDocumentation)),
  ]

  private static let infoFields: [String: SpecificationField] = [
    "title": .waived(identity),
    "version": .waived("it is compared with the version that is owed"),
    "summary": .waived(prose),
    "description": .waived(prose),
    "termsOfService": .waived(identity),
    "contact": .waived(identity, .object(.contact)),
    "license": .waived(identity, .object(.license)),
  ]

  private static let identityFields: [String: SpecificationField] = [
    "name": .waived(identity),
    "url": .waived(identity),
    "email": .waived(identity),
    "identifier": .waived(identity),
  ]

  private static let serverFields: [String: SpecificationField] = [
    "url": .compared(),
    "name": .compared(),
    "description": .waived(prose),
    "variables": .compared(.map(.serverVariable)),
  ]

  private static let serverVariableFields: [String: SpecificationField] = [
    "default": .compared(),
    "enum": .compared(.names),
    "description": .waived(prose),
  ]

  private static let componentsFields: [String: SpecificationField] = [
    "schemas": .compared(.map(.schema)),
    "responses": .compared(.map(.response)),
    "parameters": .compared(.map(.parameter)),
    "requestBodies": .compared(.map(.requestBody)),
    "headers": .compared(.map(.header)),
    "securitySchemes": .compared(.map(.securityScheme)),
    "links": .compared(.map(.link)),
    "callbacks": .compared(.map(.callback)),
    "pathItems": .compared(.map(.pathItem)),
    "mediaTypes": .compared(.map(.mediaType)),
    "examples": .waived(examples, .map(.example)),
  ]

  private static let pathItemFields: [String: SpecificationField] = [
    "summary": .waived(prose),
    "description": .waived(prose),
    "servers": .compared(.list(.server)),
    "parameters": .compared(.list(.parameter)),
    "get": .compared(.object(.operation)),
    "put": .compared(.object(.operation)),
    "post": .compared(.object(.operation)),
    "delete": .compared(.object(.operation)),
    "options": .compared(.object(.operation)),
    "head": .compared(.object(.operation)),
    "patch": .compared(.object(.operation)),
    "trace": .compared(.object(.operation)),
    "query": .compared(.object(.operation)),
    "additionalOperations": .compared(.map(.operation)),
  ]

  private static let operationFields: [String: SpecificationField] = [
    "operationId": .compared(),
    "tags": .compared(.names),
    "summary": .waived(prose),
    "description": .waived(prose),
    "externalDocs": .waived(prose, .object(.externalDocumentation)),
    "parameters": .compared(.list(.parameter)),
    "requestBody": .compared(.object(.requestBody)),
    "responses": .compared(.map(.response)),
    "callbacks": .compared(.map(.callback)),
    "deprecated": .compared(),
    "security": .compared(.values),
    "servers": .compared(.list(.server)),
  ]

  private static let parameterFields: [String: SpecificationField] = [
    "name": .compared(),
    "in": .compared(),
    "description": .waived(prose),
    "required": .compared(),
    "deprecated": .compared(),
    "allowReserved": .compared(),
    "allowEmptyValue": .compared(),
    "style": .compared(),
    "explode": .compared(),
    "schema": .compared(.object(.schema)),
    "content": .compared(.map(.mediaType)),
    "example": .waived(examples),
    "examples": .waived(examples, .map(.example)),
  ]

  private static let requestBodyFields: [String: SpecificationField] = [
    "description": .waived(prose),
    "required": .compared(),
    "content": .compared(.map(.mediaType)),
  ]

  private static let mediaTypeFields: [String: SpecificationField] = [
    "schema": .compared(.object(.schema)),
    "itemSchema": .compared(.object(.schema)),
    "encoding": .compared(.map(.encoding)),
    "prefixEncoding": .compared(.list(.encoding)),
    "itemEncoding": .compared(.object(.encoding)),
    "example": .waived(examples),
    "examples": .waived(examples, .map(.example)),
  ]

  private static let encodingFields: [String: SpecificationField] = [
    "encoding": .unhandled(.map(.encoding)),
    "prefixEncoding": .unhandled(.list(.encoding)),
    "itemEncoding": .unhandled(.object(.encoding)),
    "contentType": .compared(),
    "headers": .compared(.map(.header)),
    "style": .compared(),
    "explode": .compared(),
    "allowReserved": .compared(),
  ]

  private static let responseFields: [String: SpecificationField] = [
    "summary": .waived(prose),
    "description": .waived(prose),
    "headers": .compared(.map(.header)),
    "content": .compared(.map(.mediaType)),
    "links": .compared(.map(.link)),
  ]

  private static let exampleFields: [String: SpecificationField] = [
    "summary": .waived(prose),
    "description": .waived(prose),
    "value": .waived(examples),
    "dataValue": .waived(examples),
    "serializedValue": .waived(examples),
    "externalValue": .waived(examples),
  ]

  private static let linkFields: [String: SpecificationField] = [
    "operationId": .compared(),
    "operationRef": .compared(),
    "parameters": .compared(),
    "requestBody": .compared(),
    "server": .compared(),
    "description": .waived(prose),
  ]

  private static let tagFields: [String: SpecificationField] = [
    "name": .waived("operations say which tags they have"),
    "summary": .waived(prose),
    "description": .waived(prose),
    "externalDocs": .waived(prose, .object(.externalDocumentation)),
    "parent": .waived("it arranges documentation"),
    "kind": .waived("it arranges documentation"),
  ]

  private static let discriminatorFields: [String: SpecificationField] = [
    "propertyName": .compared(),
    "mapping": .compared(.texts),
    "defaultMapping": .compared(),
  ]

  private static let securitySchemeFields: [String: SpecificationField] = [
    "type": .compared(),
    "description": .waived(prose),
    "name": .compared(),
    "in": .compared(),
    "scheme": .compared(),
    "bearerFormat": .compared(),
    "flows": .compared(.object(.oauthFlows)),
    "openIdConnectUrl": .compared(),
    "oauth2MetadataUrl": .compared(),
    "deprecated": .compared(),
  ]

  private static let oauthFlowsFields: [String: SpecificationField] = [
    "implicit": .compared(.object(.oauthFlow)),
    "password": .compared(.object(.oauthFlow)),
    "clientCredentials": .compared(.object(.oauthFlow)),
    "authorizationCode": .compared(.object(.oauthFlow)),
    "deviceAuthorization": .compared(.object(.oauthFlow)),
  ]

  private static let oauthFlowFields: [String: SpecificationField] = [
    "authorizationUrl": .compared(),
    "deviceAuthorizationUrl": .unhandled(),
    "tokenUrl": .compared(),
    "refreshUrl": .compared(),
    "scopes": .compared(.describedNames),
  ]

  private static let schemaFields: [String: SpecificationField] = [
    "title": .waived("it describes; where it names a union member, the source is compared"),
    "description": .waived(prose),
    "example": .waived(examples),
    "examples": .waived(examples),
    "externalDocs": .waived(prose, .object(.externalDocumentation)),
    "$comment": .waived(prose),
    "$schema": .unhandled(),
    "$vocabulary": .unhandled(),
    "$id": .waived("it names the schema"),
    "$anchor": .waived("it names the schema"),
    "$dynamicAnchor": .unhandled(),
    "$dynamicRef": .unhandled(),
    "$defs": .compared(.map(.schema)),
    "definitions": .compared(.map(.schema)),
    "type": .compared(.names),
    "nullable": .compared(),
    "format": .compared(),
    "default": .compared(),
    "deprecated": .compared(),
    "readOnly": .compared(),
    "writeOnly": .compared(),
    "enum": .compared(.names),
    "const": .compared(),
    "properties": .compared(.map(.schema)),
    "required": .compared(.names),
    "additionalProperties": .compared(.object(.schema)),
    "patternProperties": .compared(.map(.schema)),
    "propertyNames": .compared(.object(.schema)),
    "unevaluatedProperties": .compared(.object(.schema)),
    "minProperties": .compared(),
    "maxProperties": .compared(),
    "dependentRequired": .compared(),
    "dependentSchemas": .compared(),
    "dependencies": .unhandled(),
    "items": .compared(.object(.schema)),
    "prefixItems": .compared(.list(.schema)),
    "contains": .compared(.object(.schema)),
    "minContains": .compared(),
    "maxContains": .compared(),
    "unevaluatedItems": .compared(.object(.schema)),
    "minItems": .compared(),
    "maxItems": .compared(),
    "uniqueItems": .compared(),
    "minLength": .compared(),
    "maxLength": .compared(),
    "pattern": .compared(),
    "contentEncoding": .compared(),
    "contentMediaType": .compared(),
    "contentSchema": .compared(),
    "minimum": .compared(),
    "maximum": .compared(),
    "exclusiveMinimum": .compared(),
    "exclusiveMaximum": .compared(),
    "multipleOf": .compared(),
    "allOf": .compared(.list(.schema)),
    "oneOf": .compared(.list(.schema)),
    "anyOf": .compared(.list(.schema)),
    "not": .compared(.object(.schema)),
    "if": .compared(.object(.schema)),
    "then": .compared(.object(.schema)),
    "else": .compared(.object(.schema)),
    "discriminator": .compared(.object(.discriminator)),
    "xml": .unhandled(.object(.xml)),
  ]
}
