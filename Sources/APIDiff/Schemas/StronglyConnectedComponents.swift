/// Groups pairs of schemas that lead to one another (Tarjan 1972), with a stack of its own.
struct StronglyConnectedComponents {
  private let pairs: [SchemaPair]
  private var order: [Int]
  private var low: [Int]
  private var isOnStack: [Bool]
  private var stack: [Int] = []
  private var count = 0
  /// The components, each after all that it leads to.
  private(set) var found: [[Int]] = []

  init(_ pairs: [SchemaPair]) {
    self.pairs = pairs
    order = Array(repeating: -1, count: pairs.count)
    low = order
    isOnStack = Array(repeating: false, count: pairs.count)
  }

  mutating func run() {
    for root in pairs.indices where order[root] < 0 { visit(root) }
  }

  private mutating func visit(_ root: Int) {
    var open: [(pair: Int, edge: Int)] = [(root, 0)]
    enter(root)
    while let (pair, edge) = open.last {
      let edges = pairs[pair].edges
      if edge < edges.count {
        open[open.count - 1].edge += 1
        let target = edges[edge].target
        if order[target] < 0 {
          enter(target)
          open.append((target, 0))
        } else if isOnStack[target] {
          low[pair] = min(low[pair], order[target])
        }
      } else {
        open.removeLast()
        if let parent = open.last?.pair { low[parent] = min(low[parent], low[pair]) }
        if low[pair] == order[pair] { leave(pair) }
      }
    }
  }

  private mutating func enter(_ pair: Int) {
    order[pair] = count
    low[pair] = count
    count += 1
    stack.append(pair)
    isOnStack[pair] = true
  }

  private mutating func leave(_ pair: Int) {
    var component: [Int] = []
    while let last = stack.popLast() {
      isOnStack[last] = false
      component.append(last)
      if last == pair { break }
    }
    found.append(component)
  }
}
