import Testing

@testable import SourceDocuments

@Suite struct DiagnosticsTests {
  private let first = SourceFile(path: "z.yaml", bytes: [])
  private let second = SourceFile(path: "a.yaml", bytes: [])

  private func item(
    _ severity: Diagnostic.Severity,
    _ code: String,
    _ file: SourceFile?,
    _ offset: Int = 0
  ) -> Diagnostic {
    Diagnostic(
      severity,
      code: code,
      "m",
      at: file.map { SourceLocation(file: $0, offset: offset, length: 0) }
    )
  }

  @Test func sortsByFileThenOffsetThenSeverity() {
    var diagnostics = Diagnostics()
    diagnostics.append(item(.warning, "1", first, 9))
    diagnostics.append(contentsOf: [item(.error, "2", second, 1), item(.warning, "3", first, 2)])
    diagnostics.append(item(.error, "4", first, 2))
    diagnostics.append(item(.note, "5", first, 2))
    diagnostics.append(item(.error, "6", nil))
    diagnostics.append(item(.error, "4", first, 2))
    diagnostics.append(item(.error, "7", first, 2))
    #expect(diagnostics.sorted().map(\.code) == ["6", "4", "7", "3", "5", "1", "2"])
    #expect(diagnostics.items.count == 8)
  }

  @Test func knowsWhetherThereAreErrors() {
    var diagnostics = Diagnostics()
    #expect(!diagnostics.hasErrors)
    diagnostics.append(item(.warning, "w", first))
    #expect(!diagnostics.hasErrors)
    diagnostics.append(item(.error, "e", first))
    #expect(diagnostics.hasErrors)
  }

  @Test func ordersSeverities() {
    #expect(Diagnostic.Severity.note < .warning)
    #expect(Diagnostic.Severity.warning < .error)
  }
}
