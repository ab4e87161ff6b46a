import SourceDocuments

/// An edit that a comparison has found, before anybody knows where it is used.
struct Edit: Sendable {
  var rule: Rule
  /// Set when the place of the node does not say what was edited.
  var subject: String?
  var phrase: String
  var before: String?
  var after: String?
  /// What to show in each document.
  var base: SourceNode?
  var revision: SourceNode?
  /// The nodes of either document that the finding accounts for.
  var claims: [SourceNode] = []
  /// What the edit says something of though it stands elsewhere: whose declarations follow from it.
  var concerned: [SourceNode] = []
  var effects: [Effect] = []

  init(
    _ rule: Rule,
    _ phrase: String,
    subject: String? = nil,
    before: String? = nil,
    after: String? = nil,
    base: SourceNode?,
    revision: SourceNode?,
    claims: [SourceNode?] = [],
    effects: [Effect] = []
  ) {
    self.rule = rule
    self.subject = subject
    self.phrase = phrase
    self.before = before
    self.after = after
    self.base = base
    self.revision = revision
    self.claims = claims.compactMap { $0 }
    self.effects = effects
  }

  /// Whether one of the places is that of the other, or what is around it.
  var isAtSamePlace: Bool {
    guard let base = base?.pointer, let revision = revision?.pointer else { return false }
    return base.hasPrefix(revision) || revision.hasPrefix(base)
  }
}
