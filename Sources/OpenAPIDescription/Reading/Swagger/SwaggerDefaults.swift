/// What a Swagger 2.0 document says for all operations that do not say it themselves (OpenAPI 2.0, Swagger
/// Object).
struct SwaggerDefaults {
  var mediaTypes = SwaggerMediaTypes()
  var address = SwaggerAddress()
}
