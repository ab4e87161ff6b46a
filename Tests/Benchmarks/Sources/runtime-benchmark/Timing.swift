#if canImport(Darwin)
import Darwin
#elseif canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#endif

/// Times a piece of work: the fastest of several rounds, each long enough for the clock.
enum Timing {
  private static let rounds = 7

  /// Seconds of the thread's own time that one execution takes, which other programs disturb little.
  static func seconds(repeating count: Int, _ work: () throws -> Void) rethrows -> Double {
    var fastest = Double.infinity
    for _ in 0..<rounds {
      let start = threadSeconds
      for _ in 0..<count { try work() }
      fastest = min(fastest, (threadSeconds - start) / Double(count))
    }
    return fastest
  }

  /// Seconds that one execution takes, on whichever threads.
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

  private static var threadSeconds: Double {
    var time = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }

  private static func seconds(_ duration: Duration) -> Double {
    Double(duration.components.seconds) + Double(duration.components.attoseconds) / 1e18
  }
}
