@testable import ClientRuntime

/// Parts that are sent as they are, where a test needs no endpoint of its own.
nonisolated struct PartsEndpoint: APIEndpoint {
  let parts: RequestParts

  init(_ parts: RequestParts) {
    self.parts = parts
  }
}
