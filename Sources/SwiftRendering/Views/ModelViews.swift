import Mustache
import SwiftModel

/// A struct and its members.
struct RecordView: MustacheParent {
  let record: RecordDeclaration
  /// The texts of the types declared inside, indented.
  let nested: [String]

  func child(named name: String) -> Any? {
    switch name {
    case "name": record.name
    case "documentation": commentLines(record.documentation)
    case "conformances":
      ([record.elementCount == nil ? "APIModel" : "APITuple"] + record.conformances).joined(separator: ", ")
    case "elementCount": section(record.elementCount)
    case "storage": record.isMutable ? "var" : "let"
    case "properties": record.properties.map { PropertyView(property: $0, isMutable: record.isMutable) }
    case "parameters": parameters
    case "additionalProperties": section(record.additionalProperties.map(AdditionalPropertiesView.init))
    case "nulls": section(record.nulls.map(NullsView.init))
    case "isValidated": !record.checks.isEmpty || record.rules != nil
    case "checks": record.checks.map { CheckView($0) }
    case "rules": section(record.rules.map(RulesView.init))
    case "nested": nested
    default: nil
    }
  }

  private var parameters: [InitializerParameterView] {
    let properties = record.properties.map { property in
      InitializerParameterView(
        name: property.name,
        boxName: property.boxName,
        storageName: property.storageName,
        type: property.parameterType,
        defaultValue: property.hasDefault ? "nil" : nil
      )
    }
    guard let additional = record.additionalProperties else { return properties }
    return properties + [
      InitializerParameterView(
        name: additional.name,
        boxName: nil,
        storageName: nil,
        type: "[String: \(additional.elementType)]",
        defaultValue: "[:]"
      )
    ]
  }
}

struct PropertyView: MustacheParent {
  let property: PropertyDeclaration
  let isMutable: Bool

  func child(named name: String) -> Any? {
    switch name {
    case "name", "escapedName": SwiftIdentifier.escaped(property.name)
    case "reference": property.storageName == nil ? reference(property.name) : property.storageExpression
    case "storageName": section(property.storageName)
    case "deprecation":
      section(
        property.storageName.map { _ in
          SwiftLiteral.string("The API has deprecated the member '\(property.wireName)'.")
        }
      )
    case "wireName": SwiftLiteral.string(property.wireName)
    case "type": property.type
    case "documentation": commentLines(property.documentation)
    case "method": property.coding.method
    case "namedType": section(property.coding.namesType ? property.coding.type : nil)
    case "boxName": section(property.boxName)
    case "isMutable": isMutable
    default: nil
    }
  }
}

/// A property inside a function whose parameter is called `fields`.
private func reference(_ name: String) -> String {
  name == "fields" ? "self.fields" : SwiftIdentifier.escaped(name)
}

struct AdditionalPropertiesView: MustacheParent {
  let declaration: AdditionalPropertiesDeclaration

  func child(named name: String) -> Any? {
    switch name {
    case "name", "escapedName": declaration.name
    case "reference": reference(declaration.name)
    case "elementType": declaration.elementType
    default: nil
    }
  }
}

struct NullsView: MustacheParent {
  let declaration: NullsDeclaration

  func child(named name: String) -> Any? {
    switch name {
    case "name": declaration.name
    case "members": declaration.members.map(SwiftLiteral.string).joined(separator: ", ")
    default: nil
    }
  }
}

struct InitializerParameterView: MustacheParent {
  let name: String
  let boxName: String?
  let storageName: String?
  let type: String
  let defaultValue: String?

  func child(named key: String) -> Any? {
    switch key {
    case "name", "escapedName": SwiftIdentifier.escaped(name)
    case "boxName": section(boxName)
    case "storageName": section(storageName)
    case "type": type
    case "defaultValue": section(defaultValue)
    default: nil
    }
  }
}

