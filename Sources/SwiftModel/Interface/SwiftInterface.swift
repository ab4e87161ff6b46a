/// What code that uses a package can mention: its declarations without their bodies, as data.
public struct SwiftInterface: Sendable {
  /// The name of the client's module, by which types may be qualified.
  public var module: String
  public var types: [InterfaceType]

  public init(module: String, types: [InterfaceType]) {
    self.module = module
    self.types = types
  }
}
