import Foundation

nonisolated extension Router {
  /// The shape of a path template: its segments, each fixed text with variables in it.
  nonisolated struct Pattern: Sendable {
    /// A piece of a segment.
    nonisolated enum Piece: Hashable, Sendable {
      case literal(String)
      case variable(String)
    }

    let segments: [[Piece]]

    init(_ template: String) {
      segments = Self.segments(template[...]).map { Self.pieces($0) }
    }

    /// The segments of a path, without the empty one before the first slash.
    static func segments(_ path: Substring) -> [Substring] {
      path.split(separator: "/", omittingEmptySubsequences: false).dropFirst(path.hasPrefix("/") ? 1 : 0).map(
        \.self
      )
    }

    private static func pieces(_ segment: Substring) -> [Piece] {
      var pieces: [Piece] = []
      var rest = segment
      while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
        if open > rest.startIndex { pieces.append(.literal(String(rest[..<open]))) }
        pieces.append(.variable(String(rest[rest.index(after: open)..<close])))
        rest = rest[rest.index(after: close)...]
      }
      if !rest.isEmpty || pieces.isEmpty { pieces.append(.literal(String(rest))) }
      return pieces
    }

    /// The pattern with the names of variables left out: two templates of one shape match the same paths.
    var shape: [[Piece]] {
      segments.map { pieces in
        pieces.map { piece in
          if case .variable = piece { .variable("") } else { piece }
        }
      }
    }

    /// How fixed the segments are, from the first on: what is more fixed is tried first.
    var rank: [Int] {
      segments.map { pieces in
        if pieces.count > 1 { return 1 }
        if case .literal? = pieces.first { return 0 }
        return 2
      }
    }
  }
}

// MARK: - Matching

nonisolated extension Router.Pattern {
  /// The values of the variables, still percent-encoded, or nil if a path does not match.
  func match(_ path: [Substring]) -> [String: Substring]? {
    guard path.count == segments.count else { return nil }
    var values: [String: Substring] = [:]
    for (pieces, segment) in zip(segments, path) {
      guard Self.match(pieces[...], segment, &values) else { return nil }
    }
    return values
  }

  private static func match(
    _ pieces: ArraySlice<Piece>,
    _ text: Substring,
    _ values: inout [String: Substring]
  ) -> Bool {
    guard let first = pieces.first else { return text.isEmpty }
    let rest = pieces.dropFirst()
    switch first {
    case .literal(let literal) where rest.isEmpty:
      return text == literal || text.removingPercentEncoding == literal
    case .literal(let literal):
      return text.hasPrefix(literal) && match(rest, text.dropFirst(literal.count), &values)
    case .variable(let name):
      guard !text.isEmpty else { return false }
      guard case .literal(let next)? = rest.first else {
        values[name] = text
        return rest.isEmpty
      }
      guard let range = text.dropFirst().range(of: next, options: rest.count == 1 ? .backwards : []) else {
        return false
      }
      values[name] = text[..<range.lowerBound]
      return match(rest, text[range.lowerBound...], &values)
    }
  }
}
