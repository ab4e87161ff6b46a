/// Figures of one run.
public struct GenerationStatistics: Sendable {
  /// A part of a run and the time it took.
  public struct Stage: Sendable {
    public let name: String
    public let duration: Duration
  }

  /// How many operations the package has.
  public internal(set) var operations = 0
  /// How many types it declares.
  public internal(set) var types = 0
  /// How many files it consists of.
  public internal(set) var files = 0
  /// The stages that were reached, in order.
  public private(set) var stages: [Stage] = []

  /// The time of all stages.
  public var duration: Duration { stages.reduce(.zero) { $0 + $1.duration } }

  /// Does something as a stage of the run.
  mutating func measure<Value, Failure: Error>(
    _ name: String,
    _ work: () throws(Failure) -> Value
  ) throws(Failure) -> Value {
    let clock = ContinuousClock()
    let start = clock.now
    defer { stages.append(Stage(name: name, duration: clock.now - start)) }
    return try work()
  }
}
