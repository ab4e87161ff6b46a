import SourceDocuments

/// Which files of an output folder are Herald's, and what it wrote into each.
///
/// Holds no time and no absolute path, so that the same description always gives the same manifest.
struct OutputManifest: Sendable, Hashable {
  /// The manifest's own name in the output folder.
  static let fileName = ".herald-manifest.json"

  var files: [RelativePath: ContentHash]

  /// The manifest as the text of its file: one line per file, sorted, so that it merges like a list.
  var text: String {
    let entries = files.sorted { $0.key < $1.key }.map { path, hash in
      #"    "\#(path.text.replacing("\"", with: "\\\""))": "\#(hash.text)""#
    }
    let list = entries.isEmpty ? "{}" : "{\n" + entries.joined(separator: ",\n") + "\n  }"
    return """
      {
        "generator": "herald \(HeraldVersion.current)",
        "files": \(list)
      }

      """
  }
}

extension OutputManifest {
  /// Reads the text of a manifest and trusts nothing in it: it decides which files are deleted.
  init(reading bytes: [UInt8], path: String) throws(DiagnosticError) {
    let root: SourceNode
    do {
      root = try DocumentLoader().load(text: bytes, path: path).root
    } catch {
      throw DiagnosticError(diagnostics: error.diagnostics.map(\.withManifestAdvice))
    }
    guard let list = root["files"], list.kind == .object else {
      throw DiagnosticError(.unreadableManifest("it does not list files", at: root))
    }
    files = [:]
    for member in list.members {
      guard let file = RelativePath(member.key) else {
        throw DiagnosticError(.unsafeManifestPath(member.key, at: member.value))
      }
      guard let hash = member.value.string.flatMap(ContentHash.init) else {
        throw DiagnosticError(.unreadableManifest("this is not the fingerprint of a file", at: member.value))
      }
      files[file] = hash
    }
  }
}

extension Diagnostic {
  private static let manifestAdvice =
    "restore the manifest from version control, or delete it and run with --force"

  fileprivate var withManifestAdvice: Diagnostic {
    var copy = self
    copy.advice = Self.manifestAdvice
    return copy
  }

  fileprivate static func unreadableManifest(_ reason: String, at node: SourceNode) -> Diagnostic {
    .error("unreadable-manifest", "the manifest cannot be read: \(reason)", at: node, advice: manifestAdvice)
  }

  fileprivate static func unsafeManifestPath(_ path: String, at node: SourceNode) -> Diagnostic {
    Diagnostic(
      .error,
      code: "unsafe-path",
      "the manifest names '\(path)', which is not a plain path below the output folder",
      at: node.keyLocation,
      pointer: node.pointer,
      advice: manifestAdvice
    )
  }
}
