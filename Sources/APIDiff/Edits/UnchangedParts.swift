import OpenAPIDescription
import Parallelism
import SourceDocuments

/// The parts of two documents that are written alike together with everything that they lead to, so that there is
/// nothing to be compared in them: paths, webhooks and named schemas.
///
/// Of two versions of a large description that is nearly everything.
struct UnchangedParts: Sendable {
  /// The parts whose own text is the same, with their counterparts.
  private var alike: [SourceNode: SourceNode] = [:]
  /// Those of them that lead to no part that is not.
  private var unchanged: [SourceNode: SourceNode] = [:]

  /// None: everything is to be compared.
  init() {}

  init(_ base: SourceNode, _ revision: SourceNode) {
    let pairs = Self.pairs(base, revision)
    let surroundings = Self.surroundings(base, revision)
    let states = pairs.parts(of: 32).concurrentMap { part in part.map(Self.state) }.flatMap(\.self)
    var indexes: [String: Int] = [:]
    for (index, pair) in pairs.enumerated() { indexes[pair.base.pointer] = index }
    var users: [[Int]] = Array(repeating: [], count: pairs.count)
    var changed: [Int] = []
    var isChanged = Array(repeating: false, count: pairs.count)
    for (index, state) in states.enumerated() {
      if state.isAlike { alike[pairs[index].base] = pairs[index].revision }
      let targets = state.targets.map { indexes[$0] }
      let isKnown = state.isAlike && state.isPlain && !targets.contains(nil)
      if !isKnown || !surroundings.allow(pairs[index].kind) {
        isChanged[index] = true
        changed.append(index)
      }
      for case let target? in targets { users[target].append(index) }
    }
    while let index = changed.popLast() {
      for user in users[index] where !isChanged[user] {
        isChanged[user] = true
        changed.append(user)
      }
    }
    for (index, pair) in pairs.enumerated() where !isChanged[index] { unchanged[pair.base] = pair.revision }
  }

  /// Whether two nodes are the same part, and nothing in it or behind it has changed.
  func contain(_ base: SourceNode, _ revision: SourceNode) -> Bool { unchanged[base] == revision }

  /// Whether two nodes are the same part and its text is the same, whatever it leads to.
  func areAlike(_ base: SourceNode, _ revision: SourceNode) -> Bool { alike[base] == revision }

  /// Whether a node of the old document stands in a part whose text is the same in the new one.
  func holdAlike(_ node: SourceNode) -> Bool {
    var current: SourceNode? = node
    while let node = current {
      if alike[node] != nil { return true }
      current = node.parent
    }
    return false
  }

  /// What a node in an unchanged part of the old document is in the new one.
  func counterpart(of node: SourceNode) -> SourceNode? {
    var steps: [SourceNode] = []
    var current = node
    while unchanged[current] == nil {
      steps.append(current)
      guard let parent = current.parent else { return nil }
      current = parent
    }
    guard var counterpart = unchanged[current] else { return nil }
    for step in steps.reversed() {
      let next = step.key.map { counterpart[$0] } ?? step.indexInParent.map { counterpart.elements[$0] }
      guard let next else { return nil }
      counterpart = next
    }
    return counterpart
  }

  // MARK: - Parts

  private enum Kind {
    /// Operations, which security, servers and media types of the whole document hold for.
    case operations
    case component
  }

  private struct Pair {
    var base: SourceNode
    var revision: SourceNode
    var kind: Kind
  }

  /// What stands under the same name in both documents.
  private static func pairs(_ base: SourceNode, _ revision: SourceNode) -> [Pair] {
    var pairs: [Pair] = []
    func add(_ base: SourceNode?, _ revision: SourceNode?, _ kind: Kind) {
      guard let base, let revision else { return }
      for member in base.members {
        guard let other = revision[member.key] else { continue }
        pairs.append(Pair(base: member.value, revision: other, kind: kind))
      }
    }
    for key in ["paths", "webhooks", "x-webhooks"] { add(base[key], revision[key], .operations) }
    for key in ["definitions", "parameters", "responses"] { add(base[key], revision[key], .component) }
    for section in base["components"]?.members.map(\.key) ?? [] where section != "securitySchemes" {
      let isOfOperations = section == "pathItems" || section == "callbacks"
      add(
        base["components"]?[section],
        revision["components"]?[section],
        isOfOperations ? .operations : .component
      )
    }
    return pairs
  }

  private struct State {
    var isAlike: Bool
    /// Whether everything that it depends on is written in it or among its targets.
    var isPlain = false
    /// The parts that it refers to, by their pointers.
    var targets: [String] = []
  }

  private static func state(of pair: Pair) -> State {
    var found: [SourceNode] = []
    let keys: [StaticString] = ["$ref", "discriminator", "$dynamicRef", "$recursiveRef", "$id"]
    guard pair.base.isWrittenLike(pair.revision, noting: keys, in: &found) else {
      return State(isAlike: false)
    }
    var state = State(isAlike: true, isPlain: true)
    for node in found {
      // An object under such a name is what the name of a property makes of it.
      switch (node.key, node.string) {
      case ("$ref", let reference?):
        if let target = part(of: reference) { state.targets.append(target) } else { state.isPlain = false }
      case ("$ref", nil): continue
      // Schemas that nothing here refers to may take part in a discriminator, or in what is found dynamically.
      default: state.isPlain = false
      }
    }
    return state
  }

  /// The part that a reference leads into; nil when it leaves the document, or is no pointer.
  private static func part(of reference: String) -> String? {
    guard reference.hasPrefix("#/") else { return nil }
    let tokens = reference.split(separator: "/", omittingEmptySubsequences: false)
    let length = tokens[1] == "components" ? 4 : 3
    return tokens.count < length ? nil : tokens.prefix(length).joined(separator: "/")
  }

  // MARK: - What holds for all parts

  private struct Surroundings {
    /// Whether the dialect is the same, and everything else besides the parts.
    var isSameDialect: Bool
    var isSame: Bool

    func allow(_ kind: Kind) -> Bool { isSameDialect && (isSame || kind == .component) }
  }

  private static func surroundings(_ base: SourceNode, _ revision: SourceNode) -> Surroundings {
    func isSame(_ left: SourceNode?, _ right: SourceNode?) -> Bool {
      guard let left, let right else { return left == nil && right == nil }
      return CanonicalValue.isEqual(left, right)
    }
    let dialect = ["openapi", "swagger", "jsonSchemaDialect", "$self"]
    let parts = ["paths", "webhooks", "x-webhooks", "components", "definitions", "parameters", "responses"]
    let others = Set(base.members.map(\.key) + revision.members.map(\.key))
      .subtracting(dialect + parts + ["info", "tags", "externalDocs"])
    let schemes = (base["components"]?["securitySchemes"], revision["components"]?["securitySchemes"])
    return Surroundings(
      isSameDialect: dialect.allSatisfy { isSame(base[$0], revision[$0]) },
      isSame: others.allSatisfy { isSame(base[$0], revision[$0]) } && isSame(schemes.0, schemes.1)
    )
  }
}