/// An enum of listed values.
struct EnumerationView: MustacheParent {
  let enumeration: EnumerationDeclaration

  func child(named name: String) -> Any? {
    switch name {
    case "name": enumeration.name
    case "self": SwiftIdentifier.escaped(enumeration.name)
    case "documentation": commentLines(enumeration.documentation)
    case "isOpen": enumeration.isOpen
    case "rawType": enumeration.rawType.rawValue
    case "cases": enumeration.cases.map { CaseView(declaration: $0, rawType: enumeration.rawType) }
    default: nil
    }
  }
}

struct CaseView: MustacheParent {
  let declaration: EnumerationDeclaration.CaseDeclaration
  let rawType: EnumerationDeclaration.RawType

  func child(named name: String) -> Any? {
    switch name {
    case "name": SwiftIdentifier.escaped(declaration.name)
    case "memberName": SwiftIdentifier.member(declaration.name)
    case "rawValue": rawType == .string ? SwiftLiteral.string(declaration.rawValue) : declaration.rawValue
    case "differs": rawType == .integer || declaration.rawValue != declaration.name
    case "documentation": commentLines(declaration.documentation)
    default: nil
    }
  }
}

/// An enum of several types.
struct UnionView: MustacheParent {
  let union: UnionDeclaration
  /// The texts of the types declared inside, indented.
  let nested: [String]

  func child(named name: String) -> Any? {
    switch name {
    case "name": union.name
    case "documentation": commentLines(union.documentation)
    case "conformances": "APIUnion"
    case "discriminator": section(union.discriminator.map(DiscriminatorView.init))
    case "members": union.members.map(MemberView.init)
    case "isValidated": union.rules != nil || !checkedMembers.isEmpty
    case "hasCheckedMembers": !checkedMembers.isEmpty
    case "checkedMembers": checkedMembers.map(MemberView.init)
    case "rules": section(union.rules.map(RulesView.init))
    case "nested": nested
    default: nil
    }
  }
}

extension UnionView {
  private var checkedMembers: [UnionDeclaration.MemberDeclaration] {
    union.members.filter { !$0.checks.isEmpty }
  }
}

struct DiscriminatorView: MustacheParent {
  let name: String

  func child(named key: String) -> Any? {
    key == "name" ? SwiftLiteral.string(name) : nil
  }
}

struct MemberView: MustacheParent {
  let member: UnionDeclaration.MemberDeclaration

  func child(named name: String) -> Any? {
    switch name {
    case "name": SwiftIdentifier.escaped(member.name)
    case "memberName": SwiftIdentifier.member(member.name)
    case "type": member.type
    case "isIndirect": member.isIndirect
    case "discriminatorValues": member.discriminatorValues.map(SwiftLiteral.string)
    case "shape": shape
    case "checks": member.checks.map { CheckView($0) }
    default: nil
    }
  }

  private var shape: String {
    switch member.test {
    case .string: ".string"
    case .integer: ".integer"
    case .number: ".number"
    case .boolean: ".boolean"
    case .array: ".array"
    case .any: ".any"
    case .object(let required, let constants):
      if constants.isEmpty {
        ".object(required: [\(required.map(SwiftLiteral.string).joined(separator: ", "))])"
      } else {
        ".object(required: [\(required.map(SwiftLiteral.string).joined(separator: ", "))], constants: [\(text(of: constants))])"
      }
    }
  }

  private func text(of constants: [(name: String, values: [String])]) -> String {
    constants.map { constant in
      "\(SwiftLiteral.string(constant.name)): [\(constant.values.map(SwiftLiteral.string).joined(separator: ", "))]"
    }
    .joined(separator: ", ")
  }
}

struct AliasView: MustacheParent {
  let alias: AliasDeclaration

  func child(named name: String) -> Any? {
    switch name {
    case "name": alias.name
    case "documentation": commentLines(alias.documentation)
    case "type": alias.type
    default: nil
    }
  }
}
