import Foundation
import HTTPTypes
import Testing

@testable import ClientRuntime

#if canImport(FoundationNetworking)
import FoundationNetworking
#endif

/// What an error says, or “nothing”.
func reason<Value>(_ body: () throws -> Value) -> String {
  do {
    _ = try body()
    return "nothing"
  } catch {
    return "\(error)"
  }
}

@Suite("Requests")
struct RequestTests {
  let credentials = APICredentials(apiKey: "key-4711", practiceGroupID: "42")

  @Test("The parts of an endpoint")
  func endpoint() throws {
    let endpoint = MessagesEndpoint.listEpisodes(
      pageIndex: 2,
      status: [.sms, .nhsApp],
      orderDescending: ["a", "b c"],
      requestID: "r"
    )
    #expect(endpoint.operationID == "listEpisodes" && endpoint.method == .get)
    #expect(try endpoint.pathTemplate == "/v1/episodes" && endpoint.path == "/v1/episodes")
    #expect(
      endpoint.queryItems == [
        URLQueryItem(name: "page_index", value: "2"), URLQueryItem(name: "status[]", value: "sms"),
        URLQueryItem(name: "status[]", value: "nhs_app"),
        URLQueryItem(name: "order_descending[]", value: "a b c"),
      ]
    )
    #expect(endpoint.headers.count == 1)
    let request = try endpoint.request(to: .staging)
    #expect(
      request.http.path
        == "/v1/episodes?page_index=2&status%5B%5D=sms&status%5B%5D=nhs_app&order_descending%5B%5D=a%20b%20c"
    )
    #expect(request.http.headerFields[.accept] == "application/json")
    #expect(request.http.headerFields[.userAgent] == "ClientRuntime")
    #expect(request.http.headerFields[.contentType] == nil)
  }

  @Test("A request for URLSession")
  func urlRequest() throws {
    let body = SendMessageRequest(patientID: "1", messageType: .sms)
    let request = try MessagesEndpoint.sendMessage(body).urlRequest(to: .production, credentials: credentials)
    #expect(request.url?.absoluteString == "https://api.example.org/v1/messages/send")
    #expect(request.httpMethod == "POST")
    #expect(request.value(forHTTPHeaderField: "x-api-key") == "key-4711")
    #expect(request.value(forHTTPHeaderField: "Content-Type") == "application/json")
    #expect(request.httpBody == Data(#"{"patient_id":"1","message_type":"sms"}"#.utf8))
    let path = try MessagesEndpoint.getMessageStatus(id: "a/b?c#d e%2F")
      .urlRequest(to: .production, credentials: credentials)
    #expect(path.url?.absoluteString == "https://api.example.org/v1/messages/a%2Fb%3Fc%23d%20e%252F/status")
  }

  @Test(
    "Values that would change the path are refused",
    arguments: ["", ".", "..", "../admin", "a/../b", "a/..", "..\\x", "./x", "a\\.\\b"]
  )
  func traversal(id: String) {
    let text = reason { try MessagesEndpoint.deleteMessage(id: id).request(to: .staging) }
    #expect(text.hasPrefix("deleteMessage: invalidRequest, id: ") && !text.contains("admin"))
    #expect(reason { try MessagesEndpoint.deleteMessage(id: id).path } == text)
  }

  @Test(
    "Values with dots that are no path segments pass",
    arguments: ["...", "a.b", ".a", "a..b", "%2e%2e", "1.5"]
  )
  func dots(id: String) throws {
    let path = try #require(try MessagesEndpoint.deleteMessage(id: id).request(to: .staging).http.path)
    #expect(path == "/v1/messages/" + PercentEncoding.encode(id))
  }

  @Test("Two values that make a dot segment together are refused")
  func joinedTraversal() {
    var parts = RequestParts("o", .get, "/files/{a}{b}/x")
    parts.setPath("a", "..a")
    parts.setPath("b", "b")
    #expect(throws: Never.self) { try parts.encodedPath() }
    var label = RequestParts("o", .get, "/files/{a}/x")
    label.pathValues["a"] = ".."
    #expect(throws: CodingProblem.self) { try label.encodedPath() }
    #expect(reason { try RequestParts("o", .get, "/{a}").encodedPath() } == "a: is missing")
  }

  @Test("The fixed part of a path is encoded too")
  func literals() throws {
    let parts = RequestParts("o", .get, "/a b/é/x:y/{}")
    #expect(
      reason { try parts.encodedPath() } == ": is missing"
        || reason { try parts.encodedPath() } == "is missing"
    )
    #expect(try RequestParts("o", .get, "/a b/é/x:y/#").encodedPath() == "/a%20b/%C3%A9/x:y/%23")
  }

  @Test(
    "Texts that would end a header are refused",
    arguments: ["a\r\nx: y", "a\nb", "a\rb", "a\u{0}b", "\n", "a\u{7F}", "a\u{1B}[0m"]
  )
  func headerInjection(text: String) {
    let error = reason { try MessagesEndpoint.listEpisodes(requestID: text).request(to: .staging) }
    #expect(error == "listEpisodes: invalidRequest, X-Request-ID: has characters that no header can carry")
    let key = APICredentials(apiKey: text, practiceGroupID: "42")
    let keyError = reason {
      try MessagesEndpoint.getMessageStatus(id: "1").request(to: .staging, credentials: key)
    }
    #expect(
      keyError == "getMessageStatus: invalidRequest, apiKeyAuth: has characters that no header can carry"
    )
  }

  @Test(
    "Base URLs with and without a path and a slash",
    arguments: [
      ("https://a.b", "/v1/episodes"), ("https://a.b/", "/v1/episodes"), ("https://a.b//", "/v1/episodes"),
      ("https://a.b/x/y", "/x/y/v1/episodes"), ("https://a.b/x/y/", "/x/y/v1/episodes"),
      ("HTTPS://a.b:8443/x%20y", "/x%20y/v1/episodes"), ("http://[::1]:80/", "/v1/episodes"),
    ]
  )
  func baseURLs(server: String, path: String) throws {
    let request = try MessagesEndpoint.listEpisodes().request(to: APIServer(server))
    #expect(request.http.path == path)
    let url = try #require(try request.urlRequest().url)
    #expect(url.path(percentEncoded: true) == path)
  }

  @Test(
    "Base URLs that cannot be used",
    arguments: [
      "", "/v1", "a.b", "ftp://a.b", "https://", "https:///x", "https://a.b?x=y", "https://a.b/#f",
      "file:///etc",
      "https://user:secret@a.b", "https://:80", "https://a b/", "javascript:alert(1)", "https://a\r\nb/",
    ]
  )
  func unusableBaseURLs(server: String) {
    let text = reason { try MessagesEndpoint.listEpisodes().request(to: APIServer(server)) }
    #expect(text.hasPrefix("listEpisodes: invalidRequest, server: ") && !text.contains("secret"))
    #expect(APIServer(server).url == nil)
  }

  @Test("Values that have no text")
  func unwritable() {
    let late = reason {
      try MessagesEndpoint.listEpisodes(since: .distantFuture + 1e12).request(to: .staging)
    }
    #expect(late.contains("since: cannot be written, expected a date-time"))
    var parts = RequestParts("o", .get, "/{n}")
    parts.setPath("n", Double.nan)
    #expect(
      reason { try parts.request(to: .staging, APICredentials(), ClientConfiguration()) }.contains("a number")
    )
  }
}

