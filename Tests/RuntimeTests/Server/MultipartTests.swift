import Foundation
import HTTPTypes
import ServerRuntime
import Testing

@testable import ClientRuntime

/// A form with parts of every kind.
nonisolated struct UploadForm: MultipartForm {
  var title: String
  var kind: SendMessageRequest.MessageType?
  var ids: [Int]?
  var filter: Filter?
  var rows: [Filter]?
  var document: MultipartFile
  var width: Int?
  var pages: [MultipartFile]?
  var others: [MultipartBody.Part] = []

  init(title: String, document: MultipartFile) {
    self.title = title
    self.document = document
  }

  init(from parts: MultipartBody) throws {
    title = try parts.text("title", String.self)
    kind = try parts.textIfPresent("kind", SendMessageRequest.MessageType.self)
    ids = try parts.textsIfPresent("ids", Int.self)
    filter = try parts.jsonIfPresent("filter", Filter.self)
    rows = try parts.jsonsIfPresent("rows", Filter.self)
    document = try parts.file("document")
    width = try parts.headerIfPresent("X-Width", Int.self, of: "document")
    pages = try parts.filesIfPresent("pages")
    others = parts.additionalParts(except: ["title", "kind", "ids", "filter", "rows", "document", "pages"])
  }

  func write(to parts: inout MultipartBody) {
    parts.addText("title", title, contentType: "text/markdown")
    parts.addText("kind", kind)
    parts.addTexts("ids", ids)
    parts.addJSON("filter", filter)
    parts.addJSONs("rows", rows)
    parts.addFile("document", document)
    parts.setHeader("X-Width", width, of: "document")
    parts.addFiles("pages", pages)
    parts.parts += others
  }

  func validate(_ check: inout ConstraintCheck) {
    check.string(title, "title", maxLength: 10)
    check.items(pages?.count, "pages", maxItems: 2)
  }
}

@Suite("Bodies of several parts, from the client to the server")
struct MultipartTests: ServerExchange {
  @Test("Names, types and files", arguments: ["form-data", "mixed"])
  func typedParts(subtype: String) async throws {
    var form = UploadForm(title: "é\r\n--b", document: MultipartFile(Data([13, 10, 45, 45, 0, 255])))
    form.document.filename = "a\"b;c.pdf"
    form.document.contentType = "application/pdf"
    form.kind = .sms
    form.ids = [1, 2]
    form.filter = Filter(kind: .nhsApp, limit: 3, tags: ["a"])
    form.rows = [Filter(kind: .sms), Filter(kind: .nhsApp)]
    form.width = 7
    form.pages = [MultipartFile(Data("1".utf8)), MultipartFile(Data("2".utf8), filename: "2")]
    form.others = [.text("more", "x")]
    let sent = form
    let found = try await read {
      $0.setMultipart(sent, subtype: subtype)
    } _: {
      try await $0.multipart(UploadForm.self, subtype: subtype)
    }
    let read = try #require(found.value, "\(found.message ?? "")")
    #expect(read.title == form.title && read.kind == .sms && read.ids == [1, 2] && read.width == 7)
    #expect(read.filter == form.filter && read.rows == form.rows)
    #expect(read.document.data == form.document.data && read.document.filename == "a\"b;c.pdf")
    #expect(read.document.contentType == "application/pdf")
    #expect(read.pages?.map(\.data) == [Data("1".utf8), Data("2".utf8)])
    #expect(read.others.map(\.name) == ["more"] && read.others.first?.data == Data("x".utf8))
  }

  @Test("Streams and files on disk are sent as they are read")
  func streams() async throws {
    let url = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString + ".txt")
    let content = Data(repeating: 65, count: 200_000)
    try content.write(to: url)
    defer { #expect(throws: Never.self) { try FileManager.default.removeItem(at: url) } }
    let stream = AsyncThrowingStream<Data, any Error> { continuation in
      continuation.yield(Data("ab".utf8))
      continuation.yield(Data("c".utf8))
      continuation.finish()
    }
    var form = UploadForm(title: "t", document: MultipartFile(contentsOf: url))
    form.pages = [MultipartFile(.stream(stream), filename: "page")]
    let sent = form
    let found = try await read { parts in
      parts.setMultipart(sent)
      #expect(parts.body.length == nil)
    } _: {
      try await $0.multipart(UploadForm.self)
    }
    #expect(found.value?.document.data == content && found.value?.document.filename == url.lastPathComponent)
    #expect(found.value?.pages?.map(\.data) == [Data("abc".utf8)])
  }

