import OpenAPIDescription
import SourceDocuments

/// Compares the places where an API, a path or an operation is served.
struct ServerComparison {
  let context: ComparisonContext

  /// Compares what replaces the servers of the API.
  func compare(_ old: LocatedOperation, _ new: LocatedOperation, _ place: OperationPlace) {
    let before = old.operation.servers.isEmpty ? old.item.servers : old.operation.servers
    let after = new.operation.servers.isEmpty ? new.item.servers : new.operation.servers
    guard !before.isEmpty || !after.isEmpty else { return }
    let site = context.recorder.add(Site(operation: place, place: "server", direction: place.requests))
    compare(
      before.isEmpty ? context.base.servers : before,
      after.isEmpty ? context.revision.servers : after,
      owner: place.name,
      in: (old.operation.origin, new.operation.origin),
      at: SiteSet(site)
    )
  }

  /// Compares the servers that all operations share.
  func compareShared() {
    let place = OperationPlace(name: "every operation", address: "every operation", tags: [])
    let site = context.recorder.add(Site(operation: place, place: "server", direction: .sent))
    compare(
      context.base.servers,
      context.revision.servers,
      owner: "the API",
      in: (context.base.origin, context.revision.origin),
      at: SiteSet(site)
    )
  }

  private func compare(
    _ old: [Server],
    _ new: [Server],
    owner: String,
    in nodes: (SourceNode, SourceNode),
    at sites: SiteSet
  ) {
    var added = new
    var removed: [Server] = []
    for server in old {
      if let index = added.firstIndex(where: { $0.url == server.url }) {
        compare(server, added.remove(at: index), owner, sites)
      } else {
        removed.append(server)
      }
    }
    // The only server that changed its address, rather than one that went and one that came.
    if removed.count == 1, added.count == 1 {
      let (first, second) = (removed[0], added[0])
      let edit = Edit(
        .serverChanged,
        "changed the address of a server",
        subject: owner,
        before: first.url,
        after: second.url,
        base: first.origin["url"] ?? first.origin,
        revision: second.origin["url"] ?? second.origin,
        claims: [first.origin["url"], second.origin["url"]],
        effects: [Effect(.undecided, .address), Effect(.shifts, .meaning)]
      )
      context.recorder.record(edit, at: sites)
      compare(first, second, owner, sites)
      return
    }
    for server in removed {
      let effects = [Effect(.undecided, .address), Effect(.shifts, .meaning)]
      record(
        .serverRemoved,
        "lost the server \(server.url)",
        owner,
        server,
        (server.origin, nodes.1["servers"] ?? nodes.1),
        effects,
        sites
      )
    }
    for server in added {
      record(
        .serverAdded,
        "gained the server \(server.url)",
        owner,
        server,
        (nodes.0["servers"] ?? nodes.0, server.origin),
        [Effect(.widens, .members)],
        sites
      )
    }
    compareDefault(old, new, owner, sites)
  }

  /// Clients call the first server unless told otherwise.
  private func compareDefault(_ old: [Server], _ new: [Server], _ owner: String, _ sites: SiteSet) {
    guard let first = old.first, let second = new.first, first.url != second.url,
      old.contains(where: { $0.url == second.url }), new.contains(where: { $0.url == first.url })
    else { return }
    let edit = Edit(
      .defaultServerChanged,
      "lists another server first",
      subject: owner,
      before: first.url,
      after: second.url,
      base: first.origin,
      revision: second.origin,
      effects: [Effect(.shifts, .meaning)]
    )
    context.recorder.record(edit, at: sites)
  }

  private func record(
    _ rule: Rule,
    _ phrase: String,
    _ owner: String,
    _ server: Server,
    _ nodes: (SourceNode, SourceNode),
    _ effects: [Effect],
    _ sites: SiteSet
  ) {
    let edit = Edit(
      rule,
      phrase,
      subject: owner,
      before: rule == .serverRemoved ? server.url : nil,
      after: rule == .serverAdded ? server.url : nil,
      base: nodes.0,
      revision: nodes.1,
      claims: [server.origin],
      effects: effects
    )
    context.recorder.record(edit, at: sites)
  }

  private func compare(_ old: Server, _ new: Server, _ owner: String, _ sites: SiteSet) {
    context.match(old.origin, new.origin)
    if old.name != new.name {
      let nodes = (old.origin["name"] ?? old.origin, new.origin["name"] ?? new.origin)
      recordVariable(
        .serverNameChanged,
        "changed the name of \(new.url)",
        owner,
        old.name,
        new.name,
        nodes,
        [],
        sites
      )
    }
    for variable in old.variables {
      guard let other = new.variables.first(where: { $0.name == variable.name }) else {
        let nodes = (variable.origin, new.origin["variables"] ?? new.origin)
        recordVariable(
          .serverVariableRemoved,
          "lost the variable '\(variable.name)'",
          owner,
          nil,
          nil,
          nodes,
          [Effect(.undecided, .address)],
          sites
        )
        continue
      }
      compare(variable, other, owner, sites)
    }
    for variable in new.variables where !old.variables.contains(where: { $0.name == variable.name }) {
      let nodes = (old.origin["variables"] ?? old.origin, variable.origin)
      recordVariable(
        .serverVariableAdded,
        "gained the variable '\(variable.name)'",
        owner,
        nil,
        nil,
        nodes,
        [Effect(.undecided, .address)],
        sites
      )
    }
  }

  private func compare(_ old: ServerVariable, _ new: ServerVariable, _ owner: String, _ sites: SiteSet) {
    context.match(old.origin, new.origin)
    if old.defaultValue != new.defaultValue {
      let nodes = (old.origin["default"] ?? old.origin, new.origin["default"] ?? new.origin)
      recordVariable(
        .serverVariableDefaultChanged,
        "changed the default of '\(new.name)'",
        owner,
        old.defaultValue,
        new.defaultValue,
        nodes,
        [Effect(.shifts, .meaning)],
        sites
      )
    }
    guard old.enumeration.map(Set.init) != new.enumeration.map(Set.init) else { return }
    let (before, after) = (old.enumeration.map(Set.init), new.enumeration.map(Set.init))
    let change: Effect.Change =
      after == nil
      ? .widens
      : before == nil
        ? .narrows
        : before?.isSubset(of: after ?? []) == true
          ? .widens : after?.isSubset(of: before ?? []) == true ? .narrows : .shifts
    let nodes = (old.origin["enum"] ?? old.origin, new.origin["enum"] ?? new.origin)
    recordVariable(
      .serverVariableValuesChanged,
      "changed the values of '\(new.name)'",
      owner,
      old.enumeration?.joined(separator: ", "),
      new.enumeration?.joined(separator: ", "),
      nodes,
      [Effect(change, .address)],
      sites
    )
  }

  private func recordVariable(
    _ rule: Rule,
    _ phrase: String,
    _ owner: String,
    _ before: String?,
    _ after: String?,
    _ nodes: (SourceNode, SourceNode),
    _ effects: [Effect],
    _ sites: SiteSet
  ) {
    let isWhole = rule == .serverVariableAdded || rule == .serverVariableRemoved
    let claims = isWhole ? [rule == .serverVariableAdded ? nodes.1 : nodes.0] : [nodes.0, nodes.1]
    let edit = Edit(
      rule,
      phrase,
      subject: owner,
      before: before,
      after: after,
      base: nodes.0,
      revision: nodes.1,
      claims: claims,
      effects: effects
    )
    context.recorder.record(edit, at: sites)
  }
}
