import ClientRuntime
import Foundation
import HTTPTypes
import ServerRuntime

/// A router as it is generated.
nonisolated struct HeroHealthRouter: Sendable {
  private let router: Router

  init(
    messages: any MessagesHandler = Unimplemented(),
    basePaths: [String] = [],
    bodyLimit: Int = 10 * 1_024 * 1_024,
    authenticate: (@Sendable (PresentedCredentials, RequestContext) async throws -> Void)? = nil
  ) {
    router = Router(
      [MessagesRoutes(handler: messages)],
      securitySchemes: [
        SecuritySchemeDescription("apiKeyAuth", .header("x-api-key")),
        SecuritySchemeDescription("practiceGroupId", .header("x-practice-group-id")),
        SecuritySchemeDescription("bearerAuth", .bearer),
      ],
      basePaths: basePaths,
      bodyLimit: bodyLimit,
      authenticate: authenticate
    )
  }

  static func stubs() -> HeroHealthRouter { HeroHealthRouter(messages: MessagesStub()) }

  func respond(to request: HTTPRequest, body: HTTPBody) async -> (HTTPResponse, HTTPBody) {
    await router.respond(to: request, body: body)
  }
}

/// Answers every operation with 501.
nonisolated struct Unimplemented: MessagesHandler {}
