import SourceDocuments

/// How an output folder differs from what would be generated.
public struct OutputDrift: Sendable, Hashable {
  /// A file that is not as it would be generated.
  public struct File: Sendable, Hashable {
    /// The path relative to the output folder.
    public let path: String
    /// The difference as a unified diff, from what is there to what would be; without line breaks.
    public let diff: [String]
  }

  /// More lines are not shown: a log that long is not read.
  private static let lineLimit = 5_000

  /// The files that differ, are missing or are left over, sorted by path.
  public let files: [File]

  /// - Throws: When something stands in the way of a file, which is no matter of drift.
  init(
    _ survey: OutputSurvey,
    for generated: OutputFileSet,
    in folder: OutputFolder
  ) throws(DiagnosticError) {
    let problems = OutputProblems(survey: survey, folder: folder).diagnostics(force: true)
    guard problems.isEmpty else { throw DiagnosticError(diagnostics: problems) }
    var files = survey.files.filter { $0.state != .current }.map { file in
      File(path: file.path.text, diff: Self.diff(file.existing, file.generated, folder.path(of: file.path)))
    }
    // With every file in place, a manifest that is missing or old still is drift; otherwise it is an echo.
    if files.isEmpty, survey.record.manifest != generated.manifest {
      let old = survey.record.manifest.map { Array($0.text.utf8) }
      let path = folder.path(of: OutputManifest.fileName)
      files = [
        File(path: OutputManifest.fileName, diff: Self.diff(old, Array(generated.manifest.text.utf8), path))
      ]
    }
    self.files = files
  }

  /// The diffs of all files, one after the other.
  ///
  /// - Parameter color: Whether to mark up the text for a terminal, and to spare it control characters.
  public func text(color: Bool = false) -> String {
    shownLines.map { (color ? Self.colored($0) : $0) + "\n" }.joined()
  }

  private var shownLines: [String] {
    var lines: [String] = []
    for (index, file) in files.enumerated() {
      let room = Self.lineLimit - lines.count
      if room <= 0 {
        return lines + ["The differences of \(counted(files.count - index, "more file")) are not shown."]
      }
      lines += file.diff.prefix(room)
      if file.diff.count > room {
        lines.append("\(file.diff.count - room) more lines of \(file.path) are not shown.")
      }
    }
    return lines
  }

  private static func colored(_ line: String) -> String {
    let scalars = line.unicodeScalars.map { $0.value < 0x20 && $0 != "\t" ? "\u{FFFD}" : $0 }
    let plain = String(String.UnicodeScalarView(scalars))
    switch line.first {
    case "-" where !line.hasPrefix("--- "): return "\u{1B}[31m\(plain)\u{1B}[0m"
    case "+" where !line.hasPrefix("+++ "): return "\u{1B}[32m\(plain)\u{1B}[0m"
    case "@": return "\u{1B}[36m\(plain)\u{1B}[0m"
    default: return plain
    }
  }

  private static func diff(_ old: [UInt8]?, _ new: [UInt8]?, _ path: String) -> [String] {
    let name = path.trimmingPrefix("./").trimmingPrefix("/")
    return UnifiedDiff(from: old ?? [], to: new ?? [])
      .lines(from: old == nil ? "/dev/null" : "a/\(name)", to: new == nil ? "/dev/null" : "b/\(name)")
  }
}
