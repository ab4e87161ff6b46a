public import SourceDocuments

/// The diagnostics of a run as a user reads them: each in full, and their number at the end.
public struct DiagnosticReport: Sendable {
  /// Of warnings with the same code, so many are printed unless all are asked for.
  private static let shownPerCode = 20

  private let printer: DiagnosticPrinter
  private let showsAll: Bool

  /// - Parameters:
  ///   - color: Whether to mark up the text for a terminal.
  ///   - showsAll: Whether to print warnings also when there are very many of a kind.
  public init(color: Bool, showsAll: Bool = false) {
    printer = DiagnosticPrinter(color: color)
    self.showsAll = showsAll
  }

  /// The report, each line with its line break; empty without diagnostics.
  public func text(_ diagnostics: [Diagnostic]) -> String {
    if diagnostics.isEmpty { return "" }
    var printed: [String: Int] = [:]
    var hidden: [(code: String, count: Int)] = []
    var lines: [String] = []
    for diagnostic in diagnostics {
      printed[diagnostic.code, default: 0] += 1
      if showsAll || diagnostic.severity == .error
        || printed[diagnostic.code, default: 0] <= Self.shownPerCode
      {
        lines.append(printer.text(diagnostic))
      } else if let index = hidden.firstIndex(where: { $0.code == diagnostic.code }) {
        hidden[index].count += 1
      } else {
        hidden.append((diagnostic.code, 1))
      }
    }
    lines += hidden.map { "\($0.count) more [\($0.code)]; --verbose prints them" }
    lines.append(Self.count(of: diagnostics))
    return lines.map { $0 + "\n" }.joined()
  }

  /// "1 error, 2 warnings".
  private static func count(of diagnostics: [Diagnostic]) -> String {
    let parts: [String] = [Diagnostic.Severity.error, .warning, .note].compactMap { severity in
      let count = diagnostics.count { $0.severity == severity }
      return count == 0 ? nil : counted(count, severity.rawValue)
    }
    return parts.joined(separator: ", ")
  }
}
