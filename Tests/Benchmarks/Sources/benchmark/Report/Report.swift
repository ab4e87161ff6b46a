import Foundation

/// The results of a run, with the machine and the day they belong to.
struct Report: Encodable {
  var machine: String
  var compiler: String
  var date: String
  var results: [Result]
  /// What was learned, in the words of people.
  private let notes: String

  private enum CodingKeys: String, CodingKey {
    case machine, compiler, date, results
  }

  init(results: [Result], workspace: Workspace) throws {
    let kernel = try Execution.succeeding(["uname", "-sm"], in: workspace.root).output
    let cores = ProcessInfo.processInfo.activeProcessorCount
    let memory = ProcessInfo.processInfo.physicalMemory >> 30
    let version = try Execution.succeeding(["swift", "--version"], in: workspace.root).output
    machine = "\(kernel.split(separator: "\n").joined()), \(cores) cores, \(memory) GiB"
    compiler = version.split(separator: "\n").first.map(String.init) ?? ""
    let formatter = DateFormatter()
    formatter.locale = Locale(identifier: "en_US_POSIX")
    formatter.dateFormat = "yyyy-MM-dd"
    date = formatter.string(from: Date())
    self.results = results
    notes = try String(contentsOfFile: workspace.root + "/Tests/Benchmarks/Notes.md", encoding: .utf8)
  }

  /// The results as a table for a terminal.
  var text: String {
    var lines: [String] = []
    for (area, results) in areas {
      lines += ["", area]
      let width = results.map { $0.subject.count + $0.metric.count + 2 }.max() ?? 0
      for result in results {
        let label = "\(result.subject): \(result.metric)"
        lines.append("  " + label + String(repeating: " ", count: width - label.count + 2) + result.text)
      }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// The results as a page of the repository.
  ///
  /// - Parameter page: The page as it is, of which the areas stay that were not measured.
  func markdown(keeping page: String) -> String {
    let lines = [
      "# Benchmarks", "",
      "Written by `make benchmark` on \(date): \(machine), \(compiler).",
      "Times vary with the machine; compare ratios, and the counts of instructions.",
    ]
    let measured = Dictionary(areas.map { ($0.name, section($0.name, $0.results)) }) { first, _ in first }
    let kept = Self.sections(of: page)
    let sections = Area.allCases.map(\.rawValue).compactMap { measured[$0] ?? kept[$0] }
    return (lines + [""] + sections).joined(separator: "\n") + "\n" + notes
  }

  private func section(_ area: String, _ results: [Result]) -> String {
    let subjects = unique(results.map(\.subject))
    let metrics = unique(results.map(\.metric))
    var lines = ["## \(area.capitalized)", "", "![\(area)](Tests/Benchmarks/Plots/\(area).svg)", ""]
    lines.append("| | " + subjects.joined(separator: " | ") + " |")
    lines.append("|---|" + String(repeating: "---:|", count: subjects.count))
    for metric in metrics {
      let cells = subjects.map { subject in
        results.first { $0.subject == subject && $0.metric == metric }?.text ?? ""
      }
      lines.append("| \(metric) | " + cells.joined(separator: " | ") + " |")
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// The sections of a page by the area they are about, which is their heading in small letters.
  private static func sections(of page: String) -> [String: String] {
    let parts = page.components(separatedBy: "\n## ").dropFirst()
    return Dictionary(
      parts.map { part in
        let heading = String(part.prefix { $0 != "\n" })
        let text = part.hasSuffix("\n") ? part : part + "\n"
        return (heading.lowercased(), "## " + text)
      }
    ) { first, _ in first }
  }

  /// The results by area, in the order in which they were measured.
  var areas: [(name: String, results: [Result])] {
    unique(results.map(\.area)).map { area in (area, results.filter { $0.area == area }) }
  }

  private func unique(_ names: [String]) -> [String] {
    var seen = Set<String>()
    return names.filter { seen.insert($0).inserted }
  }
}
