import Foundation
import Testing

@testable import HeraldKit

/// What is checked in about the options must say what the table of options says.
struct ConfigurationDocumentsTests {
  @Test func theSchemaIsCurrent() throws {
    if Repository.isRecording { try Repository.write(ConfigurationSchema.text, to: "herald.schema.json") }
    #expect(try Repository.read("herald.schema.json") == ConfigurationSchema.text, "run `make cases`")
  }

  @Test(.enabled(if: FileManager.default.fileExists(atPath: Repository.path("README.md"))))
  func theTableOfTheReadmeIsCurrent() throws {
    let readme = try Repository.read("README.md")
    let current = try #require(
      ConfigurationTable.inserted(into: readme),
      "the README has no markers for the table of options"
    )
    if Repository.isRecording { try Repository.write(current, to: "README.md") }
    #expect(try Repository.read("README.md") == current, "run `make cases`")
  }

  @Test func theSchemaIsJSONAndNamesEveryOption() throws {
    let schema = try JSONSerialization.jsonObject(with: Data(ConfigurationSchema.text.utf8)) as? [String: Any]
    let properties = try #require(schema?["properties"] as? [String: [String: Any]])
    #expect(Set(properties.keys) == Set(ConfigurationOption.all.map(\.key) + ["$schema"]))
    #expect(properties["names"]?["additionalProperties"] as? Bool == false)
    #expect(properties["access"]?["enum"] as? [String] == ["public", "package", "internal"])
  }

  @Test func theTableReplacesWhatStandsBetweenItsMarkers() throws {
    let text = "a\n<!-- options:begin -->\nold\n<!-- options:end -->\nb\n"
    let current = try #require(ConfigurationTable.inserted(into: text))
    #expect(current.hasPrefix("a\n<!-- options:begin -->\n| option |"))
    #expect(current.hasSuffix("|\n<!-- options:end -->\nb\n"))
    #expect(ConfigurationTable.inserted(into: current) == current)
    #expect(ConfigurationTable.inserted(into: "no markers") == nil)
  }
}
