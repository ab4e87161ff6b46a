/// What becomes of a declaration of the generated Swift.
public struct DeclarationChange: Sendable, Hashable {
  public enum Kind: String, Sendable, Hashable, CaseIterable {
    case added
    case removed
    case renamed
    case changed
  }

  public var kind: Kind
  /// The declaration as documentation refers to it, `Order.init(id:currency:)`; in the old Swift, unless it is new.
  public var declaration: String
  /// The signature, or the part of it that changed: `currency: Currency? = nil`.
  public var before: String?
  public var after: String?
  /// Whether it belongs to the server's module.
  public var isOfServer: Bool
  /// Whether code that compiled goes on to compile.
  public var source: Verdict
  /// Whether code that goes on to compile does what it did.
  public var behaviour: Verdict
  /// Code that no longer compiles although the change is additive.
  public var rareBreaks: [RareUse] = []
  /// Whether a deprecated alias or forwarder can stand in for the old declaration.
  public var isShimmed = false
  /// Why none can, where something has another name or order; nil where one can, and for everything else.
  public var shimObstacle: String?

  /// Whether somebody who uses the declaration has something to do.
  var needsWork: Bool { source.level == .breaks || behaviour.level >= .mayBreak }
}