@Suite("Bodies of requests")
struct RequestBodyTests {
  private func sent(_ change: (inout RequestParts) -> Void) throws -> (type: String?, text: String) {
    var parts = RequestParts("o", .post, "/")
    change(&parts)
    let request = try parts.request(to: .staging, APICredentials(), ClientConfiguration())
    guard case .data(let data) = request.body else { return (nil, "") }
    return (request.http.headerFields[.contentType], String(decoding: data, as: UTF8.self))
  }

  @Test func kinds() throws {
    #expect(try sent { $0.setJSON([1]) } == ("application/json", "[1]"))
    #expect(try sent { $0.setJSON([1], contentType: "application/x+json") } == ("application/x+json", "[1]"))
    #expect(try sent { $0.setJSONIfPresent(nil as [Int]?) } == (nil, ""))
    #expect(try sent { $0.setText("é") } == ("text/plain; charset=utf-8", "é"))
    #expect(try sent { $0.setData(Data([65])) } == ("application/octet-stream", "A"))
    let form = try sent { $0.setForm(["a b": ["x&y", "é"], "c": 1] as JSONValue) }
    #expect(form == ("application/x-www-form-urlencoded", "a%20b=x%26y&a%20b=%C3%A9&c=1"))
  }

  @Test("A body that JSON cannot carry, or a form")
  func unwritable() {
    #expect(
      reason { try sent { $0.setJSON(Double.nan) } } == "o: invalidRequest, body: cannot be written as JSON"
    )
    #expect(reason { try sent { $0.setForm([1]) } } == "o: invalidRequest, body: expected an object")
  }

  @Test func multipart() throws {
    let body = MultipartBody([
      .text("title\"\r\nX: y", "Referral"),
      .file("document", Data([1, 2]), filename: "a\".pdf", contentType: "application/pdf\r\nX: y"),
      try .json("meta", ["a": 1]),
    ])
    let boundary = try #require(body.contentType.components(separatedBy: "boundary=").last)
    guard case .data(let data) = body.body else { throw CodingProblem([], "expected bytes") }
    let text = String(decoding: data, as: UTF8.self)
    #expect(
      text == """
        --\(boundary)\r
        Content-Disposition: form-data; name="title%22%0D%0AX: y"\r
        \r
        Referral\r
        --\(boundary)\r
        Content-Disposition: form-data; name="document"; filename="a%22.pdf"\r
        Content-Type: application/pdfX: y\r
        \r
        \u{1}\u{2}\r
        --\(boundary)\r
        Content-Disposition: form-data; name="meta"\r
        Content-Type: application/json\r
        \r
        {"a":1}\r
        --\(boundary)--\r

        """
    )
    #expect(try sent { $0.setMultipart(body) }.type == body.contentType)
  }
}
