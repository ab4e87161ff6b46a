import Mustache
import SwiftModel

/// The operations of one tag, for every file that is made of them.
struct ServiceView: MustacheParent {
  let service: ServiceDeclaration
  let package: PackageView

  init(_ service: ServiceDeclaration, in package: PackageView) {
    self.service = service
    self.package = package
  }

  func child(named name: String) -> Any? {
    switch name {
    case "documentation": commentLines(service.documentation)
    case "quotedTag":
      service.subject.isEmpty
        ? "the operations without a tag" : "\"\(SwiftLiteral.comment(service.subject))\""
    case "propertyName": service.propertyName
    case "escapedPropertyName": SwiftIdentifier.escaped(service.propertyName)
    case "endpointName": service.endpointName
    case "serviceName": service.serviceName
    case "handlerName": service.handlerName
    case "stubName": service.stubName
    case "routesName": service.routesName
    case "testsName": service.testsName
    case "operations": service.operations.map { OperationView($0, in: self) }
    case "serverImportKeyword": importKeyword(for: service.operations)
    case "isChecked": service.operations.contains { !$0.checks.isEmpty }
    case "hasUncheckedOperations": service.operations.contains { $0.checks.isEmpty }
    case "hasSeveralOperations": service.operations.count > 1
    case "firstOperation": section(service.operations.first.map { OperationView($0, in: self) })
    default: nil
    }
  }

  /// How the client's module is imported where these operations are declared: an import that no signature needs
  /// must not be public.
  func importKeyword(for operations: [OperationDeclaration]) -> String {
    let mentionsClientTypes = FoundationUse.texts(of: operations).contains { text in
      text.split { !($0.isLetter || $0.isNumber) }.contains { !Self.typesFromElsewhere.contains($0) }
    }
    return mentionsClientTypes ? package.style.importKeyword : "import"
  }

  private static let typesFromElsewhere: Set<Substring> = [
    "Bool", "Data", "Date", "Decimal", "Double", "Float", "Int", "Int32", "Int64", "String", "URL", "UUID",
    "Void",
  ]
}
