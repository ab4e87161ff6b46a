import SwiftModel
import TemplateEngine

/// The part of a service that one file holds.
struct ServicePartView: TemplateView {
  let service: ServiceView
  let operations: [OperationDeclaration]
  /// Counted from 1.
  let number: Int
  /// The number of parts.
  let count: Int

  /// The parts of a service, by the lines that each operation comes to.
  ///
  /// - Parameter operations: The operations that the files are about; all unless given.
  static func parts(
    of service: ServiceView,
    _ operations: [OperationDeclaration]? = nil,
    lines: (OperationLength) -> Int
  ) -> [ServicePartView] {
    let division = FileDivision(limit: service.package.package.fileLength)
    let parts = division.parts(of: operations ?? service.service.operations) { operation in
      lines(OperationLength(operation: operation))
    }
    return parts.enumerated().map { position, operations in
      ServicePartView(service: service, operations: operations, number: position + 1, count: parts.count)
    }
  }

  /// The name of the file that follows from that of the first part.
  func fileName(_ name: String) -> String { number == 1 ? name : "\(name)+\(number)" }

  /// The name of the suite with the tests of the part.
  var suiteName: String { service.service.testsName + (number == 1 ? "" : "\(number)") }

  func value(named name: String) -> TemplateValue? {
    switch name {
    case "partOperations": .views(operations.map { OperationView($0, in: service) })
    case "serverImportKeyword": .text(service.importKeyword(for: operations))
    case "isFirstPart": .flag(number == 1)
    case "isOnlyPart": .flag(count == 1)
    case "hasSeveralOperations": .flag(operations.count > 1)
    case "suiteName": .text(suiteName)
    case "partNumber": .text(String(number))
    case "partNumbers": .texts((1...count).map { String($0) })
    default: service.value(named: name)
    }
  }
}
