/// Notes what a value violates, place by place.
///
/// Models hand their members to it, one call per member. What is nil is left out of account, since whether a member has
/// to be there is a matter of its type.
public nonisolated struct ConstraintCheck: Sendable {
  /// The most violations that are noted: a list of a million wrong elements needs no report of all of them.
  public static let limit = 100

  /// How deep values may be nested in one another.
  static let deepestPlace = 500

  /// A step from a value to a part of it.
  nonisolated enum Step: Sendable, Hashable {
    case name(String)
    case index(Int)
    /// A member whose name came with the data.
    case unnamed
  }

  /// What is violated.
  public private(set) var violations: [ConstraintViolation] = []

  private var place: [Step] = []

  /// A check that has found nothing yet.
  public init() {}

  /// Ends the check.
  ///
  /// - Throws: ``ConstraintViolations`` if anything is violated.
  public func finish() throws {
    if !violations.isEmpty { throw ConstraintViolations(violations) }
  }

  // MARK: - Values with constraints of their own

  /// Validates a member, or the value itself where the name is empty.
  public mutating func value(_ value: (any APIValidatable)?, _ name: String) {
    guard let value else { return }
    if name.isEmpty { return value.validate(&self) }
    descend(.name(name), to: value)
  }

  mutating func element(_ value: any APIValidatable, at index: Int) {
    descend(.index(index), to: value)
  }

  mutating func member(_ value: any APIValidatable) {
    descend(.unnamed, to: value)
  }

  private mutating func descend(_ step: Step, to value: any APIValidatable) {
    guard violations.count < Self.limit else { return }
    guard place.count < Self.deepestPlace else { return violate("", "depth", String(Self.deepestPlace)) }
    place.append(step)
    value.validate(&self)
    place.removeLast()
  }

  // MARK: - Violations

  /// Notes a violation.
  ///
  /// - Parameters:
  ///   - name: The member; empty for the value itself.
  ///   - rule: The keyword.
  ///   - limit: What the keyword asks for.
  public mutating func violate(_ name: String, _ rule: String, _ limit: String) {
    violate(name.isEmpty ? nil : .name(name), rule, limit)
  }

  mutating func violate(elementOf name: String, at index: Int, _ rule: String, _ limit: String) {
    enter(name) { $0.violate(.index(index), rule, limit) }
  }

  mutating func violate(memberOf name: String, _ rule: String, _ limit: String) {
    enter(name) { $0.violate(.unnamed, rule, limit) }
  }

  /// Notes a violation below a place.
  mutating func violate(_ name: String, below steps: [Step], _ rule: String, _ limit: String) {
    let start = place.count
    if !name.isEmpty { place.append(.name(name)) }
    place += steps
    violate(nil, rule, limit)
    place.removeLast(place.count - start)
  }

  private mutating func enter(_ name: String, _ note: (inout ConstraintCheck) -> Void) {
    guard !name.isEmpty else { return note(&self) }
    place.append(.name(name))
    note(&self)
    place.removeLast()
  }

  private mutating func violate(_ step: Step?, _ rule: String, _ limit: String) {
    guard violations.count < Self.limit else { return }
    let path = Self.text(step.map { place + [$0] } ?? place)
    violations.append(ConstraintViolation(path: path, rule: rule, limit: limit))
  }

  private static func text(_ place: [Step]) -> String {
    var text = ""
    for step in place {
      switch step {
      case .index(let index): text += "[\(index)]"
      case .name(let name): text += text.isEmpty ? name : "." + name
      case .unnamed: text += text.isEmpty ? "*" : ".*"
      }
    }
    return text
  }
}
