import APIDiff
import SourceDocuments

/// Findings that somebody has looked at and accepted, each with a reason and, if wanted, a last day.
struct AcceptanceFile {
  private struct Entry {
    var id: String
    var reason: String
    var until: String?
    var node: SourceNode
  }

  private var entries: [Entry] = []

  /// - Throws: When the file cannot be read or is wrong.
  init(_ path: String) throws(DiagnosticError) {
    let root = try DocumentLoader().load(path).root
    guard let list = root["accepted"], list.kind == .array, root.members.count == 1 else {
      throw DiagnosticError(.wrongAcceptance(root, "expected one key, 'accepted', with a list"))
    }
    var problems: [Diagnostic] = []
    for node in list.elements {
      let unknown = node.members.first { !["id", "reason", "until"].contains($0.key) }
      if let unknown {
        problems.append(.wrongAcceptance(unknown.value, "'\(unknown.key)' is no key of an entry"))
      }
      guard let id = node["id"]?.string ?? node["id"]?.number?.text else {
        problems.append(.wrongAcceptance(node, "an entry needs the 'id' of a finding, as a string"))
        continue
      }
      guard let reason = node["reason"]?.string, !reason.isEmpty else {
        problems.append(.wrongAcceptance(node, "an entry needs a 'reason'"))
        continue
      }
      if let until = node["until"], until.string.map(Self.isDate) != true {
        problems.append(.wrongAcceptance(until, "expected a date such as 2026-12-31"))
      }
      entries.append(Entry(id: id, reason: reason, until: node["until"]?.string, node: node))
    }
    guard problems.isEmpty else { throw DiagnosticError(diagnostics: problems) }
  }

  private static func isDate(_ text: String) -> Bool {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    return parts.map(\.utf8.count) == [4, 2, 2] && parts.allSatisfy { Int($0) != nil }
  }

  /// The reasons of the entries that hold, by finding, with a warning for each that does not.
  func applied(
    to findings: [Finding],
    on today: String
  ) -> (reasons: [String: String], diagnostics: [Diagnostic]) {
    let known = Set(findings.map(\.id))
    var reasons: [String: String] = [:]
    var diagnostics: [Diagnostic] = []
    for entry in entries {
      if !known.contains(entry.id) {
        diagnostics.append(.unusedAcceptance(entry.id, at: entry.node))
      } else if let until = entry.until, until < today {
        diagnostics.append(.expiredAcceptance(entry.id, until, at: entry.node))
      } else {
        reasons[entry.id] = entry.reason
      }
    }
    return (reasons, diagnostics)
  }
}

extension Diagnostic {
  fileprivate static func wrongAcceptance(_ node: SourceNode, _ message: String) -> Diagnostic {
    .error(
      "wrong-acceptance",
      message,
      at: node,
      advice: "write: accepted: [{id: 0123456789abcdef, reason: agreed with all users, until: 2026-12-31}]"
    )
  }

  fileprivate static func unusedAcceptance(_ id: String, at node: SourceNode) -> Diagnostic {
    .warning(
      "unused-acceptance",
      "there is no finding '\(id)' any more",
      at: node,
      advice: "remove the entry"
    )
  }

  fileprivate static func expiredAcceptance(_ id: String, _ until: String, at node: SourceNode) -> Diagnostic
  {
    .warning(
      "expired-acceptance",
      "the acceptance of '\(id)' ended with \(until)",
      at: node,
      advice: "settle the finding, or accept it for longer"
    )
  }
}
