public import SourceDocuments

/// One edit of the description, however many operations it concerns.
public struct Finding: Sendable {
  /// Sixteen hexadecimal digits made of rule, place and values; they outlive changes of wording and position.
  public var id: String
  public var rule: Rule
  /// What was edited: `Order.currency`, `GET /orders query parameter 'limit'`.
  public var subject: String
  /// What became of it: `became required`.
  public var phrase: String
  /// The values before and after, where there are any.
  public var before: String?
  public var after: String?
  /// Where it stands in the old document; for something added, where it would stand.
  public var base: SourceNode?
  /// Where it stands in the new document; for something removed, where it stood.
  public var revision: SourceNode?
  public var effects: [Effect]
  public var uses: UseList
  public var deployed: Verdict
  public var rollout: Verdict
  public var behaviour: Verdict
  /// Nil as long as nobody has compared the Swift declarations.
  public var source: Verdict?
  /// What becomes of the generated Swift, the gravest first.
  public var declarations: [DeclarationChange] = []
  /// What to do, in one sentence; nil when nothing needs to be done.
  public var advice: String?

  /// What happened, in one sentence without a full stop.
  public var title: String { subject + " " + phrase }

  /// The verdict on an axis; nil when the axis was not judged.
  public func verdict(on axis: Axis) -> Verdict? {
    switch axis {
    case .source: source
    case .deployed: deployed
    case .rollout: rollout
    case .behaviour: behaviour
    }
  }

  /// The gravest level on any axis. An edit that hurts nobody is additive when it changes what is valid.
  public var level: Level {
    let gravest = Axis.allCases.compactMap { verdict(on: $0)?.level }.max() ?? .none
    return max(gravest, effects.isEmpty ? .none : .additive)
  }
}
