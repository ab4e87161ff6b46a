import APIDiff

/// Declarations that change alike, such as the function of a service and the case of its endpoint.
struct DeclarationGroup {
  let change: DeclarationChange
  /// As documentation refers to them.
  let declarations: [String]

  /// Whose change it is, and what becomes of it.
  var text: String {
    "\(sign) \(names)" + (detail.isEmpty ? "" : "  \(detail)") + (obstacle.map { "  (\($0))" } ?? "")
  }

  /// Why no alias or forwarder is written.
  var obstacle: String? { change.shimObstacle.map { "no shim: " + $0 } }

  var sign: String {
    switch change.kind {
    case .added: "+"
    case .removed: "-"
    case .renamed, .changed: "~"
    }
  }

  var names: String {
    let shown = declarations.prefix(3).map(Self.shortened).joined(separator: ", ")
    return declarations.count > 3 ? "\(shown), \(declarations.count - 3) more" : shown
  }

  /// Labels that nobody can take in are left out.
  private static func shortened(_ name: String) -> String {
    guard name.count > 72, let parenthesis = name.firstIndex(of: "(") else { return ShortText.of(name) }
    return ShortText.of(String(name[..<parenthesis])) + "(…)"
  }

  private static func shortSignature(_ text: String) -> String { ShortText.of(text, limit: 600) }

  /// A signature whose parameters nobody can take in, without them: what is about another name shows no more by them.
  private static func withoutParameters(_ signature: String) -> String {
    guard signature.count > 100, let first = signature.firstIndex(of: "("),
      let last = signature.lastIndex(of: ")"), first < last
    else { return signature }
    return signature[...first] + "…" + signature[last...]
  }

  /// `before → after`, or the signature of what was added or removed.
  var detail: String {
    switch (change.before.map(Self.shortSignature), change.after.map(Self.shortSignature)) {
    case (let before?, let after?):
      change.kind == .renamed
        ? "\(Self.withoutParameters(before))  →  \(Self.withoutParameters(after))" : "\(before)  →  \(after)"
    case (let only?, nil): change.kind == .removed ? only : "\(only)  →  none"
    case (nil, let only?): only
    case (nil, nil): ""
    }
  }

  static func groups(of changes: [DeclarationChange]) -> [DeclarationGroup] {
    struct Key: Hashable {
      var kind: DeclarationChange.Kind
      var before: String?
      var after: String?
      var obstacle: String?
    }
    var order: [Key] = []
    var groups: [Key: [DeclarationChange]] = [:]
    for change in changes {
      // A declaration of its own says by its name what it is.
      let isWhole = change.kind == .removed || change.kind == .added
      let key = Key(
        kind: change.kind,
        before: change.before ?? (isWhole && change.after == nil ? change.declaration : nil),
        after: change.after,
        obstacle: change.shimObstacle
      )
      if groups[key] == nil { order.append(key) }
      groups[key, default: []].append(change)
    }
    return order.compactMap { key in
      groups[key].flatMap { changes in
        changes.first.map { DeclarationGroup(change: $0, declarations: changes.map(\.declaration)) }
      }
    }
  }
}
