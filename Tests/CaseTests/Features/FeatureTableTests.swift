import Testing

/// What the page of features says is what the cases show.
struct FeatureTableTests {
  private func list() throws -> FeatureList {
    try FeatureList(path: Repository.path("Tests/Features.yaml"), cases: Case.all)
  }

  @Test func thePageIsCurrent() throws {
    let text = FeatureTable(list: try list()).text
    if Repository.isRecording { try Repository.write(text, to: "FEATURES.md") }
    #expect(try Repository.read("FEATURES.md") == text, "run `make cases`")
  }

  @Test func casesNameFeaturesThatExist() throws {
    let list = try list()
    #expect(list.unknownKeys.isEmpty)
    let keys = list.features.map(\.key)
    #expect(Set(keys).count == keys.count, "two features have the same key")
  }

  @Test func whatIsNotSupportedIsWarnedAbout() throws {
    for feature in try list().features where feature.unsupported != nil {
      let warning = try #require(
        feature.warning,
        "\(feature.key): an unsupported feature needs the text of its warning"
      )
      let isPrinted = try feature.cases.contains { try $0.expectedDiagnostics().contains(warning) }
      #expect(isPrinted, "\(feature.key): no case of it prints '\(warning)'; is it supported by now?")
    }
  }
}
