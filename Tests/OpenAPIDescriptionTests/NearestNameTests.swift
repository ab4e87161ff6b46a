import Testing

@testable import OpenAPIDescription

@Suite struct NearestNameTests {
  @Test(arguments: [
    ("proprties", "properties"), ("Type", "type"), ("tyep", "type"), ("requried", "required"), ("a", nil),
    ("completely", nil), ("", nil),
  ])
  func nearest(_ name: String, _ expected: String?) {
    #expect(NearestName.find(for: name, among: ["type", "properties", "required"]) == expected)
  }

  @Test func theFirstOfEqualsWins() {
    #expect(NearestName.find(for: "cat", among: ["bat", "car"]) == "bat")
  }
}
