import APIModel
import OpenAPIDescription

/// Decides how the fields of a form are written.
struct FormBuilder {
  let catalog: TypeCatalog

  /// The shortest way to say what the encodings of a description say of the fields of a type.
  func declaration(_ value: ValueType, _ encodings: [FieldEncoding]) -> FormDeclaration {
    let parts = fieldsWithParts(of: value)
    let byName = Dictionary(encodings.map { ($0.name, $0) }) { first, _ in first }
    // Scalars are written alike in all styles, so one word is enough where all others have one style.
    if !parts.isEmpty, encodings.allSatisfy({ !$0.allowsReserved }),
      parts.allSatisfy({ byName[$0]?.style == .deepObject })
    {
      return FormDeclaration(style: "deepObject", encodings: [])
    }
    let unusual = encodings.filter { encoding in
      let isWrittenAlike = encoding.style == .form && encoding.explode || !parts.contains(encoding.name)
      return encoding.allowsReserved || !isWrittenAlike
    }
    return FormDeclaration(style: nil, encodings: unusual.map(declaration))
  }

  private func declaration(_ encoding: FieldEncoding) -> FieldEncodingDeclaration {
    let explodes = encoding.style == .form || encoding.style == .deepObject
    return FieldEncodingDeclaration(
      name: encoding.name,
      style: encoding.style.rawValue,
      explode: encoding.explode == explodes ? nil : encoding.explode,
      allowsReserved: encoding.allowsReserved
    )
  }

  /// The names of the fields that are not scalars.
  private func fieldsWithParts(of value: ValueType) -> Set<String> {
    guard case .declared(let id) = catalog.underlying(value).shape,
      case .record(let record) = catalog.api[id].definition
    else { return [] }
    let fields = record.properties.filter { property in
      if case .scalar = ValueShape(property.value, in: catalog) { false } else { true }
    }
    return Set(fields.map(\.name))
  }
}
