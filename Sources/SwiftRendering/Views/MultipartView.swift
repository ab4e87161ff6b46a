import Mustache
import SwiftModel

/// A struct that is sent as several parts.
struct MultipartView: MustacheParent {
  let form: MultipartDeclaration
  /// The texts of the types declared inside, indented.
  let nested: [String]

  func child(named name: String) -> Any? {
    switch name {
    case "name": form.name
    case "documentation": commentLines(form.documentation)
    case "parts": form.parts.map(PartView.init)
    case "nested": nested
    default: nil
    }
  }
}

struct PartView: MustacheParent {
  let part: PartDeclaration

  func child(named name: String) -> Any? {
    switch name {
    case "name", "escapedName": SwiftIdentifier.escaped(part.name)
    // The parameter of both functions is called `parts`.
    case "reference": part.name == "parts" ? "self.parts" : SwiftIdentifier.escaped(part.name)
    case "wireName": SwiftLiteral.string(part.wireName)
    case "type": part.type
    case "defaultValue": section(defaultValue)
    case "documentation": commentLines(part.documentation)
    case "isAdditional": part.kind == .additional
    case "reading": reading
    case "writer": writer
    case "writerArguments": writerArguments
    default: nil
    }
  }

  private var defaultValue: String? {
    if part.kind == .additional { return "[]" }
    return part.isRequired ? nil : "nil"
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
