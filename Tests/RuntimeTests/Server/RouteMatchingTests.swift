import ClientRuntime
import Foundation
import HTTPTypes
import ServerRuntime
import Testing

/// Answers with the operation and the values of its path.
nonisolated struct PathEcho: RouteGroup {
  static let routes: [Route] = [
    Route("users", .get, "/users/{id}"),
    Route("me", .get, "/users/me"),
    Route("user-posts", .get, "/users/{id}/posts"),
    Route("my-thing", .get, "/users/me/{thing}"),
    Route("delete-user", .delete, "/users/{userID}"),
    Route("user-by-name", .get, "/users/{name}"),
    Route("file", .get, "/files/{name}.{extension}"),
    Route("any-file", .get, "/files/{name}"),
    Route("verify", .post, "/things/{id}:verify"),
    Route("range", .get, "/range/{from}-{to}"),
    Route("root", .get, "/"),
    Route("slash", .get, "/with-slash/"),
    Route("space", .get, "/a b/é"),
    Route("matrix", .get, "/matrix/{ids}"),
    Route("label", .get, "/label/{ids}"),
  ]

  func respond(to request: ServerRequest) async throws -> ServerResponse {
    var answer: [String: JSONValue] = ["operation": .string(request.route.operationID)]
    switch request.route.operationID {
    case "matrix":
      answer["ids"] = .array(try request.path("ids", [Int].self, .matrix, explode: true).map { .integer($0) })
    case "label":
      answer["ids"] = .array(try request.path("ids", [String].self, .label).map { .string($0) })
    default:
      for name in ["id", "userID", "thing", "name", "extension", "from", "to"] {
        answer[name] = try? .string(request.path(name, String.self))
      }
    }
    return try .json(.ok, answer)
  }
}

@Suite("Matching of paths")
struct RouteMatchingTests {
  private func answer(_ path: String, _ method: HTTPRequest.Method = .get) async throws -> JSONValue {
    let request = HTTPRequest(method: method, scheme: nil, authority: nil, path: path)
    let (response, body) = await Router([PathEcho()]).respond(to: request, body: .empty)
    guard response.status == .ok else { return .integer(response.status.code) }
    return try JSONCoding.decode(JSONValue.self, from: await body.collect(upTo: 10_000))
  }

  @Test(
    "Fixed segments win over variables",
    arguments: [
      ("/users/7", ["operation": "users", "id": "7"]), ("/users/me", ["operation": "me"]),
      ("/users/m%65", ["operation": "me"]), ("/users/7/posts", ["operation": "user-posts", "id": "7"]),
      ("/users/me/posts", ["operation": "my-thing", "thing": "posts"]), ("/", ["operation": "root"]),
      ("/with-slash/", ["operation": "slash"]), ("/with-slash", 404), ("/users/", 404),
      ("/users//posts", 404),
      ("/a%20b/%C3%A9?x", ["operation": "space"]), ("/users/7?x=/me", ["operation": "users", "id": "7"]),
    ] as [(String, JSONValue)]
  )
  func precedence(path: String, expected: JSONValue) async throws {
    #expect(try await answer(path) == expected)
  }

  @Test("Templates of one shape share their path, each with its own names")
  func shapes() async throws {
    #expect(try await answer("/users/7", .delete) == ["operation": "delete-user", "userID": "7"])
    #expect(try await answer("/users/me", .delete) == 405)
  }

  @Test(
    "Variables within a segment",
    arguments: [
      ("/files/a.pdf", ["operation": "file", "name": "a", "extension": "pdf"]),
      ("/files/a.b.pdf", ["operation": "file", "name": "a", "extension": "b.pdf"]),
      ("/files/pdf", ["operation": "any-file", "name": "pdf"]),
      ("/files/.pdf", ["operation": "any-file", "name": ".pdf"]),
      ("/range/1-2", ["operation": "range", "from": "1", "to": "2"]), ("/range/12", 404), ("/range/-2", 404),
    ] as [(String, JSONValue)]
  )
  func mixedSegments(path: String, expected: JSONValue) async throws {
    #expect(try await answer(path) == expected)
  }

  @Test func verbs() async throws {
    #expect(try await answer("/things/a:b:verify", .post) == ["operation": "verify", "id": "a:b"])
    #expect(try await answer("/things/a", .post) == 404)
  }

  @Test("Lists in paths")
  func lists() async throws {
    #expect(try await answer("/matrix/;ids=1;ids=2") == ["operation": "matrix", "ids": [1, 2]])
    #expect(try await answer("/matrix/1") == 400)
    #expect(try await answer("/matrix/;ids=1;ids=x") == 400)
    #expect(try await answer("/label/.a,b%2Cc") == ["operation": "label", "ids": ["a", "b,c"]])
  }
}
