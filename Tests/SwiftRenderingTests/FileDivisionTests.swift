import Testing

@testable import SwiftRendering

struct FileDivisionTests {
  private func parts(_ lengths: [Int], limit: Int = 100) -> [[Int]] {
    FileDivision(limit: limit).parts(of: lengths) { $0 }
  }

  @Test func whatFitsStaysInOnePiece() {
    #expect(parts([]) == [[]])
    #expect(parts([40, 60]) == [[40, 60]])
  }

  @Test func partsAreOfAboutTheSameLength() {
    #expect(parts([40, 40, 40, 40]) == [[40, 40], [40, 40]])
    let many = parts(Array(repeating: 10, count: 35))
    #expect(many.flatMap { $0 }.count == 35)
    #expect(many.allSatisfy { (70...100).contains($0.reduce(0, +)) })
  }

  @Test func anElementThatIsTooLongHasAPartOfItsOwn() {
    #expect(parts([10, 500, 10]) == [[10], [500], [10]])
  }
}
