/// Chooses among members of a union of which a value can be several: the one that keeps most of what the value has, the
/// first of those that keep as much.
///
/// ```swift
/// var closest = ClosestMember<Contact>(union)
/// closest.consider(Phone.self, .object(required: []), Contact.phone)
/// closest.consider(Letter.self, .object(required: []), Contact.letter)
/// self = try closest.member ?? .unrecognized(union.unrecognized())
/// ```
public nonisolated struct ClosestMember<Union> {
  private let union: UnionReader
  /// The value as it is, which is read when the first member fits.
  private var whole: JSONValue?
  private var loss = Int.max

  /// The member that keeps most; nil if none fits.
  public private(set) var member: Union?

  /// Starts with no member.
  public init(_ union: UnionReader) {
    self.union = union
  }

  /// Takes the value as a member, if it fits and keeps more than those before.
  public mutating func consider<Value: Codable>(
    _ type: Value.Type,
    _ shape: UnionReader.Shape,
    _ make: (Value) -> Union
  ) {
    guard loss > 0, shape != .any || member == nil, let value = union.member(type, shape) else { return }
    let loss = loss(in: value)
    guard loss < self.loss else { return }
    self.loss = loss
    member = make(value)
  }

  /// How many members of the value are lost in what it was read as. A value that fits but cannot be written is the
  /// last choice.
  private mutating func loss(in value: some Encodable) -> Int {
    do {
      let whole = try self.whole ?? union.value(JSONValue.self)
      self.whole = whole
      return whole.countOfMembersMissing(in: try JSONValue(encoding: value))
    } catch {
      return Int.max - 1
    }
  }
}

nonisolated extension JSONValue {
  /// How many members another value does not have, at any depth; those that are `null` do not count.
  fileprivate func countOfMembersMissing(in other: JSONValue) -> Int {
    switch (self, other) {
    case (.object(let members), .object(let others)):
      var count = 0
      for (name, value) in members where value != .null {
        count += others[name].map(value.countOfMembersMissing) ?? 1 + value.countOfMembers
      }
      return count
    case (.array(let elements), .array(let others)):
      var count = 0
      for (element, other) in zip(elements, others) { count += element.countOfMembersMissing(in: other) }
      return count
    default: return 0
    }
  }

  /// How many members there are, at any depth.
  private var countOfMembers: Int {
    switch self {
    case .object(let members): members.values.reduce(members.count) { $0 + $1.countOfMembers }
    case .array(let elements): elements.reduce(0) { $0 + $1.countOfMembers }
    default: 0
    }
  }
}
