import Testing

@testable import SourceDocuments

@Suite struct FilePathTests {
  @Test(arguments: [
    ("", "."), (".", "."), ("./a", "a"), ("a//b/", "a/b"), ("a/./b/../c", "a/c"), ("a/..", "."), ("..", ".."),
    ("../a", "../a"), ("a/../../b", "../b"), ("../../a/..", "../.."), ("/", "/"), ("//a", "/a"), ("/..", "/"),
    ("/../a/../../b", "/b"),
  ])
  func isNormal(_ text: String, _ normal: String) {
    #expect(FilePath(text).text == normal)
  }

  @Test(arguments: [
    ("a/b.yaml", "../c", "c"), ("b.yaml", "c", "c"), ("b.yaml", "../c", "../c"),
    ("/x/b.yaml", "c/d", "/x/c/d"),
    ("x/b.yaml", "/c", "/c"), ("../b.yaml", "c", "../c"),
  ])
  func isSeenFromTheFolder(_ base: String, _ other: String, _ result: String) {
    #expect(FilePath(base).folder.appending(FilePath(other)).text == result)
  }

  @Test func containsWhatLiesBelow() {
    #expect(FilePath("/a").contains(FilePath("/a")))
    #expect(FilePath("/a").contains(FilePath("/a/b")))
    #expect(!FilePath("/a").contains(FilePath("/ab")))
    #expect(!FilePath("/a").contains(FilePath("/a/../b")))
    #expect(FilePath("/").contains(FilePath("/a")))
    // Equal as strings, but different folders.
    #expect(!FilePath("/\u{e9}").contains(FilePath("/e\u{301}/b")))
  }

  @Test func splitsBetweenBytes() {
    // A combining character after a slash makes one character of both.
    #expect(FilePath("a/..\u{2F}\u{338}b").folder.text == ".")
  }
}
