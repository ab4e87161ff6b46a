/// Makes the list of uses that findings share out of the sites of a comparison.
struct UseTableBuilder {
  let table: UseList.Table
  /// The use that each site is.
  private let positions: [Int]

  init(_ sites: [Site]) {
    var uses: [Use] = []
    var known: [Use: Int] = [:]
    var positions: [Int] = []
    for site in sites {
      let use = Use(
        operation: site.operation.name,
        address: site.operation.address,
        tags: site.operation.tags,
        place: site.place,
        direction: site.direction
      )
      if let position = known[use] {
        positions.append(position)
      } else {
        known[use] = uses.count
        positions.append(uses.count)
        uses.append(use)
      }
    }
    table = UseList.Table(uses)
    self.positions = positions
  }

  func list(_ sites: SiteSet) -> UseList {
    var last = -1
    var ascending = true
    var found: [Int] = []
    for site in sites.sites {
      let position = positions[site]
      guard position != last else { continue }
      if position < last { ascending = false }
      found.append(position)
      last = position
    }
    if ascending { return UseList(table, found) }
    return UseList(table, Set(found).sorted())
  }
}
