/// The fields of Swagger 2.0, where they are others than those of OpenAPI. What a parameter, a header or an item says of
/// its values stands in itself there, under the names that schemas have for it.
extension SpecificationObject {
  static let swaggerFields: [String: SpecificationField] = [
    "swagger": .waived("the version of the specification; what follows from it is compared"),
    "info": .compared(.object(.info)),
    "host": .compared(),
    "basePath": .compared(),
    "schemes": .compared(.names),
    "consumes": .compared(.names),
    "produces": .compared(.names),
    "paths": .compared(.map(.swaggerPathItem)),
    "definitions": .compared(.map(.schema)),
    "parameters": .compared(.map(.swaggerParameter)),
    "responses": .compared(.map(.swaggerResponse)),
    "securityDefinitions": .compared(.map(.swaggerSecurityScheme)),
    "security": .compared(.values),
    "tags": .waived(prose, .list(.tag)),
    "externalDocs": .waived(prose, .object(.externalDocumentation)),
  ]

  static let swaggerPathItemFields: [String: SpecificationField] = [
    "parameters": .compared(.list(.swaggerParameter)),
    "get": .compared(.object(.swaggerOperation)),
    "put": .compared(.object(.swaggerOperation)),
    "post": .compared(.object(.swaggerOperation)),
    "delete": .compared(.object(.swaggerOperation)),
    "options": .compared(.object(.swaggerOperation)),
    "head": .compared(.object(.swaggerOperation)),
    "patch": .compared(.object(.swaggerOperation)),
  ]

  static let swaggerOperationFields: [String: SpecificationField] = [
    "operationId": .compared(),
    "tags": .compared(.names),
    "summary": .waived(prose),
    "description": .waived(prose),
    "externalDocs": .waived(prose, .object(.externalDocumentation)),
    "consumes": .compared(.names),
    "produces": .compared(.names),
    "parameters": .compared(.list(.swaggerParameter)),
    "responses": .compared(.map(.swaggerResponse)),
    "schemes": .unhandled(.names),
    "deprecated": .compared(),
    "security": .compared(.values),
  ]

  static let swaggerParameterFields: [String: SpecificationField] = swaggerItemsFields.merging(
    [
      "name": .compared(),
      "in": .compared(),
      "description": .waived(prose),
      "required": .compared(),
      "allowEmptyValue": .compared(),
      "schema": .compared(.object(.schema)),
    ],
    uniquingKeysWith: { $1 }
  )

  static let swaggerHeaderFields: [String: SpecificationField] = swaggerItemsFields.merging(
    ["description": .waived(prose)],
    uniquingKeysWith: { $1 }
  )

  /// The limited form of a schema that parameters, headers and their items have.
  static let swaggerItemsFields: [String: SpecificationField] = [
    "type": .compared(.names),
    "format": .compared(),
    "items": .compared(.object(.swaggerItems)),
    "collectionFormat": .compared(),
    "default": .compared(),
    "enum": .compared(.names),
    "minimum": .compared(),
    "maximum": .compared(),
    "exclusiveMinimum": .compared(),
    "exclusiveMaximum": .compared(),
    "multipleOf": .compared(),
    "minLength": .compared(),
    "maxLength": .compared(),
    "pattern": .compared(),
    "minItems": .compared(),
    "maxItems": .compared(),
    "uniqueItems": .compared(),
  ]

  static let swaggerResponseFields: [String: SpecificationField] = [
    "description": .waived(prose),
    "schema": .compared(.object(.schema)),
    "headers": .compared(.map(.swaggerHeader)),
    "examples": .waived(examples),
  ]

  static let swaggerSecuritySchemeFields: [String: SpecificationField] = [
    "type": .compared(),
    "description": .waived(prose),
    "name": .compared(),
    "in": .compared(),
    "flow": .compared(),
    "authorizationUrl": .compared(),
    "tokenUrl": .compared(),
    "scopes": .compared(.describedNames),
  ]
}
