import SwiftModel
import TemplateEngine

/// A struct that is sent as several parts.
struct MultipartView: TemplateView {
  let form: MultipartDeclaration
  /// The texts of the types declared inside, indented.
  let nested: [String]

  func value(named name: String) -> TemplateValue? {
    switch name {
    case "name": .text(form.name)
    case "documentation": .texts(commentLines(form.documentation))
    case "parts": .views(form.parts.map(PartView.init))
    case "isValidated": .flag(!form.checks.isEmpty)
    case "checks": .views(form.checks.map { CheckView($0) })
    case "nested": .texts(nested)
    default: nil
    }
  }
}

struct PartView: TemplateView {
  let part: PartDeclaration

  func value(named name: String) -> TemplateValue? {
    switch name {
    case "name", "escapedName": .text(SwiftIdentifier.escaped(part.name))
    // The parameter of both functions is called `parts`.
    case "reference": .text(part.name == "parts" ? "self.parts" : SwiftIdentifier.escaped(part.name))
    case "wireName": .text(SwiftLiteral.string(part.wireName))
    case "type": .text(part.type)
    case "defaultValue": .optional(part.defaultValue)
    case "documentation": .texts(commentLines(part.documentation))
    case "isAdditional": .flag(part.kind == .additional)
    case "reading": .text(reading)
    case "writer": .text(writer)
    case "writerArguments": .text(writerArguments)
    default: nil
    }
  }

  private var reading: String {
    let name = SwiftLiteral.string(part.wireName)
    let suffix = (part.isRepeated ? "s" : "") + (part.isRequired ? "" : "IfPresent")
    return switch part.kind {
    case .file: "try parts.file\(suffix)(\(name))"
    case .text, .json: "try parts.\(part.kind.rawValue)\(suffix)(\(name), \(part.valueType).self)"
    case .header:
      "try parts.header\(suffix)(\(name), \(part.valueType).self, of: \(SwiftLiteral.string(part.owner ?? "")))"
    case .additional:
      "parts.additionalParts(except: [\(part.otherNames.map(SwiftLiteral.string).joined(separator: ", "))])"
    }
  }

  private var writer: String {
    let suffix = part.isRepeated ? "s" : ""
    return switch part.kind {
    case .file: "addFile" + suffix
    case .text: "addText" + suffix
    case .json: "addJSON" + suffix
    case .header: "setHeader"
    case .additional: ""
    }
  }

  private var writerArguments: String {
    if let owner = part.owner { return ", of: " + SwiftLiteral.string(owner) }
    return part.contentType.map { ", contentType: " + SwiftLiteral.string($0) } ?? ""
  }
}
