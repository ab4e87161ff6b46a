/// The objects of the specification, as the texts of two descriptions are walked through (OpenAPI 3.1.1 §4.8).
public enum SpecificationObject: String, Sendable, Hashable, CaseIterable {
  case openAPI, info, contact, license, server, serverVariable, components, pathItem, operation
  case externalDocumentation, parameter, requestBody, mediaType, encoding, response, callback, example, link
  case header, tag, schema, discriminator, securityScheme, oauthFlows, oauthFlow, xml
  // Of Swagger 2.0, where they are others.
  case swagger, swaggerPathItem, swaggerOperation, swaggerParameter, swaggerHeader, swaggerItems
  case swaggerResponse, swaggerSecurityScheme
}
