import SourceDocuments
import Testing

@testable import HeraldKit

/// References to other machines: refused unless allowed, and fetched by rules.
struct RemoteTests {
  private struct Network: RemoteFetching {
    func fetch(_ address: String) throws(RemoteFailure) -> RemoteText {
      guard address == "https://example.com/pet.yaml" else { throw RemoteFailure("the server answered 404") }
      return RemoteText(
        address: address,
        bytes: Array("{type: object, properties: {name: {type: string}}}".utf8)
      )
    }
  }

  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
  }

  private func generate(_ reference: String, allowed: Bool) throws -> PackageGenerator {
    try folder.write(
      """
      openapi: 3.1.0
      info: {title: T, version: '1'}
      paths: {}
      components: {schemas: {Pet: {$ref: '\(reference)'}}}
      """,
      to: "openapi.yaml"
    )
    var configuration = Configuration()
    configuration.allowRemote = allowed
    var generator = PackageGenerator(remote: Network())
    _ = try generator.generate(folder.path("openapi.yaml"), configuration)
    return generator
  }

  @Test func documentsAreFetchedWhereThatIsAllowed() throws {
    let generator = try generate("https://example.com/pet.yaml", allowed: true)
    #expect(generator.diagnostics.items.isEmpty)
    #expect(generator.inputs.contains("https://example.com/pet.yaml"))
    #expect(generator.statistics.types == 1)
  }

  @Test(arguments: [
    ("https://example.com/pet.yaml", false, "remote-reference"),
    ("https://example.com/none.yaml", true, "unreachable-document"),
    ("http://example.com/pet.yaml", true, "insecure-reference"),
  ])
  func failuresPointAtTheReference(_ reference: String, _ isAllowed: Bool, _ code: String) throws {
    let error = #expect(throws: DiagnosticError.self) { try generate(reference, allowed: isAllowed) }
    let diagnostic = try #require(error?.diagnostics.first)
    #expect(diagnostic.code == code)
    #expect(diagnostic.location?.line == 4)
    #expect(diagnostic.pointer == "#/components/schemas/Pet/$ref")
  }

  @Test func theCommandLineAndTheConfigurationAllowIt() throws {
    try folder.write("openapi: 3.1.0", to: "openapi.yaml")
    try folder.write("allowRemote: false", to: "herald.yaml")
    #expect(try !ProjectSettings(GenerateOptions(folder: folder.path)).configuration.allowRemote)
    #expect(
      try ProjectSettings(GenerateOptions(allowsRemote: true, folder: folder.path)).configuration.allowRemote
    )
    try folder.write("allowRemote: true", to: "herald.yaml")
    #expect(try ProjectSettings(GenerateOptions(folder: folder.path)).configuration.allowRemote)
  }

  @Test func theConfigurationTakesTrueOrFalse() throws {
    let document = try DocumentLoader().load(text: Array("allowRemote: maybe".utf8), path: "herald.yaml")
    let error = #expect(throws: DiagnosticError.self) { try Configuration(reading: document) }
    #expect(error?.diagnostics.map(\.code) == ["wrong-type"])
  }

  @Test func rules() {
    let rules = FetchRules()
    #expect(rules.refusal(of: "https") == nil && rules.refusal(of: "HTTPS") == nil)
    #expect(
      rules.refusal(of: "http") != nil && rules.refusal(of: "file") != nil && rules.refusal(of: nil) != nil
    )
    #expect(rules.refusal(ofStatus: 200) == nil && rules.refusal(ofStatus: 404) != nil)
    #expect(rules.refusal(ofStatus: 302) != nil)
    #expect(
      rules.refusal(ofSize: rules.sizeLimit) == nil && rules.refusal(ofSize: rules.sizeLimit + 1) != nil
    )
    #expect(rules.refusal(ofSize: -1) == nil, "a length that the server does not say")
  }

  /// The one thing that can be tried without any network: that what is no https is never asked for.
  @Test func nothingButHTTPSIsAskedFor() {
    for address in ["http://127.0.0.1:1/", "file:///etc/passwd", "", "relative"] {
      #expect(throws: RemoteFailure.self) { try HTTPSFetcher().fetch(address) }
    }
  }
}
