import APIModel
import SourceDocuments

/// Takes from examples what their types do not declare: it is read without being kept, so that no test may expect to
/// find it again.
struct ExamplePruning {
  let catalog: TypeCatalog

  /// The example without members that the type does not declare.
  func pruned(_ example: ExampleValue, as value: ValueType) -> ExampleValue {
    switch (catalog.underlying(value).shape, Parts(example)) {
    case (.list(let element), .elements(let elements)):
      return .array(elements.map { pruned($0, as: element) })
    case (.map(let member), .members(let members)):
      return .object(members.map { ($0.name, pruned($0.value, as: member)) })
    // A day that is described as an instant: the time is read and not kept.
    case (.scalar(let scalar), _) where catalog.scalars.type(of: scalar) == .date:
      guard let text = example.plainText, text.contains("T") else { return example }
      return .string(String(text.prefix(10)))
    case (.declared(let id), let parts): return pruned(example, parts, as: catalog.api[id].definition)
    default: return example
    }
  }

  private func pruned(
    _ example: ExampleValue,
    _ parts: Parts,
    as definition: TypeDeclaration.Definition
  ) -> ExampleValue {
    switch definition {
    case .record(let record):
      guard case .members(let members) = parts else { return example }
      return .object(
        members.compactMap { member in
          if let property = record.properties.first(where: { $0.name == member.name }) {
            return (member.name, pruned(member.value, as: property.value))
          }
          return record.additionalProperties.map { (member.name, pruned(member.value, as: $0)) }
        }
      )
    case .union(let union):
      guard case .members(let members) = parts, let record = record(in: union, for: members) else {
        return example
      }
      return pruned(example, as: record)
    case .enumeration, .multipart, .alias: return example
    }
  }

  /// The member of a union that an object is read as; nil where that is not certain.
  private func record(in union: Union, for members: [(name: String, value: ExampleValue)]) -> ValueType? {
    if let discriminator = union.discriminator {
      let text = members.first { $0.name == discriminator }?.value.plainText
      let named = text.flatMap { text in union.members.first { $0.discriminatorValues.contains(text) } }
      if let member = named ?? union.defaultMember.map({ union.members[$0] }) { return member.value }
      if text != nil { return nil }
    }
    let names = Set(members.map(\.name))
    let fitting = union.members.filter { member in
      guard case .object(let required, let constants) = member.test else { return false }
      return names.isSuperset(of: required)
        && constants.allSatisfy { constant in
          members.first { $0.name == constant.name }?.value.plainText.map(constant.values.contains) ?? false
        }
    }
    return fitting.count == 1 ? fitting[0].value : nil
  }

  /// What an example is made of, wherever it comes from.
  private enum Parts {
    case members([(name: String, value: ExampleValue)])
    case elements([ExampleValue])
    case none

    init(_ example: ExampleValue) {
      switch example {
      case .object(let members): self = .members(members)
      case .array(let elements): self = .elements(elements)
      case .node(let node) where node.kind == .object:
        self = .members(node.members.map { ($0.key, .node($0.value)) })
      case .node(let node) where node.kind == .array: self = .elements(node.elements.map(ExampleValue.node))
      default: self = .none
      }
    }
  }
}
