import Testing

@testable import SourceDocuments

@Suite struct SourceFileTests {
  private func file(_ text: String) -> SourceFile {
    SourceFile(path: "a", bytes: Array(text.utf8))
  }

  private func position(_ offset: Int, in file: SourceFile) -> String {
    let (line, column) = file.lineAndColumn(at: offset)
    return "\(line):\(column)"
  }

  @Test func countsLinesAtEveryKindOfBreak() {
    let file = file("a\nb\r\nc\rd\n\ne")
    let positions = (0...11).map { position($0, in: file) }
    #expect(
      positions == ["1:1", "1:2", "2:1", "2:2", "2:3", "3:1", "3:2", "4:1", "4:2", "5:1", "6:1", "6:2"]
    )
    #expect((0...7).map(file.lineText) == ["", "a", "b", "c", "d", "", "e", ""])
  }

  @Test func countsColumnsInScalars() {
    let file = file("é日😀x\ne\u{301}y")
    #expect(position(2, in: file) == "1:2")
    #expect(position(5, in: file) == "1:3")
    #expect(position(9, in: file) == "1:4")
    #expect(position(14, in: file) == "2:3")
  }

  @Test func doesNotCountTheByteOrderMark() {
    let file = file("\u{FEFF}a\nb")
    #expect(position(0, in: file) == "1:1")
    #expect(position(3, in: file) == "1:1")
    #expect(position(4, in: file) == "1:2")
    #expect(file.lineText(1) == "a")
  }

  @Test func staysInsideTheFile() {
    let file = file("ab\n")
    #expect(position(-5, in: file) == "1:1")
    #expect(position(99, in: file) == "2:1")
    #expect(file.lineText(-1).isEmpty)
    #expect(file.lineText(.max).isEmpty)
    #expect(position(3, in: SourceFile(path: "a", bytes: [])) == "1:1")
  }

  @Test func repairsBytesThatAreNotText() {
    let file = SourceFile(path: "a", bytes: [0x61, 0xFF, 0x62, 0x0A, 0x80])
    #expect(file.lineText(1) == "a\u{FFFD}b")
    #expect(position(2, in: file) == "1:3")
    #expect(file.lineText(2) == "\u{FFFD}")
  }

  @Test(arguments: ["x", "é", "日", "😀", "xé日😀"])
  func convertsBetweenBytesAndScalars(_ unit: String) {
    let text = String(repeating: unit, count: 500)
    let bytes = Array(text.utf8)
    let index = ScalarIndex(bytes)
    var offset = 0
    for (count, scalar) in text.unicodeScalars.enumerated() {
      #expect(index.count(before: offset, in: bytes) == count)
      #expect(index.offset(ofScalar: count, in: bytes) == offset)
      offset += UTF8.width(scalar)
    }
    #expect(index.offset(ofScalar: text.unicodeScalars.count, in: bytes) == bytes.count)
    #expect(index.offset(ofScalar: .max, in: bytes) == bytes.count)
    #expect(index.count(before: .max, in: bytes) == text.unicodeScalars.count)
  }

  @Test func isEqualByIdentity() {
    let first = file("a")
    #expect(first == first)
    #expect(first != file("a"))
  }
}
