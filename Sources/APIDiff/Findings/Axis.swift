/// For whom an edit is judged.
public enum Axis: String, Sendable, Hashable, CaseIterable {
  /// Code written against the old SDK, compiled against the new one.
  case source
  /// Clients that are released already, when the server changes.
  case deployed
  /// Clients of the new SDK, as long as the server has not changed.
  case rollout
  /// The same code and messages as valid as before, with another meaning.
  case behaviour
}
