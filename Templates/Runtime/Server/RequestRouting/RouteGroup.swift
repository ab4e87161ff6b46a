/// The operations of one service, with the handler that answers them.
public nonisolated protocol RouteGroup: Sendable {
  /// The operations.
  static var routes: [Route] { get }

  /// Answers a request for one of the operations.
  ///
  /// - Throws: ``HandlerError`` for an answer that is an error; anything else becomes a 500.
  func respond(to request: ServerRequest) async throws -> ServerResponse
}
