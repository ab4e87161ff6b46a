import Foundation
import HTTPTypes
import ServerRuntime
import Testing

@testable import ClientRuntime

@Suite("The media type of errors")
struct FailureMediaTypeTests {
  /// An operation whose errors are documented as problem details.
  nonisolated struct Failing: RouteGroup {
    static let routes = [Route("o", .get, "/x", failureMediaType: "application/problem+json")]
    let error: any Error

    func respond(to request: ServerRequest) async throws -> ServerResponse { throw error }
  }

  private func contentType(_ error: any Error, path: String = "/x") async -> String? {
    let request = HTTPRequest(method: .get, scheme: nil, authority: nil, path: path)
    return await Router([Failing(error: error)]).respond(to: request, body: .empty).0.headerFields[
      .contentType
    ]
  }

  @Test("is the documented one, unless the error names another or no operation is known")
  func documented() async {
    #expect(await contentType(HandlerError(.notFound)) == "application/problem+json")
    #expect(await contentType(CancellationError()) == "application/problem+json")
    #expect(await contentType(HTTPBodyTooLarge(limit: 1)) == "application/problem+json")
    let own = HandlerError(.notFound, headers: [.contentType: "application/vnd.error+json"])
    #expect(await contentType(own) == "application/vnd.error+json")
    #expect(await contentType(HandlerError(.notFound), path: "/y") == "application/json")
  }
}
