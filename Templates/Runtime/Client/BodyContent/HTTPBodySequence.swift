import Foundation

/// The chunks of several bodies, one body after the other.
nonisolated struct HTTPBodySequence: AsyncSequence, Sendable {
  private let bodies: [HTTPBody]

  init(_ bodies: [HTTPBody]) {
    self.bodies = bodies
  }

  func makeAsyncIterator() -> Iterator {
    Iterator(bodies: bodies)
  }

  nonisolated struct Iterator: AsyncIteratorProtocol {
    fileprivate var bodies: [HTTPBody]
    private var current: AsyncThrowingStream<Data, any Error>.Iterator?

    fileprivate init(bodies: [HTTPBody]) {
      self.bodies = bodies
    }

    mutating func next() async throws -> Data? {
      while true {
        if let chunk = try await current?.next() { return chunk }
        guard !bodies.isEmpty else { return nil }
        current = bodies.removeFirst().chunks.makeAsyncIterator()
      }
    }
  }
}
