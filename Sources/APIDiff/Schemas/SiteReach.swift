/// Which sites lead to which pairs of schemas.
///
/// Pairs form a graph with cycles. The pairs of a cycle are reached from the same sites, so each strongly
/// connected component is treated as one (Tarjan's algorithm), in the order from the sites inwards.
struct SiteReach {
  private var reached: [SiteSet]

  init(_ pairs: [SchemaPair], _ sites: [Site]) {
    reached = pairs.map(\.sites)
    var byDirection: [MessageDirection: SiteSet] = [:]
    for (index, site) in sites.enumerated() { byDirection[site.direction, default: SiteSet()].insert(index) }
    var components = StronglyConnectedComponents(pairs)
    components.run()
    // Tarjan finds a component after all that it leads to, so the outermost come last.
    for component in components.found.reversed() {
      var grows = true
      while grows {
        grows = false
        for index in component {
          for edge in pairs[index].edges {
            let passed = Self.passed(reached[index], edge, byDirection)
            var union = reached[edge.target]
            union.formUnion(passed)
            guard union != reached[edge.target] else { continue }
            reached[edge.target] = union
            if component.count > 1 { grows = true }
          }
        }
      }
    }
  }

  func sites(of pair: Int) -> SiteSet { reached[pair] }

  private static func passed(
    _ sites: SiteSet,
    _ edge: SchemaPair.Edge,
    _ byDirection: [MessageDirection: SiteSet]
  ) -> SiteSet {
    guard let directions = edge.directions else { return sites }
    var allowed = SiteSet()
    for direction in directions { allowed.formUnion(byDirection[direction] ?? SiteSet()) }
    return sites.intersection(allowed)
  }
}
