import SourceDocuments

/// The files of one revision of a git repository. Their paths begin with the revision: `main:api/openapi.yaml`.
struct GitFiles: FileReading {
  private let revision: String
  private let folder: String
  /// The path from the root of the repository to the folder, with a slash at its end unless it is empty.
  private let prefix: String

  /// - Throws: When git is not there, the folder is in no repository, or the revision does not exist.
  init(revision: String, of folder: String, at location: SourceLocation) throws(DiagnosticError) {
    self.revision = revision
    self.folder = folder
    do {
      prefix = try Self.text(["rev-parse", "--show-prefix"], in: folder).trimmingSuffix(
        while: \.isNewline
      )
      _ = try Self.git(
        ["rev-parse", "--verify", "--quiet", "--end-of-options", revision + "^{tree}"],
        in: folder
      )
    } catch {
      throw DiagnosticError(.unknownRevision(revision, error.text, at: location))
    }
  }

  /// The path under which ``read(_:)`` finds what git calls `REVISION:path`: from the root of the repository,
  /// or from the folder when it begins with `./` or `../`.
  func path(of path: String) -> String {
    let isRelative = path.hasPrefix("./") || path.hasPrefix("../")
    return revision + ":" + (isRelative ? Self.normalized(prefix + path) : path)
  }

  /// Git knows no `..` in the middle of a path.
  private static func normalized(_ path: String) -> String {
    var components: [Substring] = []
    for component in path.split(separator: "/") where component != "." {
      if component == "..", let last = components.last, last != ".." {
        components.removeLast()
      } else {
        components.append(component)
      }
    }
    return components.joined(separator: "/")
  }

  func read(_ path: String) throws(FileReadingFailure) -> [UInt8] {
    let inside = path.hasPrefix(revision + ":") ? String(path.dropFirst(revision.count + 1)) : path
    let object = revision + ":" + inside
    do {
      if try Self.text(["cat-file", "-t", object], in: folder).hasPrefix("tree") {
        throw GitFailure.isTree
      }
      return try Self.git(["cat-file", "blob", object], in: folder)
    } catch GitFailure.isTree {
      throw .isDirectory
    } catch {
      throw .missing
    }
  }

  /// What git said instead of doing something.
  private enum GitFailure: Error {
    case failed(String)
    case isTree

    var text: String {
      if case .failed(let text) = self { text } else { "" }
    }
  }

  private static func git(_ arguments: [String], in folder: String) throws(GitFailure) -> [UInt8] {
    let answer: ChildProcess
    do {
      answer = try ChildProcess.run("git", ["-C", folder] + arguments)
    } catch {
      throw .failed("git cannot be run: \(error.reason)")
    }
    guard answer.exitCode == 0 else {
      throw .failed(answer.errors.split(whereSeparator: \.isNewline).first.map(String.init) ?? "")
    }
    return answer.output
  }

  private static func text(_ arguments: [String], in folder: String) throws(GitFailure) -> String {
    String(decoding: try git(arguments, in: folder), as: UTF8.self)
  }
}

extension String {
  fileprivate func trimmingSuffix(while isDropped: (Character) -> Bool) -> String {
    var text = self
    while let last = text.last, isDropped(last) { text.removeLast() }
    return text
  }
}

extension Diagnostic {
  fileprivate static func unknownRevision(
    _ revision: String,
    _ reason: String,
    at location: SourceLocation
  ) -> Diagnostic {
    Diagnostic(
      .error,
      code: "unknown-revision",
      "there is no such file, and git knows no revision '\(revision)'"
        + (reason.isEmpty ? "" : ": \(reason)"),
      at: location,
      advice: "name a file, or a commit, branch or tag of this repository as REVISION:path"
    )
  }
}
