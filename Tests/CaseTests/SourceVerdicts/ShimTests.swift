import APIDiff
import DiffReports
import Foundation
import HeraldKit
import Testing

/// What `--shims` writes lets the code of before compile.
struct ShimTests {
  /// Rows in which nothing but names changes.
  private static let rows = [
    "operation renamed", "endpoint of a renamed operation", "path parameter renamed", "tag changed",
    "union member renamed, same shape", "inline schema became a component", "component renamed, same shape",
    "component renamed, and nobody names it", "server named otherwise",
    "parameter moved within the list", "properties reordered",
    "arguments of a call reordered, any of which may be left out",
    "many arguments of a call reordered, any of which may be left out",
    "handler of a renamed tag", "router with a renamed tag",
  ]

  @Test(.serialized, arguments: rows)
  func whatUsersWroteCompilesAfter(name: String) async throws {
    let row = try #require(SourceVerdictRow.all.first { $0.name == name })
    let outcome = try row.diff { $0.makesShims = true }
    let shims = try #require(outcome.shims)
    let changes = try #require(outcome.report).difference.findings.flatMap(\.declarations)
    #expect(changes.allSatisfy { $0.source.level < .breaks || $0.isShimmed }, "\(changes)")
    let serverShims = try #require(outcome.serverShims)
    #expect((shims + serverShims).contains("@available(*, deprecated, renamed: "))
    let errors = try await SourceVerdictCompiler.shared.errors(
      of: row.revision,
      clients: ["row.swift": row.client, "shims.swift": shims],
      servers: row.server.map { ["server.swift": $0, "serverShims.swift": serverShims] } ?? [:]
    )
    #expect(errors.isEmpty, "\(errors)\n\(shims)\n\(serverShims)")
  }

  /// What is gone, or takes other values, has no shim.
  @Test(arguments: ["operation removed", "parameter became another type", "property removed"])
  func whatIsGoneIsGone(name: String) throws {
    let row = try #require(SourceVerdictRow.all.first { $0.name == name })
    let outcome = try row.diff { $0.makesShims = true }
    #expect(try #require(outcome.shims).contains("@available") == false)
    let changes = try #require(outcome.report).difference.findings.flatMap(\.declarations)
    #expect(changes.allSatisfy { !$0.isShimmed })
  }
}
