import HTTPTypes

nonisolated extension Router {
  /// Finds the route for a method and a path.
  nonisolated struct Table: Sendable {
    /// What stands at one path.
    private nonisolated struct Entry: Sendable {
      let pattern: Pattern
      var routes: [HTTPRequest.Method: (route: Route, pattern: Pattern, group: Int)]
    }

    /// What a lookup finds.
    nonisolated enum Match: Sendable {
      case route(Route, values: [String: Substring], group: Int)
      case otherMethods([HTTPRequest.Method])
      case nothing
    }

    /// The entries by the number of their segments, the most fixed first.
    private let entries: [Int: [Entry]]

    /// - Parameter groups: The routes of each group.
    init(_ groups: [[Route]]) {
      var byShape: [[[Pattern.Piece]]: Entry] = [:]
      for (group, routes) in groups.enumerated() {
        for route in routes {
          let pattern = Pattern(route.pathTemplate)
          var entry = byShape[pattern.shape] ?? Entry(pattern: pattern, routes: [:])
          // Of two that match the same requests, the first answers.
          if entry.routes[route.method] == nil { entry.routes[route.method] = (route, pattern, group) }
          byShape[pattern.shape] = entry
        }
      }
      entries = Dictionary(grouping: byShape.values, by: \.pattern.segments.count).mapValues { entries in
        entries.sorted { $0.pattern.rank.lexicographicallyPrecedes($1.pattern.rank) }
      }
    }

    /// The route for a request. The most fixed path that matches decides, whatever its methods (OpenAPI 3.1, “Path
    /// Templating Matching”); HEAD falls back on GET.
    func match(_ method: HTTPRequest.Method, _ path: Substring) -> Match {
      let segments = Pattern.segments(path)
      for entry in entries[segments.count] ?? [] where entry.pattern.match(segments) != nil {
        let found = entry.routes[method] ?? (method == .head ? entry.routes[.get] : nil)
        guard let found, let values = found.pattern.match(segments) else {
          return .otherMethods(Self.allowed(entry.routes.keys))
        }
        return .route(found.route, values: values, group: found.group)
      }
      return .nothing
    }

    private static func allowed(_ methods: some Sequence<HTTPRequest.Method>) -> [HTTPRequest.Method] {
      var allowed = Set(methods)
      if allowed.contains(.get) { allowed.insert(.head) }
      return allowed.sorted { $0.rawValue < $1.rawValue }
    }
  }
}
