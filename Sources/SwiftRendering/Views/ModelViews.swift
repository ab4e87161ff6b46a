import SwiftModel
import TemplateEngine

/// A struct and its members.
struct RecordView: TemplateView {
  let record: RecordDeclaration
  /// The texts of the types declared inside, indented.
  let nested: [String]

  func value(named name: String) -> TemplateValue? {
    switch name {
    case "name": .text(record.name)
    case "documentation": .texts(commentLines(record.documentation))
    case "conformances":
      .text(
        ([record.elementCount == nil ? "APIModel" : "APITuple"] + record.conformances).joined(separator: ", ")
      )
    case "elementCount": .optional(record.elementCount.map { String($0) })
    case "storage": .text(record.isMutable ? "var" : "let")
    case "properties":
      .views(record.properties.map { PropertyView(property: $0, isMutable: record.isMutable) })
    case "parameters": .views(parameters)
    case "additionalProperties": .optional(record.additionalProperties.map(AdditionalPropertiesView.init))
    case "refusesOtherMembers": .flag(record.refusesOtherMembers)
    case "namesMembers": .flag(record.refusesOtherMembers || record.additionalProperties != nil)
    case "nulls": .optional(record.nulls.map(NullsView.init))
    case "isValidated": .flag(!record.checks.isEmpty || record.rules != nil)
    case "checks": .views(record.checks.map { CheckView($0) })
    case "rules": .optional(record.rules.map(RulesView.init))
    case "nested": .texts(nested)
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

struct PropertyView: TemplateView {
  let property: PropertyDeclaration
  let isMutable: Bool

  func value(named name: String) -> TemplateValue? {
    switch name {
    case "name", "escapedName": .text(SwiftIdentifier.escaped(property.name))
    case "reference":
      .text(property.storageName == nil ? reference(property.name) : property.storageExpression)
    case "storageName": .optional(property.storageName)
    case "deprecation":
      .optional(
        property.storageName.map { _ in
          SwiftLiteral.string("The API has deprecated the member '\(property.wireName)'.")
        }
      )
    case "wireName": .text(SwiftLiteral.string(property.wireName))
    case "type": .text(property.type)
    case "documentation": .texts(commentLines(property.documentation))
    case "method": .text(property.coding.method)
    case "namedType": .optional(property.coding.namesType ? property.coding.type : nil)
    case "boxName": .optional(property.boxName)
    case "isMutable": .flag(isMutable)
    default: nil
    }
  }
}

/// A property inside a function whose parameter is called `fields`.
private func reference(_ name: String) -> String {
  name == "fields" ? "self.fields" : SwiftIdentifier.escaped(name)
}

struct AdditionalPropertiesView: TemplateView {
  let declaration: AdditionalPropertiesDeclaration

  func value(named name: String) -> TemplateValue? {
    switch name {
    case "name", "escapedName": .text(declaration.name)
    case "reference": .text(reference(declaration.name))
    case "elementType": .text(declaration.elementType)
    default: nil
    }
  }
}

struct NullsView: TemplateView {
  let declaration: NullsDeclaration

  func value(named name: String) -> TemplateValue? {
    switch name {
    case "name": .text(declaration.name)
    case "members": .text(declaration.members.map(SwiftLiteral.string).joined(separator: ", "))
    default: nil
    }
  }
}

struct InitializerParameterView: TemplateView {
  let name: String
  let boxName: String?
  let storageName: String?
  let type: String
  let defaultValue: String?

  func value(named key: String) -> TemplateValue? {
    switch key {
    case "name", "escapedName": .text(SwiftIdentifier.escaped(name))
    case "boxName": .optional(boxName)
    case "storageName": .optional(storageName)
    case "type": .text(type)
    case "defaultValue": .optional(defaultValue)
    default: nil
    }
  }
}

/// An enum of listed values.
struct EnumerationView: TemplateView {
  let enumeration: EnumerationDeclaration
  /// Whether the raw values stand beside the cases, rather than in an extension.
  var hasValues = true
  /// Whether a parameter may be of the type.
  let isParameter: Bool

  func value(named name: String) -> TemplateValue? {
    switch name {
    case "name": .text(enumeration.name)
    case "isParameter": .flag(isParameter)
    // An extension does not see by its name a type that is nested.
    case "self": .text(hasValues ? SwiftIdentifier.escaped(enumeration.name) : "Self")
    case "documentation": .texts(commentLines(enumeration.documentation))
    case "isOpen": .flag(enumeration.isOpen)
    case "hasValues": .flag(hasValues)
    case "rawType": .text(enumeration.rawType.rawValue)
    case "cases": .views(enumeration.cases.map { CaseView(declaration: $0, rawType: enumeration.rawType) })
    default: nil
    }
  }
}

struct CaseView: TemplateView {
  let declaration: EnumerationDeclaration.CaseDeclaration
  let rawType: EnumerationDeclaration.RawType

  func value(named name: String) -> TemplateValue? {
    switch name {
    case "name": .text(SwiftIdentifier.escaped(declaration.name))
    case "memberName": .text(SwiftIdentifier.member(declaration.name))
    case "rawValue":
      .text(rawType == .string ? SwiftLiteral.string(declaration.rawValue) : declaration.rawValue)
    case "differs": .flag(rawType == .integer || declaration.rawValue != declaration.name)
    case "documentation": .texts(commentLines(declaration.documentation))
    default: nil
    }
  }
}

/// An enum of several types.
struct UnionView: TemplateView {
  let union: UnionDeclaration
  /// The texts of the types declared inside, indented.
  let nested: [String]

  func value(named name: String) -> TemplateValue? {
    switch name {
    case "name": .text(union.name)
    case "documentation": .texts(commentLines(union.documentation))
    case "conformances": .text("APIUnion")
    case "discriminator": .optional(union.discriminator.map(DiscriminatorView.init))
    case "members": .views(union.members.map(MemberView.init))
    case "toldMembers":
      .views(union.members.filter { !$0.discriminatorValues.isEmpty }.map(MemberView.init))
    case "isOverlapping": .flag(union.isOverlapping)
    case "defaultMember": .optional(union.defaultMember.map(MemberView.init))
    case "isValidated": .flag(union.rules != nil || !checkedMembers.isEmpty)
    case "hasCheckedMembers": .flag(!checkedMembers.isEmpty)
    case "checkedMembers": .views(checkedMembers.map(MemberView.init))
    case "rules": .optional(union.rules.map(RulesView.init))
    case "nested": .texts(nested)
    default: nil
    }
  }
}

extension UnionView {
  private var checkedMembers: [UnionDeclaration.MemberDeclaration] {
    union.members.filter { !$0.checks.isEmpty }
  }
}

struct DiscriminatorView: TemplateView {
  let name: String

  func value(named key: String) -> TemplateValue? {
    key == "name" ? .text(SwiftLiteral.string(name)) : nil
  }
}

struct MemberView: TemplateView {
  let member: UnionDeclaration.MemberDeclaration

  func value(named name: String) -> TemplateValue? {
    switch name {
    case "name": .text(SwiftIdentifier.escaped(member.name))
    case "memberName": .text(SwiftIdentifier.member(member.name))
    case "type": .text(member.type)
    case "isIndirect": .flag(member.isIndirect)
    case "discriminatorValues": .texts(member.discriminatorValues.map(SwiftLiteral.string))
    case "shape": .text(shape)
    case "checks": .views(member.checks.map { CheckView($0) })
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

struct AliasView: TemplateView {
  let alias: AliasDeclaration

  func value(named name: String) -> TemplateValue? {
    switch name {
    case "name": .text(alias.name)
    case "documentation": .texts(commentLines(alias.documentation))
    case "type": .text(alias.type)
    default: nil
    }
  }
}
