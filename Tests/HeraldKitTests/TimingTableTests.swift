import Testing

@testable import HeraldKit

struct TimingTableTests {
  @Test func everyStageHasALineWithItsShare() {
    var statistics = GenerationStatistics()
    statistics.measure("load") { spin(milliseconds: 2) }
    statistics.measure("describe") {}
    let lines = TimingTable(statistics).lines
    #expect(lines.map { $0.split(separator: " ").first } == ["load", "describe", "all"])
    #expect(lines.allSatisfy { $0.contains(" ms ") && $0.hasSuffix(" %") })
    #expect(lines.last?.hasSuffix(" 100.0 %") == true)
    #expect(Set(lines.map(\.count)).count == 1, "columns stand below one another")
  }

  @Test func aRunThatReachedNothingHasNoShares() {
    #expect(TimingTable(GenerationStatistics()).lines == ["all  0.0 ms    0.0 %"])
  }

  private func spin(milliseconds: Int) {
    let clock = ContinuousClock()
    let end = clock.now + .milliseconds(milliseconds)
    while clock.now < end {}
  }
}