  @Test("What is missing or malformed is named, and its value is not")
  func problems() async throws {
    let missing = try await read {
      $0.setMultipart(MultipartBody([.text("title", "a")]))
    } _: {
      try await $0.multipart(UploadForm.self)
    }
    #expect(missing.message == "document: is missing")
    for (part, message) in [
      (MultipartBody.Part.text("ids", "hunter2"), "ids: expected a whole number"),
      (.text("filter", "hunter2"), "filter: is not valid JSON, or has a number that does not fit"),
      (.text("filter", #"{"kind":"hunter2"}"#), "filter: kind: expected one of hero, sms, nhs_app"),
    ] {
      let found = try await read {
        $0.setMultipart(MultipartBody([.text("title", "a"), .file("document", Data(), filename: "f"), part]))
      } _: {
        try await $0.multipart(UploadForm.self)
      }
      #expect(found.message == message)
    }
    var form = UploadForm(title: "a", document: MultipartFile(Data()))
    form.filter = Filter(kind: .sms, since: .distantPast - 1e15)
    var parts = RequestParts("o", .post, "/x")
    parts.setMultipart(form)
    #expect(throws: APIError.self) {
      try parts.request(to: .staging, APICredentials(), ClientConfiguration())
    }
  }

  @Test("Parts are held against their constraints, by the server and by a client that validates")
  func constraints() async throws {
    let file = MultipartFile(Data())
    var form = UploadForm(title: "hunter2 hunter2", document: file)
    form.pages = [file, file, file]
    let sent = form
    let found = try await read {
      $0.setMultipart(sent)
    } _: {
      try await $0.multipart(UploadForm.self)
    }
    #expect(found.value == nil)
    #expect(found.message == "title: violates maxLength 10; pages: violates maxItems 2")
    var parts = RequestParts("o", .post, "/x")
    parts.setMultipart(sent)
    #expect(throws: ConstraintViolations.self) { try parts.validate() }
  }

  @Test("Parts as they come")
  func untypedParts() async throws {
    let body = MultipartBody([
      .text("title", "a\r\n--b"), .text("quoted \"name\"", ""),
      .file("file", Data([13, 10, 45, 45, 0, 255]), filename: "a\"b.pdf", contentType: "application/pdf"),
      MultipartBody.Part(nil, .data(Data("no name".utf8)), headers: [.contentID: "<1>"]),
      MultipartBody.Part(nil, .data(Data("no headers".utf8))),
    ])
    let found = try await read {
      $0.setMultipart(body)
    } _: {
      try await $0.multipart()
    }
    let parts = try #require(found.value?.parts, "\(found.message ?? "")")
    #expect(parts.map(\.name) == body.parts.map(\.name) && parts.map(\.data) == body.parts.map(\.data))
    #expect(parts.map(\.filename) == body.parts.map(\.filename))
    #expect(parts.map(\.headers) == body.parts.map(\.headers))
    let empty = try await read {
      $0.setMultipart(MultipartBody([]))
    } _: {
      try await $0.multipart().parts.count
    }
    #expect(empty.value == 0)
    let none = try await read {
      $0.setMultipartIfPresent(nil as UploadForm?)
    } _: {
      try await $0.multipartIfPresent(UploadForm.self) == nil
    }
    #expect(none.value == true)
  }

  @Test("Bodies that are not well-formed")
  func broken() async throws {
    for (data, type) in [
      ("", "multipart/form-data; boundary=x"), ("--x", "multipart/form-data; boundary=x"),
      ("--x--", "multipart/form-data"),
      ("--x\r\nA\r\n\r\n\r\n--x--", "multipart/form-data; boundary=x"),
      ("--x\r\nA: b\r\n\r\nc", "multipart/form-data; boundary=x"),
    ] {
      let broken = try await read {
        $0.setData(Data(data.utf8), contentType: type)
      } _: {
        try await $0.multipart()
      }
      #expect(broken.message == "expected parts as multipart/form-data has them")
    }
  }
}

extension HTTPField.Name {
  fileprivate static let contentID = HTTPField.Name("Content-ID") ?? .contentType
}

@Suite("Bodies in several media types")
struct RepresentationTests {
  @Test(
    "The media type that a body is in",
    arguments: [
      ("application/json", "application/json"), ("application/merge-patch+json", "application/json"),
      ("image/png", "image/*"), ("IMAGE/PNG; q=1", "image/*"), ("text/csv", nil), (nil, nil),
    ] as [(String?, String?)]
  )
  func mediaTypes(contentType: String?, expected: String?) async throws {
    let reading = Reading(
      read: { try $0.mediaType(of: ["application/json", "image/*"]) },
      result: Reading<String>.Result()
    )
    var request = HTTPRequest(method: .post, scheme: "https", authority: "a.b", path: "/x")
    request.headerFields[.contentType] = contentType
    let (response, _) = await Router([reading]).respond(to: request, body: .data(Data("x".utf8)))
    #expect(reading.result.value == expected)
    #expect(response.status == (expected == nil ? .unsupportedMediaType : .noContent))
    if expected == nil { #expect(response.headerFields[.accept] == "application/json, image/*") }
  }

  @Test("A stream is passed on, whatever its size")
  func streams() async throws {
    let reading = Reading(
      read: { try await $0.bytes().collect(upTo: 100_000).count },
      result: Reading<Int>.Result()
    )
    var request = HTTPRequest(method: .post, scheme: "https", authority: "a.b", path: "/x")
    request.headerFields[.contentLength] = "50000"
    let chunks = AsyncThrowingStream<Data, any Error> { continuation in
      for _ in 0..<50 { continuation.yield(Data(repeating: 0, count: 1_000)) }
      continuation.finish()
    }
    let router = Router([reading], bodyLimit: 10)
    let (response, _) = await router.respond(to: request, body: .stream(chunks))
    #expect(response.status == .noContent && reading.result.value == 50_000)
  }
}
