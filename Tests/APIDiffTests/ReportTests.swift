import SourceDocuments
import Testing

@testable import APIDiff
@testable import DiffReports

/// All formats say the same, whatever stands in the descriptions.
struct ReportTests {
  private func report() throws -> DiffReport {
    let base = """
      {type: object, required: [id], properties: {id: {type: string}, "<b>&`": {type: string}, kind: {type: string, enum: [a]}}}
      """
    let revision = """
      {type: object, properties: {id: {type: integer}, "::error::%0A]]>": {type: string}, kind: {type: string, enum: [a, "</script><script>alert(1)</script>"]}, n: {type: string, xml: {name: x}}}}
      """
    let difference = try DiffFixture(schema: base, revision).difference
    return DiffReport(
      tool: "1.2.3",
      base: DiffReport.Input(name: "base.yaml", specification: "3.1.0", title: "T <i>", version: "1"),
      revision: DiffReport.Input(name: "revision.yaml", specification: "3.1.0", title: "T <i>", version: "2"),
      difference: difference,
      accepted: [difference.findings[0].id: "agreed | with *all*"]
    )
  }

  @Test(arguments: ReportFormat.allCases)
  func everyFormatCarriesEveryFinding(format: ReportFormat) throws {
    let report = try report()
    #expect(report.difference.findings.count >= 6)
    let text = report.text(as: format)
    for finding in report.difference.findings {
      #expect(text.contains(finding.id), "\(format.rawValue) lacks \(finding.title)")
      #expect(text.contains(finding.rule.rawValue), "\(format.rawValue) lacks \(finding.rule.rawValue)")
    }
    #expect(text.hasSuffix("\n"))
  }

  @Test func machineFormatsAreWhatTheySay() throws {
    let report = try report()
    for format in [ReportFormat.json, .sarif] {
      let document = try DocumentLoader().load(text: Array(report.text(as: format).utf8), path: "report.json")
      let findings =
        format == .json ? document.root["findings"] : document.root["runs"]?.elements[0]["results"]
      #expect(findings?.elements.count == report.difference.findings.count)
    }
  }

  @Test func nothingFromADescriptionIsMarkup() throws {
    let report = try report()
    let page = report.text(as: .html)
    #expect(!page.contains("<script>alert"))
    #expect(!page.contains("<b>&`"))
    #expect(page.components(separated: "<script>") == 2)
    let commands = report.text(as: .github).split(separator: "\n")
    #expect(commands.count == report.difference.findings.count)
    for command in commands {
      #expect(["::error ", "::warning ", "::notice "].contains { command.hasPrefix($0) })
    }
    #expect(!report.text(as: .junit).contains("]]>"))
  }

  @Test func noDifferenceIsAReportToo() {
    let input = DiffReport.Input(name: "a", specification: "3.1.0", title: "T", version: "1")
    let report = DiffReport(tool: "1", base: input, revision: input, difference: Difference(editCount: 0))
    for format in ReportFormat.allCases where format != .github {
      #expect(!report.text(as: format).isEmpty)
    }
  }
}

extension String {
  fileprivate func components(separated separator: String) -> Int {
    var count = 1
    var rest = self[...]
    while let range = rest.firstRange(of: separator) {
      count += 1
      rest = rest[range.upperBound...]
    }
    return count
  }
}
