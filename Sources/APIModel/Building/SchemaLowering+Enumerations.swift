import OpenAPIDescription
import SourceDocuments

extension Schema {
  /// The kind of values an enumeration lists; nil when the schema is none, or mixes kinds.
  var enumerationBase: Enumeration.Base? {
    let values = listedValues
    guard !values.isEmpty else { return nil }
    if valueTypes.allSatisfy({ $0 == .string }), values.allSatisfy({ $0.kind == .string }) { return .string }
    if valueTypes.allSatisfy({ $0 == .integer || $0 == .number }),
      values.allSatisfy({ $0.number?.integer != nil }),
      !(valueTypes == [.number])
    {
      return .integer
    }
    return nil
  }

  /// The values that `enum` or `const` list, without `null`.
  var listedValues: [SourceNode] {
    (enumeration ?? constant.map { [$0] } ?? []).filter { !$0.isNull }
  }
}

extension SchemaLowering {
  func enumeration(of schema: Schema) -> Enumeration? {
    guard let base = schema.enumerationBase else { return nil }
    let names = schema.strings(ofExtension: "x-enum-varnames")
    let descriptions = schema.strings(ofExtension: "x-enum-descriptions")
    var seen: Set<String> = []
    var values: [EnumerationValue] = []
    for (position, node) in schema.listedValues.enumerated() {
      guard let text = node.string ?? node.number?.integer.map(String.init), seen.insert(text).inserted
      else { continue }
      values.append(
        EnumerationValue(
          text: text,
          name: names.count > position ? names[position] : nil,
          description: descriptions.count > position ? descriptions[position] : nil,
          origin: node
        )
      )
    }
    return Enumeration(base: base, values: values, isOpen: false)
  }
}

extension Schema {
  fileprivate func strings(ofExtension name: String) -> [String] {
    guard let list = extensions.first(where: { $0.name == name })?.value else { return [] }
    return list.elements.map { $0.string ?? "" }
  }
}
