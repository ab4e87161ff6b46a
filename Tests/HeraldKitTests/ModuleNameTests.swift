import Testing

@testable import HeraldKit

struct ModuleNameTests {
  @Test(
    arguments: [
      ("Hero Health Public API", "HeroHealthPublicAPI"),
      ("Pet store (v2)", "PetStoreV2"),
      ("GitHub's REST", "GitHubsREST"),
      ("Crème brûlée", "CremeBrulee"),
      ("1Password Connect", "API1PasswordConnect"),
      ("Swift", "SwiftAPI"),
      ("Foundation", "FoundationAPI"),
      ("self", "Self" + "API"),
      ("日本語", "API"),
      ("", "API"),
      ("a.b/c-d_e", "ABCDE"),
    ]
  )
  func titlesBecomeModuleNames(title: String, name: String) {
    #expect(ModuleName.derive(from: title) == name)
    #expect(ModuleName.problem(with: name) == nil)
  }

  @Test func longTitlesAreCutAtAWord() {
    let name = ModuleName.derive(from: String(repeating: "Word ", count: 40))
    #expect(name == String(repeating: "Word", count: 12))
    #expect(ModuleName.derive(from: String(repeating: "a", count: 400)).count == 50)
  }
}
