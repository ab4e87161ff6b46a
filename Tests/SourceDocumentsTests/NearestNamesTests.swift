import Testing

@testable import SourceDocuments

@Suite struct NearestNamesTests {
  @Test(arguments: [
    ("Petz", ["Pet", "Pets", "Owner"], ["Pet", "Pets"]),
    ("userName", ["user_name", "UserNames", "user"], ["user_name", "UserNames"]),
    ("x", ["y", "z"], ["y", "z"]),
    ("Order", ["Customer"], []),
    ("", ["a"], []),
  ])
  func areFewEditsAway(_ name: String, _ candidates: [String], _ nearest: [String]) {
    #expect(NearestNames.of(name, among: candidates) == nearest)
  }

  @Test(arguments: [
    ("proprties", "properties"), ("Type", "type"), ("tyep", "type"), ("requried", "required"), ("a", nil),
    ("completely", nil), ("", nil),
  ])
  func theNearest(_ name: String, _ expected: String?) {
    #expect(NearestNames.nearest(to: name, among: ["type", "properties", "required"]) == expected)
  }

  @Test func theFirstOfEqualsWins() {
    #expect(NearestNames.nearest(to: "cat", among: ["bat", "car"]) == "bat")
  }

  @Test func areNotSoughtForEndlessNames() {
    let long = String(repeating: "x", count: 1_000_000)
    #expect(NearestNames.of(long, among: [long + "y"]).isEmpty)
    #expect(NearestNames.of("x", among: [long]).isEmpty)
  }
}
