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
      service.tag.isEmpty ? "the operations without a tag" : "\"\(SwiftLiteral.comment(service.tag))\""
    case "propertyName": service.propertyName
    case "escapedPropertyName": SwiftIdentifier.escaped(service.propertyName)
    case "endpointName": service.endpointName
    case "serviceName": service.serviceName
    case "handlerName": service.handlerName
    case "stubName": service.stubName
    case "routesName": service.routesName
    case "testsName": service.testsName
    case "operations": service.operations.map { OperationView($0, in: self) }
    case "hasSeveralOperations": service.operations.count > 1
    case "firstOperation": section(service.operations.first.map { OperationView($0, in: self) })
    default: nil
    }
  }
}
