public import SourceDocuments
import Synchronization

/// Whether documented values match their schemas, each pair checked once.
public final class ExampleValidity: Sendable {
  private struct Pair: Hashable {
    let value: SourceNode
    let schema: Schema
  }

  private struct State {
    var checker: ValueChecker
    var isRefuted: [Pair: Bool] = [:]
  }

  private let state: Mutex<State>

  public init(schemas: SchemaStore) {
    state = Mutex(State(checker: ValueChecker(schemas: schemas)))
  }

  /// Whether a value is certainly none that a schema allows; what cannot be decided is not refuted.
  public func refutes(_ value: SourceNode, as schema: Schema) -> Bool {
    state.withLock { state in
      let pair = Pair(value: value, schema: schema)
      if let known = state.isRefuted[pair] { return known }
      let isRefuted = state.checker.mismatch(of: value, with: schema) != nil
      state.isRefuted[pair] = isRefuted
      return isRefuted
    }
  }
}
