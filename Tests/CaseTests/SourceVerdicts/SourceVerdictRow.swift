import APIDiff
import Foundation
import HeraldKit
import SourceDocuments
import Testing

/// A row of `Tests/SourceVerdicts/rows.yaml`: an edit of `base.yaml`, and code that uses what is generated.
struct SourceVerdictRow: Sendable, CustomTestStringConvertible {
  static let folder = Repository.path("Tests/SourceVerdicts/")

  let number: Int
  let name: String
  let base: String
  let revision: String
  /// Whether the base is edited for this row.
  let hasOwnBase: Bool
  let level: Level
  /// Statements that use a `client`.
  private let uses: String
  /// What stands around them.
  private let declarations: String
  /// Statements that compile before and not after where the level is `may-break`.
  let strict: String?
  /// Statements that hardly anybody writes, and that do not compile after although the change is additive.
  let rare: String?
  /// Declarations that use the server's module.
  private let serverText: String?

  var testDescription: String { name }

  static let all: [SourceVerdictRow] = {
    do {
      let base = try String(contentsOfFile: folder + "base.yaml", encoding: .utf8)
      let rows = try DocumentLoader().load(folder + "rows.yaml").root
      return try Array(rows.elements).enumerated().map {
        try SourceVerdictRow($1, number: $0 + 1, base: base)
      }
    } catch {
      Issue.record("the rows cannot be read: \(error)")
      return []
    }
  }()

  private init(_ node: SourceNode, number: Int, base: String) throws {
    let known: Set = ["row", "before", "edits", "uses", "declarations", "strict", "rare", "server", "level"]
    if let key = node.members.map(\.key).first(where: { !known.contains($0) }) {
      throw Fault(text: "row \(number) has the unknown key '\(key)'")
    }
    guard let name = node["row"]?.string, let level = node["level"]?.string.flatMap(Level.init),
      let edits = node["edits"]
    else {
      throw Fault(text: "row \(number) lacks its name, edits or level")
    }
    self.number = number
    self.name = name
    self.level = level
    hasOwnBase = node["before"] != nil
    self.base = try node["before"].map { try Self.edited(base, $0, of: name) } ?? base
    revision = try Self.edited(self.base, edits, of: name)
    uses = node["uses"]?.string ?? ""
    declarations = node["declarations"]?.string ?? ""
    strict = node["strict"]?.string
    rare = node["rare"]?.string
    serverText = node["server"]?.string
  }

  private static func edited(_ base: String, _ edits: SourceNode, of name: String) throws -> String {
    try edits.elements.reduce(base) { text, edit in
      guard let from = edit["from"]?.string, let to = edit["to"]?.string,
        base.components(separatedBy: from).count == 2
      else { throw Fault(text: "an edit of '\(name)' is not found once in base.yaml") }
      return text.replacingOccurrences(of: from, with: to)
    }
  }

  private struct Fault: Error { var text: String }

  /// The code of the SDK's users, under a name of its own.
  var client: String {
    """
    private enum Row\(number) {
      \(declarations)

      static func use(_ client: OrdersClient) async throws {
        \(uses)
      }
    }
    """
  }

  var strictClient: String? {
    strict.map { strict in
      """
      private enum StrictRow\(number) {
        static func use(_ client: OrdersClient) async throws {
          \(strict)
        }
      }
      """
    }
  }

  var rareClient: String? {
    rare.map { rare in
      """
      private enum RareRow\(number) {
        static func use(_ client: OrdersClient) async throws {
          \(rare)
        }
      }
      """
    }
  }

  var server: String? {
    serverText.map { text in
      """
      import Orders

      private enum ServerRow\(number) {
        \(text)
      }
      """
    }
  }
}

extension SourceVerdictRow {
  /// What `herald diff` says.
  func diff(_ change: (inout DiffOptions) -> Void = { _ in }) throws -> DiffOutcome {
    let folder = FileManager.default.temporaryDirectory.resolvingSymlinksInPath()
      .appending(path: "herald-row-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer {
      do {
        try FileManager.default.removeItem(at: folder)
      } catch {
        Issue.record(error)
      }
    }
    try Data(base.utf8).write(to: folder.appending(path: "base.yaml"))
    try Data(revision.utf8).write(to: folder.appending(path: "revision.yaml"))
    var options = DiffOptions(
      base: "base.yaml",
      revision: "revision.yaml",
      folder: folder.path(percentEncoded: false)
    )
    change(&options)
    return DiffCommand(options).run()
  }
}
