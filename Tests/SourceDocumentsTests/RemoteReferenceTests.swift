import Synchronization
import Testing

@testable import SourceDocuments

/// Documents on other machines, without any network.
@Suite struct RemoteReferenceTests {
  /// A network of a few documents, some of which are elsewhere than was asked.
  private final class Network: RemoteFetching {
    let texts: [String: String]
    let moved: [String: String]
    let asked = Mutex<[String]>([])

    init(_ texts: [String: String], moved: [String: String] = [:]) {
      self.texts = texts
      self.moved = moved
    }

    func fetch(_ address: String) throws(RemoteFailure) -> RemoteText {
      asked.withLock { $0.append(address) }
      let address = moved[address] ?? address
      guard let text = texts[address] else { throw RemoteFailure("the server answered 404") }
      return RemoteText(address: address, bytes: Array(text.utf8))
    }
  }

  private let network = Network(
    [
      "https://a.example/v1/pets.yaml":
        "Pet: {$ref: './parts/owner.yaml#/Owner'}\nBad: {$ref: 'file:///etc/x'}\nUp: {$ref: '#/Pet'}",
      "https://a.example/v1/parts/owner.yaml":
        "Owner: {type: object}\nHTTP: {$ref: 'http://b.example/x.yaml'}",
      "https://b.example/moved/pets.yaml": "Pet: {$ref: 'near.yaml'}",
      "https://b.example/moved/near.yaml": "here: true",
      "https://a.example/broken.json": "{,}",
      "https://a.example/endless/0": "$ref: '1'",
    ],
    moved: ["https://a.example/old.yaml": "https://b.example/moved/pets.yaml"]
  )

  private func resolve(_ reference: String, remote: (any RemoteFetching)?) throws -> SourceNode {
    let loader = DocumentLoader(files: InMemoryFiles(["openapi.yaml": "start: here"]), remote: remote)
    let root = try loader.load("openapi.yaml").root
    return try follow(loader.resolve(reference, at: try #require(root["start"])), loader)
  }

  private func follow(_ node: SourceNode, _ loader: DocumentLoader) throws -> SourceNode {
    try loader.resolveChain(node)
  }

  private func failure(_ reference: String, remote: (any RemoteFetching)?) throws -> Diagnostic {
    let error = #expect(throws: DiagnosticError.self) { try resolve(reference, remote: remote) }
    return try #require(error?.diagnostics.first)
  }

  @Test func areRefusedUnlessAllowed() throws {
    let diagnostic = try failure("https://a.example/v1/pets.yaml", remote: nil)
    #expect(diagnostic.code == "remote-reference")
    #expect(diagnostic.location?.file.path == "openapi.yaml")
  }

  @Test func areFetchedWithWhatTheyReferTo() throws {
    let node = try resolve("https://a.example/v1/pets.yaml#/Up", remote: network)
    #expect(node["type"]?.string == "object")
    #expect(node.document.file.path == "https://a.example/v1/parts/owner.yaml")
  }

  @Test func areFetchedOnce() throws {
    let network = Network([
      "https://a.example/x.yaml": "a: {$ref: '#/b'}\nb: {$ref: 'https://a.example/x.yaml#/c'}\nc: 1"
    ])
    #expect(try resolve("https://a.example/x.yaml#/a", remote: network).number?.integer == 1)
    #expect(network.asked.withLock { $0 } == ["https://a.example/x.yaml"])
  }

  @Test func areRelativeToWhereTheyWereFound() throws {
    #expect(try resolve("https://a.example/old.yaml#/Pet", remote: network)["here"]?.boolean == true)
  }

  @Test(arguments: [
    ("http://a.example/v1/pets.yaml", "insecure-reference"), ("ftp://a.example/x", "insecure-reference"),
    ("//a.example/x.yaml", "insecure-reference"), ("https://a.example/none.yaml", "unreachable-document"),
    ("https://a.example/broken.json", "json-syntax"),
    ("https://a.example/v1/pets.yaml#/Bad", "insecure-reference"),
    ("https://a.example/v1/parts/owner.yaml#/HTTP", "insecure-reference"),
    ("https://a.example/v1/pets.yaml#/None", "dangling-reference"),
  ])
  func failuresAreDiagnostics(_ reference: String, _ code: String) throws {
    let diagnostic = try failure(reference, remote: network)
    #expect(diagnostic.code == code)
    #expect(diagnostic.location != nil)
  }

  @Test func chainsEnd() throws {
    struct Endless: RemoteFetching {
      func fetch(_ address: String) throws(RemoteFailure) -> RemoteText {
        RemoteText(address: address, bytes: Array("$ref: '\(address.utf8.count)'".utf8))
      }
    }
    struct Counting: RemoteFetching {
      func fetch(_ address: String) throws(RemoteFailure) -> RemoteText {
        let number = Int(address.split(separator: "/").last ?? "") ?? 0
        return RemoteText(address: address, bytes: Array("$ref: '\(number + 1)'".utf8))
      }
    }
    #expect(try failure("https://a.example/0", remote: Counting()).code == "unreachable-document")
    #expect(try failure("https://a.example/0", remote: Endless()).code == "circular-reference")
  }
}
