/// What can be wrong with files and with references to them.
extension Diagnostic {
  static func unreadable(
    _ path: String,
    _ failure: FileReadingFailure,
    at location: SourceLocation?,
    pointer: String? = nil
  ) -> Diagnostic {
    let path = Excerpt.of(path)
    let (code, message, advice) =
      switch failure {
      case .missing:
        ("missing-file", "the file '\(path)' does not exist", "correct the path, or put the file there")
      case .isDirectory:
        ("not-a-file", "'\(path)' is a folder", "name a file inside it")
      case .unreadable(let reason):
        ("unreadable-file", "the file '\(path)' cannot be read: \(reason)", "make it readable")
      }
    return Diagnostic(.error, code: code, message, at: location, pointer: pointer, advice: advice)
  }

  static func remoteReference(_ reference: String, at node: SourceNode) -> Diagnostic {
    .error(
      "remote-reference",
      "the reference '\(Excerpt.of(reference))' leads to another machine",
      at: node,
      advice: "download the file, put it beside the description and refer to it by its path"
    )
  }

  static func insecureReference(_ reference: String, at node: SourceNode) -> Diagnostic {
    .error(
      "insecure-reference",
      "the reference '\(Excerpt.of(reference))' leads to another machine, and not over https",
      at: node,
      advice: "write the address with https://, or download the file and refer to it by its path"
    )
  }

  static func remoteToLocal(_ reference: String, at node: SourceNode) -> Diagnostic {
    .error(
      "insecure-reference",
      "a document of another machine refers to the local file '\(Excerpt.of(reference))'",
      at: node,
      advice: "download the document, and put both files beside the description"
    )
  }

  static func unreachable(_ address: String, _ failure: RemoteFailure, at node: SourceNode) -> Diagnostic {
    .error(
      "unreachable-document",
      "'\(Excerpt.of(address))' cannot be fetched: \(failure.reason)",
      at: node,
      advice: "download the file, put it beside the description and refer to it by its path"
    )
  }

  static func referenceOutsideTree(_ path: String, root: String, at node: SourceNode) -> Diagnostic {
    .error(
      "reference-outside-tree",
      "the reference leads to '\(Excerpt.of(path))', which is outside of the folder '\(Excerpt.of(root))'",
      at: node,
      advice: "move the file into that folder, or allow a folder that contains both"
    )
  }

  static func danglingReference(
    _ reference: String,
    token: String,
    lostAt place: SourceNode,
    at node: SourceNode,
    suggesting isSuggesting: Bool
  ) -> Diagnostic {
    .error(
      "dangling-reference",
      "the reference '\(Excerpt.of(reference))' leads nowhere",
      at: node,
      advice: adviceForLoss(of: token, at: place, suggesting: isSuggesting),
      notes: [Note(descriptionOfLoss(of: token, at: place), at: place.bestLocation)]
    )
  }

  static func unknownAnchor(
    _ name: String,
    reference: String,
    known: [String],
    at node: SourceNode,
    suggesting isSuggesting: Bool
  ) -> Diagnostic {
    let nearest = isSuggesting ? NearestNames.of(name, among: known) : []
    return .error(
      "dangling-reference",
      "the reference '\(Excerpt.of(reference))' leads nowhere: no schema has that $anchor",
      at: node,
      advice: nearest.isEmpty
        ? "write a path inside the file as '#/…', with a slash after '#'"
        : "refer to one of: \(list(nearest))"
    )
  }

  /// - Parameter chain: The `$ref` strings in the order in which they were followed.
  static func circularReference(_ chain: [SourceNode]) -> Diagnostic {
    let maximumNotes = 16
    var notes = chain.prefix(maximumNotes).map { step in
      Note("the chain passes through '\(Excerpt.of(step.string ?? ""))'", at: step.location)
    }
    if chain.count > maximumNotes {
      notes.append(Note("… and through \(chain.count - maximumNotes) more", at: nil))
    }
    return Diagnostic(
      .error,
      code: "circular-reference",
      "the reference leads back to itself, never to a value",
      at: chain.first?.location,
      pointer: chain.first?.pointer,
      advice: "let one of the references in the chain lead to a value",
      notes: chain.count > 1 ? notes : []
    )
  }
}

extension Diagnostic {
  private static func adviceForLoss(
    of token: String,
    at place: SourceNode,
    suggesting isSuggesting: Bool
  ) -> String? {
    if let target = place["$ref"]?.string {
      return "'\(Excerpt.of(place.pointer))' is a reference itself; continue from '\(Excerpt.of(target))'"
    }
    guard isSuggesting else { return nil }
    let nearest = NearestNames.of(token, among: place.members.lazy.map(\.key))
    return nearest.isEmpty ? nil : "define it, or refer to one of: \(list(nearest))"
  }

  private static func descriptionOfLoss(of token: String, at place: SourceNode) -> String {
    let name = Excerpt.of(token)
    let owner = place.parent == nil ? "the document" : "'\(Excerpt.of(place.pointer))'"
    return switch place.kind {
    case .object: "\(owner) has no member '\(name)'"
    case .array: "\(owner) has \(place.elements.count) elements, none of them '\(name)'"
    case .string, .number, .boolean, .null: "\(owner) is neither an object nor an array"
    }
  }

  private static func list(_ names: [String]) -> String {
    names.map { Excerpt.of($0) }.joined(separator: ", ")
  }
}
