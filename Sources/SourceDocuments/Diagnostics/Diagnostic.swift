/// Something the user should know about a document.
public struct Diagnostic: Sendable, Hashable {
  /// How much it matters; a later case is greater than an earlier one.
  public enum Severity: String, Sendable, Hashable, CaseIterable {
    case note
    case warning
    case error
  }

  /// A second place that explains the first.
  public struct Note: Sendable, Hashable {
    public var message: String
    public var location: SourceLocation?

    public init(_ message: String, at location: SourceLocation?) {
      self.message = message
      self.location = location
    }
  }

  public var severity: Severity
  /// A stable name in kebab case, such as `dangling-reference`.
  public var code: String
  /// One sentence that begins with a lower-case letter and has no full stop.
  public var message: String
  public var location: SourceLocation?
  /// The JSON pointer where the location is a node.
  public var pointer: String?
  /// What to do about it, in one sentence.
  public var advice: String?
  public var notes: [Note]

  public init(
    _ severity: Severity,
    code: String,
    _ message: String,
    at location: SourceLocation?,
    pointer: String? = nil,
    advice: String? = nil,
    notes: [Note] = []
  ) {
    self.severity = severity
    self.code = code
    self.message = message
    self.location = location
    self.pointer = pointer
    self.advice = advice
    self.notes = notes
  }

  /// An error at a node, located at its ``SourceNode/bestLocation``.
  public static func error(
    _ code: String,
    _ message: String,
    at node: SourceNode,
    advice: String? = nil,
    notes: [Note] = []
  ) -> Diagnostic {
    Diagnostic(
      .error,
      code: code,
      message,
      at: node.bestLocation,
      pointer: node.pointer,
      advice: advice,
      notes: notes
    )
  }

  /// A warning at a node, located at its ``SourceNode/bestLocation``.
  public static func warning(
    _ code: String,
    _ message: String,
    at node: SourceNode,
    advice: String? = nil,
    notes: [Note] = []
  ) -> Diagnostic {
    Diagnostic(
      .warning,
      code: code,
      message,
      at: node.bestLocation,
      pointer: node.pointer,
      advice: advice,
      notes: notes
    )
  }
}

extension Diagnostic.Severity: Comparable {
  public static func < (left: Diagnostic.Severity, right: Diagnostic.Severity) -> Bool {
    left.rank < right.rank
  }

  private var rank: Int {
    switch self {
    case .note: 0
    case .warning: 1
    case .error: 2
    }
  }
}
