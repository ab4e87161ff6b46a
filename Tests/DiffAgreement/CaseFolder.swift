import OpenAPIDescription
import SourceDocuments

@testable import APIDiff

/// A pair of descriptions with what another tool said about it.
struct CaseFolder {
  struct Expected {
    var id: String
    var arguments: [String]
  }

  let name: String
  let expected: [Expected]
  let difference: Difference

  init(_ path: String, name: String) throws {
    self.name = name
    let answer = try DocumentLoader().load("\(path)/\(name)/expected.json").root
    expected = (answer["changes"].map { Array($0.elements) } ?? []).map { change in
      Expected(
        id: change["id"]?.string ?? "",
        arguments: change["args"]?.elements.compactMap(\.string) ?? []
      )
    }
    difference = DescriptionComparison.compare(
      try Self.read("\(path)/\(name)/base"),
      try Self.read("\(path)/\(name)/revision")
    )
  }

  private static func read(_ stem: String) throws -> OpenAPIDocument {
    let path =
      [".yaml", ".json", ".yml"].map { stem + $0 }.first { DiskFiles().canonicalPath($0) != nil } ?? stem
    let loader = DocumentLoader()
    let (document, diagnostics) = OpenAPIReader.readDespiteErrors(try loader.load(path), loader: loader)
    guard let document else {
      throw DiagnosticError(diagnostics: diagnostics.items.filter { $0.severity == .error })
    }
    return document
  }

  /// What we say about an expectation: a level, or nothing.
  func level(of expected: Expected, _ rules: Set<Rule>) -> String? {
    let direction: [MessageDirection] =
      expected.id.contains("response") ? [.received, .failure] : [.sent]
    let found = difference.findings.filter { rules.contains($0.rule) }
    // Of several edits of a kind, the one that most of the arguments speak of.
    let scores = found.map { finding in
      let text =
        "\(finding.title) \(finding.before ?? "") \(finding.after ?? "") \(finding.base?.pointer ?? "") "
        + "\(finding.revision?.pointer ?? "") " + finding.uses.map(\.place).joined(separator: " ")
      let words = Set(text.split { !$0.isLetter && !$0.isNumber && $0 != "-" && $0 != "_" }.map(String.init))
      return expected.arguments.flatMap {
        $0.split { !$0.isLetter && !$0.isNumber && $0 != "-" && $0 != "_" }
      }
      .count { words.contains(String($0)) }
    }
    let relevant = zip(found, scores).filter { $0.1 == scores.max() }.map(\.0)
    guard !relevant.isEmpty else { return nil }
    let level =
      relevant.map { finding in
        SeverityLaw.verdict(
          on: .deployed,
          of: finding.effects,
          in: Set(direction).intersection(finding.uses.map(\.direction))
        ).level
      }.max() ?? .none
    switch level {
    case .breaks: return "ERR"
    case .mayBreak: return "WARN"
    case .additive, .none: return "INFO"
    }
  }
}
