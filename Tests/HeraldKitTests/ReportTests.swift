import SourceDocuments
import SwiftRendering
import Testing

@testable import HeraldKit

struct ReportTests {
  @Test func diagnosticsAreCounted() {
    let report = DiagnosticReport(color: false)
    #expect(report.text([]) == "")
    #expect(report.text([warning("a")]).hasSuffix("[a]\n1 warning\n"))
    let error = Diagnostic(.error, code: "b", "it fails", at: nil)
    #expect(report.text([error, warning("a"), warning("a")]).hasSuffix("1 error, 2 warnings\n"))
  }

  @Test func manyWarningsOfAKindAreNotAllPrinted() {
    let diagnostics = (0..<50).map { warning("a", "warning \($0)") } + [warning("b")]
    let short = DiagnosticReport(color: false).text(diagnostics)
    #expect(short.contains("warning 19 [a]\n"))
    #expect(!short.contains("warning 20 [a]\n"))
    #expect(short.hasSuffix("[b]\n30 more [a]; --verbose prints them\n51 warnings\n"))
    #expect(DiagnosticReport(color: false, showsAll: true).text(diagnostics).contains("warning 49 [a]\n"))
  }

  @Test func theSummaryIsOneLine() {
    var changes = OutputChanges()
    changes.created = ["A.swift"]
    changes.unchanged = ["B.swift"]
    var outcome = GenerateOutcome(
      result: .written(changes),
      diagnostics: [],
      statistics: GenerationStatistics(),
      output: "SDK",
      remarks: ["options of herald.yaml"]
    )
    outcome.statistics.operations = 1
    outcome.statistics.types = 2
    outcome.statistics.files = 2
    let report = GenerateReport(outcome)
    #expect(report.output(color: false) == "Generated 1 operation, 2 types in 2 files (1 changed) · 0 ms\n")
    #expect(report.errors(color: false) == "")
    #expect(
      GenerateReport(outcome, isVerbose: true).errors(color: false)
        == "options of herald.yaml\ncreated SDK/A.swift\nleft 1 file as before\n"
    )
  }

  @Test func aDiffOnATerminalIsColoredAndHasNoOtherControlCharacters() throws {
    let folder = try TemporaryFolder()
    try folder.write("a\u{1B}]0;title\u{7}\n", to: "A.swift")
    let output = OutputFolder(folder.path)
    let files = try OutputFileSet(
      [GeneratedFile(path: "A.swift", contents: Array("b\n".utf8))],
      folder: folder.path
    )
    let drift = try OutputDrift(OutputSurvey(of: output, for: files), for: files, in: output)
    #expect(drift.text().hasSuffix("@@ -1 +1 @@\n-a\u{1B}]0;title\u{7}\n+b\n"))
    #expect(
      drift.text(color: true)
        .hasSuffix("\u{1B}[31m-a\u{FFFD}]0;title\u{FFFD}\u{1B}[0m\n\u{1B}[32m+b\u{1B}[0m\n")
    )
  }

  private func warning(_ code: String, _ message: String = "something is odd") -> Diagnostic {
    Diagnostic(.warning, code: code, message, at: nil)
  }
}
