import APIModel

/// Builds the declaration of the client.
struct ClientBuilder {
  let context: BuildContext

  init(_ context: BuildContext) {
    self.context = context
  }

  func declaration() -> ClientDeclaration {
    let api = context.api
    return ClientDeclaration(
      documentation: context.documentation.lines(api.description ?? api.summary),
      servers: context.servers.declarations
    )
  }
}
