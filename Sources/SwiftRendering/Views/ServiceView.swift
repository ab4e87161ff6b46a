import SwiftModel
import TemplateEngine

/// The operations of one tag, for every file that is made of them.
struct ServiceView: TemplateView {
  let service: ServiceDeclaration
  let package: PackageView

  init(_ service: ServiceDeclaration, in package: PackageView) {
    self.service = service
    self.package = package
  }

  func value(named name: String) -> TemplateValue? {
    switch name {
    case "documentation": .texts(commentLines(service.documentation))
    case "quotedTag":
      .text(
        service.subject.isEmpty
          ? "the operations without a tag" : "\"\(SwiftLiteral.comment(service.subject))\""
      )
    case "propertyName": .text(service.propertyName)
    case "escapedPropertyName": .text(SwiftIdentifier.escaped(service.propertyName))
    case "endpointName": .text(service.endpointName)
    case "serviceName": .text(service.serviceName)
    case "handlerName": .text(service.handlerName)
    case "stubName": .text(service.stubName)
    case "routesName": .text(service.routesName)
    case "testsName": .text(service.testsName)
    case "operations": .views(service.operations.map { OperationView($0, in: self) })
    case "serverImportKeyword": .text(importKeyword(for: service.operations))
    case "hasSeveralOperations": .flag(service.operations.count > 1)
    case "firstOperation": .optional(service.operations.first.map { OperationView($0, in: self) })
    default: nil
    }
  }

  /// How the client's module is imported where these operations are declared: an import that no signature needs
  /// must not be public.
  func importKeyword(for operations: [OperationDeclaration]) -> String {
    let mentionsClientTypes = FoundationUse.texts(of: operations).contains { text in
      text.utf8.split { !$0.isPartOfName }.contains { !Self.typesFromElsewhere.contains(Substring($0)) }
    }
    return mentionsClientTypes ? package.style.importKeyword : "import"
  }

  private static let typesFromElsewhere: Set<Substring> = [
    "Bool", "Data", "Date", "Decimal", "Double", "Float", "Int", "Int32", "Int64", "String", "URL", "UUID",
    "Void",
  ]
}
