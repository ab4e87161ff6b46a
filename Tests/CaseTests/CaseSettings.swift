import Foundation
import SourceDocuments

/// What a case says about itself in `case.yaml`; everything has a default.
struct CaseSettings {
  /// The exit code.
  var exitCode = 0
  /// What follows `herald generate`.
  var arguments: [String] = []
  /// A folder of the case that is the output folder before the run. After a failure it must be unchanged.
  var output: String?
  /// Empty folders, which version control does not hold.
  var folders: [String] = []

  /// The rows of `Tests/Features.yaml` that the case proves.
  var features: [String] = []

  private static let keys = ["about", "arguments", "exit", "features", "folders", "output"]

  init(path: String) throws {
    guard FileManager.default.fileExists(atPath: path) else { return }
    let root = try DocumentLoader().load(path).root
    if let unknown = root.members.first(where: { !Self.keys.contains($0.key) }) {
      throw DiagnosticError(
        .error("unknown-key", "a case has no setting '\(unknown.key)'", at: unknown.value)
      )
    }
    exitCode = root["exit"]?.number?.integer ?? exitCode
    arguments = root["arguments"]?.elements.compactMap(\.string) ?? []
    output = root["output"]?.string
    features = root["features"]?.elements.compactMap(\.string) ?? []
    folders = root["folders"]?.elements.compactMap(\.string) ?? []
  }
}
