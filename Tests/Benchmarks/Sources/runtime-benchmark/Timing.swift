/// Times a piece of work: the fastest of several rounds, each long enough for the clock.
enum Timing {
  private static let rounds = 7

  /// Seconds that one execution takes.
  static func seconds(repeating count: Int, _ work: () throws -> Void) rethrows -> Double {
    let clock = ContinuousClock()
    var fastest = Double.infinity
    for _ in 0..<rounds {
      let start = clock.now
      for _ in 0..<count { try work() }
      fastest = min(fastest, seconds(clock.now - start) / Double(count))
    }
    return fastest
  }

  /// Seconds that one execution takes.
  static func seconds(repeating count: Int, _ work: () async throws -> Void) async rethrows -> Double {
    let clock = ContinuousClock()
    var fastest = Double.infinity
    for _ in 0..<rounds {
      let start = clock.now
      for _ in 0..<count { try await work() }
      fastest = min(fastest, seconds(clock.now - start) / Double(count))
    }
    return fastest
  }

  private static func seconds(_ duration: Duration) -> Double {
    Double(duration.components.seconds) + Double(duration.components.attoseconds) / 1e18
  }
}
