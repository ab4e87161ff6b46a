import OpenAPIDescription
import SourceDocuments

/// Finds alternatives that one object can be at once, where only its members could tell them apart.
///
/// A value is read as the alternative that demands most. Of `anyOf`, whose values may be several of them at once, each
/// keeps the members of the others as additional ones, so that nothing is lost; where they say different things of a
/// member that has members itself, the one that keeps most of the value is taken. `oneOf` says that there are no such
/// values; where one alternative can pass for another, the one that keeps most of the value is taken, and a warning says
/// so.
struct OverlappingAlternatives {
  let table: TypeTable

  func resolve() {
    var doubtful: [Schema] = []
    for declaration in table.declarations {
      guard case .union(var union) = declaration.definition, union.discriminator == nil else { continue }
      let alternatives = union.members.compactMap(alternative)
      if !union.allowsSeveral {
        // In the order in which they are tried.
        let tried = alternatives.enumerated().sorted {
          ($1.element.demands, $0.offset) < ($0.element.demands, $1.offset)
        }
        .map(\.element)
        let isDoubtful = tried.enumerated().contains { position, one in
          tried[..<position].contains { mayPass(one, for: $0) }
        }
        if isDoubtful {
          doubtful.append(declaration.schema)
          union.isOverlapping = true
          table.define(.union(union), of: declaration.id)
        }
        continue
      }
      for one in alternatives {
        if alternatives.contains(where: { $0.id != one.id && overlap(one, $0) && !one.covers($0) }) {
          keepOtherMembers(one.id)
        }
        if alternatives.contains(where: { $0.id != one.id && overlap(one, $0) && differInside(one, $0) }) {
          union.isOverlapping = true
        }
      }
      table.define(.union(union), of: declaration.id)
    }
    if let first = doubtful.first {
      table.diagnostics.append(.overlapping(first, others: doubtful.count - 1))
    }
  }

  private struct Alternative {
    /// The type; nil for an object without declared members.
    var id: TypeID?
    var test: UnionTest
    /// The declared members.
    var members: [String: ValueType]
    /// Whether members are kept that are not declared.
    var isOpen: Bool
    var isClosed: Bool

    var names: Set<String> { Set(members.keys) }

    /// How many members it demands; one with few texts as values counts most.
    var demands: Int {
      guard case .object(let required, let constants) = test else { return 0 }
      return required.count + constants.count * 100
    }

    /// Whether no member of another alternative is lost in this one.
    func covers(_ other: Alternative) -> Bool {
      isOpen || !other.isOpen && names.isSuperset(of: other.names)
    }
  }

  private func alternative(_ member: UnionMember) -> Alternative? {
    let value = table.underlying(member.value)
    switch value.shape {
    case .map, .any:
      return Alternative(id: nil, test: member.test, members: [:], isOpen: true, isClosed: false)
    case .declared(let id):
      guard case .record(let record) = table.declarations[id.index].definition, !record.isTuple else {
        return nil
      }
      return Alternative(
        id: id,
        test: member.test,
        members: Dictionary(record.properties.map { ($0.name, $0.value) }) { first, _ in first },
        isOpen: record.additionalProperties != nil,
        isClosed: record.isClosed
      )
    case .scalar, .list: return nil
    }
  }

  /// Whether an object can be both.
  private func overlap(_ one: Alternative, _ other: Alternative) -> Bool {
    guard case .object(let required, _) = one.test, case .object(let otherRequired, _) = other.test else {
      return one.test == .any || other.test == .any
    }
    let isToldByMember =
      one.isClosed && !one.names.isSuperset(of: otherRequired)
      || other.isClosed && !other.names.isSuperset(of: required)
    return !isToldByMember && !isToldByConstant(one, other)
  }

  /// Whether an object that has no members but those declared for one alternative is read as another that is tried
  /// before.
  private func mayPass(_ one: Alternative, for other: Alternative) -> Bool {
    guard case .object(let required, _) = other.test, case .object = one.test else { return false }
    return one.names.isSuperset(of: required) && overlap(one, other)
  }

  /// Whether a member that both declare has parts that one of them may not declare, and would lose.
  private func differInside(_ one: Alternative, _ other: Alternative) -> Bool {
    one.members.contains { name, value in
      guard let other = other.members[name], other.shape != value.shape else { return false }
      return hasParts(value) && hasParts(other)
    }
  }

  private func hasParts(_ value: ValueType) -> Bool {
    switch table.underlying(value).shape {
    case .scalar: return false
    case .any, .list, .map: return true
    case .declared(let id):
      switch table.declarations[id.index].definition {
      case .enumeration, .alias: return false
      case .record, .union, .multipart: return true
      }
    }
  }

  private func isToldByConstant(_ one: Alternative, _ other: Alternative) -> Bool {
    guard case .object(_, let constants) = one.test, case .object(_, let others) = other.test else {
      return false
    }
    return constants.contains { constant in
      others.contains { $0.name == constant.name && Set($0.values).isDisjoint(with: constant.values) }
    }
  }

  private func keepOtherMembers(_ id: TypeID?) {
    guard let id, case .record(var record) = table.declarations[id.index].definition,
      record.additionalProperties == nil, !record.isClosed
    else { return }
    record.additionalProperties = .any
    table.define(.record(record), of: id)
  }
}

extension Diagnostic {
  fileprivate static func overlapping(_ schema: Schema, others: Int) -> Diagnostic {
    let places = others == 0 ? "" : others == 1 ? ", and of one more" : ", and of \(others) more"
    return .warning(
      "overlapping-alternatives",
      "an object can fit several alternatives of this 'oneOf'\(places); the one that has most of its members is taken",
      at: schema.origin["oneOf"] ?? schema.origin,
      advice: "give the alternatives a 'discriminator', or each a required property with a 'const' of its own"
    )
  }
}
