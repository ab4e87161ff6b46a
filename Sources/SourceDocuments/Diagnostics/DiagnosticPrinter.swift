/// Prints diagnostics the way compilers do, for terminals and for tools that look for `file:line:column:`.
///
/// Whatever the document contains, the text holds no control characters but line breaks (and, with color,
/// the printer's own escape sequences).
public struct DiagnosticPrinter: Sendable {
  private let color: Bool

  /// - Parameter color: Whether to mark up the text with ANSI escape sequences.
  public init(color: Bool) {
    self.color = color
  }

  /// The diagnostic with its excerpt, pointer, advice and notes: several lines without a final line break.
  public func text(_ diagnostic: Diagnostic) -> String {
    let title = TerminalText.escaped(diagnostic.message) + " [\(TerminalText.escaped(diagnostic.code))]"
    var lines = [headline(diagnostic.severity, title, at: diagnostic.location)]
    if let location = diagnostic.location { lines += excerpt(location) }
    if let pointer = diagnostic.pointer { lines.append("  at: " + TerminalText.escaped(pointer)) }
    if let advice = diagnostic.advice { lines.append("  fix: " + TerminalText.escaped(advice)) }
    for note in diagnostic.notes {
      lines.append(headline(.note, TerminalText.escaped(note.message), at: note.location))
      if let location = note.location { lines += excerpt(location) }
    }
    return lines.joined(separator: "\n")
  }

  private func headline(
    _ severity: Diagnostic.Severity,
    _ message: String,
    at location: SourceLocation?
  ) -> String {
    let place = location.map { TerminalText.escaped($0.description) + ": " } ?? ""
    return styled(place, .bold) + styled(severity.rawValue + ":", style(of: severity)) + " " + message
  }

  private func excerpt(_ location: SourceLocation) -> [String] {
    guard let excerpt = SourceExcerpt(location) else { return [] }
    let number = String(location.line)
    let margin = String(repeating: " ", count: number.utf8.count)
    return ["\(number) | \(excerpt.text)", "\(margin) | " + excerpt.indent + styled(excerpt.marker, .green)]
  }
}

extension DiagnosticPrinter {
  /// Codes of ANSI "select graphic rendition" sequences.
  private enum Style: String {
    case bold = "1"
    case boldRed = "1;31"
    case boldMagenta = "1;35"
    case boldCyan = "1;36"
    case green = "32"
  }

  private func style(of severity: Diagnostic.Severity) -> Style {
    switch severity {
    case .error: .boldRed
    case .warning: .boldMagenta
    case .note: .boldCyan
    }
  }

  private func styled(_ text: String, _ style: Style) -> String {
    color && !text.isEmpty ? "\u{1b}[\(style.rawValue)m\(text)\u{1b}[0m" : text
  }
}
