import Testing

@testable import SwiftRendering

struct TypeFamiliesTests {
  /// The files of types of 40 lines each, whose names are given as words.
  private func files(_ names: [String], limit: Int) -> [String: [String]] {
    let members = names.map { name in
      let words = name.split(separator: " ").map(String.init)
      return TypeFamilies.Member(name: words.joined(), words: words, lines: 40)
    }
    let families = TypeFamilies(limit: limit).families(of: members)
    return Dictionary(uniqueKeysWithValues: families.map { ($0.fileName, $0.members.map(\.name)) })
  }

  @Test func namesThatBeginAlikeShareAFile() {
    #expect(
      files(["Disk", "Disk Create", "New Pet", "Disk State"], limit: 200)
        == ["Disk": ["Disk", "DiskCreate", "DiskState"], "NewPet": ["NewPet"]]
    )
  }

  @Test func aNewTypeMovesNoOther() {
    let before = files(["Disk", "Disk State", "Image Source"], limit: 200)
    let after = files(["Disk", "Disk State", "Instance", "Image Source"], limit: 200)
    #expect(after.filter { $0.key != "Instance" } == before)
  }

  @Test func aFamilyThatIsTooLongIsDividedByTheNextWord() {
    #expect(
      files(["Disk", "Disk Source Image", "Disk Source Blank", "Disk State"], limit: 100)
        == [
          "Disk": ["Disk"], "DiskSource": ["DiskSourceImage", "DiskSourceBlank"], "DiskState": ["DiskState"],
        ]
    )
  }

  @Test func aTypeThatIsTooLongIsNotDividedForever() {
    #expect(files(["Disk", "disk"], limit: 10) == ["Disk": ["Disk", "disk"]])
  }
}
