import Foundation
import OpenAPIDescription
import SourceDocuments

/// Compares what was written with what was read.
///
/// Numbers count by value, instants by the moment they mean, identifiers of the format `uuid` without regard to case.
/// A member that no schema declares need not survive where the description does not speak of further members.
struct Survival {
  let schemas: SchemaStore

  /// The first place where something got lost or changed; nil when everything survived.
  func difference(_ before: SourceNode, _ after: SourceNode, schema: Schema) -> String? {
    difference(before, after, schemas: closure(of: [schema]), path: "")
  }

  private func difference(
    _ before: SourceNode,
    _ after: SourceNode,
    schemas: [Schema],
    path: String
  ) -> String? {
    switch (before.kind, after.kind) {
    case (.object, .object): return memberDifference(before, after, schemas: schemas, path: path)
    case (.array, .array):
      let (left, right) = (Array(before.elements), Array(after.elements))
      guard left.count == right.count else { return "\(path): \(left.count) elements became \(right.count)" }
      let items = closure(of: schemas.flatMap { $0.prefixItems + ($0.items.map { [$0] } ?? []) })
      for (index, pair) in zip(left, right).enumerated() {
        if let found = difference(pair.0, pair.1, schemas: items, path: "\(path)[\(index)]") { return found }
      }
      return nil
    case (.string, .string):
      let (left, right) = (before.string ?? "", after.string ?? "")
      return left == right || isSameMeaning(left, right) ? nil : "\(path): '\(left)' became '\(right)'"
    case (.number, .number):
      let isSame = before.number?.text == after.number?.text || before.number?.double == after.number?.double
      return isSame ? nil : "\(path): \(before.number?.text ?? "") became \(after.number?.text ?? "")"
    case (.boolean, .boolean): return before.boolean == after.boolean ? nil : "\(path): a boolean changed"
    case (.null, .null): return nil
    default: return "\(path): \(before.kind) became \(after.kind)"
    }
  }

  private func memberDifference(
    _ before: SourceNode,
    _ after: SourceNode,
    schemas: [Schema],
    path: String
  ) -> String? {
    for member in before.members {
      let declared = schemas.flatMap { schema in
        schema.properties.filter { $0.name == member.key }.map(\.schema)
      }
      let open = schemas.flatMap { schema in
        (schema.additionalProperties.map { $0.boolean == false ? [] : [$0] } ?? [])
          + schema.patternProperties.map(\.schema)
      }
      guard let written = after[member.key] else {
        let mayBeLost = declared.isEmpty && open.isEmpty || member.value.isNull
        if mayBeLost { continue }
        return "\(path).\(member.key): lost"
      }
      let inner = closure(of: declared.isEmpty ? open : declared)
      if let found = difference(member.value, written, schemas: inner, path: "\(path).\(member.key)") {
        return found
      }
    }
    for member in after.members where before[member.key] == nil && !member.value.isNull {
      return "\(path).\(member.key): made up"
    }
    return nil
  }

  /// The schemas that speak of a value: those given, and whatever they refer to or are composed of.
  private func closure(of start: [Schema]) -> [Schema] {
    var found: [Schema] = []
    var visited: Set<Schema> = []
    var pending = start
    while let schema = pending.popLast() {
      guard visited.insert(schema).inserted else { continue }
      found.append(schema)
      pending += schema.allOf + schema.oneOf + schema.anyOf
      pending += [schema.thenSchema, schema.elseSchema, schema.reference.flatMap { schemas.target(of: $0) }]
        .compactMap { $0 }
    }
    return found
  }

  private func isSameMeaning(_ left: String, _ right: String) -> Bool {
    if let one = UUID(uuidString: left), let other = UUID(uuidString: right) { return one == other }
    if let one = instant(left), let other = instant(right) {
      return abs(one.timeIntervalSince(other)) < 0.001
    }
    // Base 64 may be written without padding, or broken into lines.
    if let one = base64(left), let other = base64(right) { return one == other }
    return false
  }

  private func instant(_ text: String) -> Date? {
    let text = text.uppercased().replacing(" ", with: "T")
    let styles = [
      Date.ISO8601FormatStyle(includingFractionalSeconds: true), Date.ISO8601FormatStyle(),
      Date.ISO8601FormatStyle().year().month().day(),
    ]
    return styles.lazy.compactMap { style in try? style.parse(text) }.first
  }

  private func base64(_ text: String) -> Data? {
    let text = text.filter { !$0.isWhitespace && $0 != "=" }
    guard text.count >= 4 else { return nil }
    return Data(base64Encoded: text + String(repeating: "=", count: (4 - text.count % 4) % 4))
  }
}
