import APIModel
import OpenAPIDescription
import SourceDocuments

extension TypeCatalog {
  /// Gives schemas and properties the types that a configuration chooses for them.
  ///
  /// - Parameter choices: Types by schema (`DateOfBirth`), by property (`Patient.dob`, `*.dob`), or by JSON pointer.
  /// - Returns: The keys that name something without parts; the others are formats, or nothing.
  mutating func chooseScalars(_ choices: [String: ScalarOverride]) -> Set<String> {
    guard !choices.isEmpty else { return [] }
    var used: Set<String> = []
    for declaration in api.types {
      switch declaration.definition {
      case .record(let record):
        for (position, property) in record.properties.enumerated() {
          for key in keys(of: property, in: declaration) {
            guard let type = choices[key], let value = property.value.choosing(type) else { continue }
            used.insert(key)
            setValue(value, ofProperty: position, of: declaration.id)
            break
          }
        }
      case .alias(let value):
        for key in keys(of: declaration) {
          guard let type = choices[key], let chosen = value.choosing(type) else { continue }
          used.insert(key)
          setDefinition(.alias(chosen), of: declaration.id)
          break
        }
      case .enumeration, .union, .multipart: break
      }
    }
    return used
  }

  /// The most particular key first.
  private func keys(of property: RecordProperty, in declaration: TypeDeclaration) -> [String] {
    var keys = [property.schema.origin.pointer]
    if let path = paths[declaration.id] { keys.append("\(path.joined(separator: ".")).\(property.name)") }
    if case .named(let schema) = declaration.context { keys.append("\(schema).\(property.name)") }
    return keys + ["*.\(property.name)"]
  }

  private func keys(of declaration: TypeDeclaration) -> [String] {
    var keys = [declaration.origin.pointer]
    if let path = paths[declaration.id] { keys.append(path.joined(separator: ".")) }
    if case .named(let schema) = declaration.context { keys.append(schema) }
    return keys
  }

  private mutating func setValue(_ value: ValueType, ofProperty position: Int, of id: TypeID) {
    guard case .record(var record) = api[id].definition else { return }
    record.properties[position].value = value
    setDefinition(.record(record), of: id)
  }

  private mutating func setDefinition(_ definition: TypeDeclaration.Definition, of id: TypeID) {
    api.types[id.index].definition = definition
  }

  /// The formats of all values of the API.
  var formats: Set<String> {
    var values: [ValueType] = api.types.flatMap(\.definition.parts)
    for operation in api.services.flatMap(\.operations) {
      values += operation.parameters.map(\.value)
      values += operation.requestBody?.contents.compactMap(\.value) ?? []
      for response in operation.responses {
        values += response.contents.compactMap(\.value)
        values += response.headers.map(\.value)
      }
    }
    return Set(values.compactMap(\.scalar?.format))
  }
}

extension ValueType {
  /// The value with another type for what is innermost; nil when that has parts.
  fileprivate func choosing(_ type: ScalarOverride) -> ValueType? {
    switch shape {
    case .scalar(var scalar):
      scalar.chosenType = type.rawValue
      return ValueType(.scalar(scalar), isNullable: isNullable)
    case .list(let element):
      return element.choosing(type).map { ValueType(.list($0), isNullable: isNullable) }
    case .map(let element): return element.choosing(type).map { ValueType(.map($0), isNullable: isNullable) }
    case .any, .declared: return nil
    }
  }

  /// What is innermost in lists and maps.
  fileprivate var scalar: Scalar? {
    switch shape {
    case .scalar(let scalar): scalar
    case .list(let element), .map(let element): element.scalar
    case .any, .declared: nil
    }
  }
}
