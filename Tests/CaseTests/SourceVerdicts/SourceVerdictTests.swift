import APIDiff
import DiffReports
import Foundation
import HeraldKit
import SourceDocuments
import Testing

/// The compiler is the judge of what `herald diff` says about code that uses the SDK.
struct SourceVerdictTests {
  @Test func whatUsersWroteCompilesBefore() async throws {
    let rows = SourceVerdictRow.all
    try #require(rows.count >= 60)
    var clients: [String: String] = [:]
    var servers: [String: String] = [:]
    for row in rows where !row.hasOwnBase {
      clients["row\(row.number).swift"] = row.client
      clients["strict\(row.number).swift"] = row.strictClient
      clients["rare\(row.number).swift"] = row.rareClient
      servers["server\(row.number).swift"] = row.server
    }
    let errors = try await SourceVerdictCompiler.shared.errors(
      of: rows[0].base,
      clients: clients,
      servers: servers
    )
    #expect(errors.isEmpty, "\(errors.values.sorted().joined(separator: "\n"))")
    for row in rows where row.hasOwnBase {
      let errors = try await SourceVerdictCompiler.shared.errors(
        of: row.base,
        clients: ["row.swift": row.client],
        servers: row.server.map { ["server.swift": $0] } ?? [:]
      )
      #expect(errors.isEmpty, "\(errors.values.sorted().joined(separator: "\n"))")
    }
  }

  // One after another: tests that measure time would wait behind all that are ready to run.
  @Test(.serialized, arguments: SourceVerdictRow.all)
  func theCompilerAgrees(row: SourceVerdictRow) async throws {
    let difference = try difference(of: row)
    #expect(difference.isSourceJudged)
    let level = difference.findings.compactMap { $0.source?.level }.max() ?? .none
    #expect(level == row.level, "\(Self.summary(of: difference))")
    if level > .none { try expectCause(in: difference, of: row) }

    var clients = ["row.swift": row.client]
    clients["strict.swift"] = row.strictClient
    clients["rare.swift"] = row.rareClient
    let errors = try await SourceVerdictCompiler.shared.errors(
      of: row.revision,
      clients: clients,
      servers: row.server.map { ["server.swift": $0] } ?? [:]
    )
    let broken = Set(errors.keys)
    #expect(broken.isSubset(of: ["row.swift", "server.swift", "strict.swift", "rare.swift"]), "\(errors)")
    let breaks = broken.contains("row.swift") || broken.contains("server.swift")
    #expect(breaks == (level == .breaks), "\(errors)")
    #expect(broken.contains("strict.swift") == (row.strict != nil), "\(errors)")
    #expect((row.strict != nil) == (level == .mayBreak))
    #expect(broken.contains("rare.swift") == (row.rare != nil), "\(errors)")
    if level == .additive {
      let rareBreaks = Set(difference.findings.flatMap(\.declarations).flatMap(\.rareBreaks))
      #expect(rareBreaks.isEmpty == (row.rare == nil), "\(rareBreaks)")
    }
  }

  /// Every declaration that changes stands under a cause, and says what it was and is.
  private func expectCause(in difference: Difference, of row: SourceVerdictRow) throws {
    let declarations = difference.findings.flatMap(\.declarations)
    #expect(!declarations.isEmpty)
    #expect(declarations.allSatisfy { $0.before != nil || $0.after != nil })
  }

  private func difference(of row: SourceVerdictRow) throws -> Difference {
    let outcome = try row.diff()
    return try #require(outcome.report, "\(outcome.diagnostics.map(\.message))").difference
  }

  private static func summary(of difference: Difference) -> String {
    difference.findings.map { finding in
      let changes = finding.declarations.map { change in
        "    \(change.source.level.rawValue) \(change.declaration): \(change.before ?? "") → \(change.after ?? "")"
      }
      return (["\(finding.rule.rawValue): \(finding.title)"] + changes).joined(separator: "\n")
    }.joined(separator: "\n")
  }
}
