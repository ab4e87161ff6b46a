import APIModel
import SourceDocuments
import SwiftModel
import Testing

@testable import HeraldKit

struct ConfigurationTests {
  @Test func everyOptionIsRead() throws {
    let configuration = try read(
      """
      description: api/openapi.yaml
      output: SDK
      module: PetStore
      access: package
      targets: [client]
      conformances: [Identifiable, Core.Entity]
      names:
        operations: { pets_list: list }
        types: { Pet: Animal }
        properties: { Pet.dob: dateOfBirth }
        enumerationCases: { Status.a-b: ab }
      scalars: { date-time: String }
      acronyms: [nhs]
      include: { tags: [a], paths: [/v1/*], operations: [b] }
      exclude: { tags: [c] }
      templates: ./Templates
      """
    )
    #expect(configuration.description == "api/openapi.yaml")
    #expect(configuration.output == "SDK")
    #expect(configuration.module == "PetStore")
    #expect(configuration.access == .package)
    #expect(configuration.targets == [.client])
    #expect(configuration.conformances == ["Identifiable", "Core.Entity"])
    #expect(configuration.names.operations == ["pets_list": "list"])
    #expect(configuration.names.types == ["Pet": "Animal"])
    #expect(configuration.names.properties == ["Pet.dob": "dateOfBirth"])
    #expect(configuration.names.enumerationCases == ["Status.a-b": "ab"])
    #expect(configuration.scalars == ["date-time": .string])
    #expect(configuration.acronyms == ["nhs"])
    #expect(configuration.include.paths == ["/v1/*"])
    #expect(configuration.selection.exclude?.tags == ["c"])
    #expect(configuration.templates == "Templates")
    #expect(configuration.origins["names.types.Pet"]?.location.line == 9)
  }

  @Test func everyOptionHasADefault() throws {
    for text in ["{}", "# nothing\nmodule:\n"] {
      let configuration = try read(text)
      #expect(configuration.output == "Generated")
      #expect(configuration.module == nil)
      #expect(configuration.access == .public)
      #expect(configuration.targets == [.client, .server])
      #expect(configuration.selection.isEverything)
    }
  }

  @Test func jsonIsReadTooAndMayNameItsSchema() throws {
    #expect(try read(#"{"$schema": "herald.schema.json", "module": "A"}"#).module == "A")
  }

  @Test func pathsStartAtTheConfigurationFile() throws {
    let configuration = try read("description: ../openapi.json\ntemplates: /T", path: "a/b/herald.yaml")
    #expect(configuration.description == "a/b/../openapi.json")
    #expect(configuration.output == "a/b/Generated")
    #expect(configuration.templates == "/T")
  }

  @Test(
    arguments: [
      ("modul: A", "1:1 unknown-option: there is no option `modul`; did you mean `module`?"),
      (
        "names:\n  type: {}",
        "2:3 unknown-option: there is no option `names.type`; did you mean `names.types`?"
      ),
      (
        "include:\n  all: [x]",
        "2:3 unknown-option: there is no option `include.all`; the options here are `tags`, `paths`, `operations`"
      ),
      ("output: [a]", "1:9 wrong-type: `output` must be text, not a list"),
      ("output: ''", "1:9 wrong-value: `output` is empty"),
      ("module: class", "1:9 wrong-value: 'class' is a keyword of Swift"),
      (
        "module: 1st",
        "1:9 wrong-value: '1st' is not an identifier: only letters, digits and '_' can be used, and no digit first"
      ),
      (
        "module: Foundation",
        "1:9 wrong-value: 'Foundation' is the name of a module that the generated code uses"
      ),
      ("module: 12", "1:9 wrong-type: `module` must be text, not a number"),
      (
        "access: pubic",
        "1:9 wrong-value: `access` must be one of `public`, `package`, `internal`; did you mean `public`?"
      ),
      ("targets: client", "1:10 wrong-type: `targets` must be a list, not text; write `[client]`"),
      (
        "targets: [client, sever]",
        "1:19 wrong-value: an entry of `targets` must be one of `client`, `server`; did you mean `server`?"
      ),
      (
        "targets: [server]",
        "1:10 wrong-value: `targets` must name the client, whose types the server uses; write `targets: [client, server]`"
      ),
      (
        "names: {types: {Pet: Pet-2}}",
        "1:22 wrong-value: 'Pet-2' is not an identifier: only letters, digits and '_' can be used, and no digit first"
      ),
      (
        "scalars: {date: Day}",
        "1:17 wrong-value: `date` must be one of `String`, `Int`, `Int32`, `Int64`, `Double`, `Float`, `Decimal`, `Date`, `CalendarDate`, `UUID`, `URL`, `Data`"
      ),
      ("conformances: ['a b']", "1:16 wrong-value: 'a b' is not the name of a Swift protocol"),
      ("acronyms: [a_b]", "1:12 wrong-value: 'a_b' is not a word of letters and digits"),
      ("- a", "1:1 wrong-type: the configuration must be an object, not a list"),
    ]
  )
  func faultsAreReportedAtTheirPlaces(text: String, expected: String) throws {
    let error = try #require(throws: DiagnosticError.self) { try read(text) }
    let texts = error.diagnostics.map { diagnostic in
      let place = diagnostic.location.map { "\($0.line):\($0.column)" } ?? "nowhere"
      return "\(place) \(diagnostic.code): \(diagnostic.message)"
        + (diagnostic.advice.map { "; \($0)" } ?? "")
    }
    #expect(texts == [expected])
  }

  @Test func allFaultsAreReportedAtOnce() throws {
    let error = try #require(throws: DiagnosticError.self) { try read("modul: A\naccess: all\noutput: 1\n") }
    #expect(error.diagnostics.count == 3)
  }

  @Test func aServerCannotSeeAnInternalClient() throws {
    let error = try #require(throws: DiagnosticError.self) { try read("access: internal") }
    #expect(error.diagnostics.map(\.code) == ["wrong-value"])
    #expect(error.diagnostics.first?.advice?.contains("targets: [client]") == true)
    #expect(try read("access: internal\ntargets: [client]").access == .internal)
  }

  private func read(_ text: String, path: String = "herald.yaml") throws -> Configuration {
    try Configuration(reading: DocumentLoader().load(text: Array(text.utf8), path: path))
  }
}
