import Foundation
import SourceDocuments

/// Compares what Herald says about pairs of descriptions with what another tool says.
///
/// The pairs are not part of this repository. The folder has `checks.json` and `cases/NAME/base.yaml`,
/// `revision.yaml` and `expected.json`. Every edit that is expected has to be reported, and every disagreement
/// on its level has to stand in the reviewed list, of which no entry may be needless. Without `checks.json` only the edits
/// are compared.
@main
enum DiffAgreement {
  static func main() throws {
    let arguments = CommandLine.arguments
    guard arguments.count >= 3 else {
      print("usage: diff-agreement FOLDER DISAGREEMENTS [CASES…]")
      exit(64)
    }
    let disagreements = try Disagreements(arguments[2])
    // A folder without levels that could be compared is about the edits alone.
    let checks = arguments[1] + "/checks.json"
    let hasLevels = FileManager.default.fileExists(atPath: checks)
    let levels = hasLevels ? try levels(checks) : [:]
    let folders =
      arguments.count > 3
      ? Array(arguments[3...])
      : ["cases", "cases-swapped"].filter {
        FileManager.default.fileExists(atPath: arguments[1] + "/" + $0)
      }
    var used: Set<Int> = []
    var counts = (pairs: 0, edits: 0, agreed: 0, policy: 0)
    var problems: [String] = []
    for folder in folders {
      let path = arguments[1] + "/" + folder
      for name in try FileManager.default.contentsOfDirectory(atPath: path).sorted() {
        let example: CaseFolder
        do {
          example = try CaseFolder(path, name: name)
        } catch let error as DiagnosticError {
          let index = disagreements.index("unreadable", "", "unreadable", in: name)
          if let index {
            used.insert(index)
          } else {
            problems.append("\(folder)/\(name): cannot be read: \(error.diagnostics.first?.message ?? "")")
          }
          continue
        }
        counts.pairs += 1
        for expected in example.expected {
          counts.edits += 1
          if RuleMapping.isPolicy(expected.id) {
            counts.policy += 1
            continue
          }
          guard let rules = RuleMapping.rules(for: expected.id) else {
            problems.append("\(folder)/\(name): \(expected.id) is not mapped")
            continue
          }
          let level = example.level(of: expected, rules)
          let theirs = hasLevels ? levels[expected.id] ?? "?" : "reported"
          let ours = (hasLevels ? level : level.map { _ in "reported" }) ?? "nothing"
          if ours == theirs {
            counts.agreed += 1
          } else if let index = disagreements.index(expected.id, theirs, ours, in: name) {
            used.insert(index)
          } else {
            problems.append(
              "\(folder)/\(name): \(expected.id) \(expected.arguments): theirs \(theirs), ours \(ours)"
            )
          }
        }
      }
    }
    if arguments.count == 3 {
      for (index, entry) in disagreements.entries.enumerated() where !used.contains(index) {
        problems.append("\(entry.node.location): no case needs this entry any more: \(entry.ids)")
      }
    }
    print(problems.joined(separator: "\n"))
    let disagreed = counts.edits - counts.agreed - counts.policy
    print(
      "\(counts.pairs) pairs, \(counts.edits) edits: \(counts.agreed) judged alike, \(disagreed) otherwise, \(counts.policy) of a policy of that tool; \(problems.count) problems"
    )
    exit(problems.isEmpty ? 0 : 1)
  }

  /// The level of each check in the newest version of the tool.
  private static func levels(_ path: String) throws -> [String: String] {
    let checks = try DocumentLoader().load(path).root
    return Dictionary(
      checks.elements.compactMap { check in
        guard let id = check["id"]?.string, let level = check["levelNewer"]?.string ?? check["level"]?.string
        else {
          return nil
        }
        return (id, level)
      }
    ) { first, _ in first }
  }
}
