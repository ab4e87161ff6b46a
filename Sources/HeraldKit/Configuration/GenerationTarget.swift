/// A module of the generated package.
public enum GenerationTarget: String, Sendable, Hashable, CaseIterable {
  /// Models, endpoints and the client.
  case client
  /// Handlers, stubs and the router; uses the client's models.
  case server
}
