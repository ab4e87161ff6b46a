import APIDiff
import SourceDocuments

/// The version of the SDK, which the configuration file keeps.
struct SDKVersion {
  let number: SemanticVersion
  private let node: SourceNode

  init(_ configuration: Configuration, description: String) throws(DiagnosticError) {
    guard let node = configuration.origins["version"], let text = configuration.version,
      let number = SemanticVersion(text)
    else { throw DiagnosticError(.missingVersion(description)) }
    self.number = number
    self.node = node
  }

  /// The path of the configuration file.
  var path: String { node.document.file.path }

  /// The configuration file with another version, everything else untouched.
  func contents(with version: SemanticVersion) -> [UInt8] {
    var bytes = node.document.file.bytes
    let range = node.location.offset..<(node.location.offset + node.location.length)
    let quote = bytes[range].first.flatMap {
      [UInt8(ascii: "\""), UInt8(ascii: "'")].contains($0) ? [$0] : nil
    }
    bytes.replaceSubrange(range, with: (quote ?? []) + Array(version.text.utf8) + (quote ?? []))
    return bytes
  }
}

extension Diagnostic {
  fileprivate static func missingVersion(_ description: String) -> Diagnostic {
    Diagnostic(
      .error,
      code: "missing-version",
      "the configuration does not say which version the SDK has, so it cannot be raised",
      at: .start(of: description),
      advice: "add `version: 1.0.0` to herald.yaml"
    )
  }
}
