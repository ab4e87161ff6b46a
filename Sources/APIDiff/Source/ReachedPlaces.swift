import OpenAPIDescription
import SourceDocuments

/// What some places of a description lead to, through references as well, and which of them is the closest.
struct ReachedPlaces {
  /// The place to start from, by where it leads.
  private var starts: [SourceNode: Int] = [:]
  private let schemas: SchemaStore
  private let skipped: Set<String>

  /// - Parameters:
  ///   - starts: Places with what stands for each; of two that lead to the same in as many steps the first counts.
  ///   - skipped: Fields that are not followed.
  init(from starts: [(node: SourceNode, start: Int)], in schemas: SchemaStore, skipping skipped: Set<String>)
  {
    self.schemas = schemas
    self.skipped = skipped
    var walked: Set<SourceNode> = []
    var queue = starts
    var next = 0
    while next < queue.count {
      let (entry, start) = queue[next]
      next += 1
      guard self.starts[entry] == nil else { continue }
      self.starts[entry] = start
      var pending = [entry]
      while let node = pending.popLast() {
        guard walked.insert(node).inserted else { continue }
        queue += targets(of: node).map { ($0, start) }
        pending += children(of: node)
      }
    }
  }

  /// What leads to the first of some places that anything leads to, or to something that it stands in.
  func start(forOneOf nodes: [SourceNode]) -> Int? {
    nodes.lazy.compactMap(start).first
  }

  private func start(for node: SourceNode) -> Int? {
    var current: SourceNode? = node
    while let node = current {
      if let start = starts[node] { return start }
      current = node.parent
    }
    return nil
  }

  private func children(of node: SourceNode) -> [SourceNode] {
    guard node.kind == .object else { return node.elements.filter(Self.isContainer) }
    // Under `properties`, a name is that of a property.
    let isOfProperties = node.key == "properties"
    return node.members.filter { isOfProperties || !skipped.contains($0.key) }.map(\.value)
      .filter(Self.isContainer)
  }

  private static func isContainer(_ node: SourceNode) -> Bool { node.kind == .object || node.kind == .array }

  /// Where a reference leads, and those of a discriminator's mapping; not those to other files that are none to schemas.
  private func targets(of node: SourceNode) -> [SourceNode] {
    if node.key == "mapping", node.parent?.key == "discriminator" {
      return node.members.compactMap { $0.value.string.flatMap { resolved($0, at: node) } }
    }
    guard let reference = node["$ref"]?.string else { return [] }
    let target = schemas.schema(at: node)?.reference?.target ?? resolved(reference, at: node)
    return target.map { [$0] } ?? []
  }

  private func resolved(_ reference: String, at node: SourceNode) -> SourceNode? {
    guard reference.hasPrefix("#/") else { return nil }
    return reference.split(separator: "/").dropFirst().reduce(node.document.root) { node, token in
      node?[String(token)]
    }
  }
}
