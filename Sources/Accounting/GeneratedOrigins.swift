import OpenAPIDescription
import SourceDocuments
import SwiftModel

/// What the declarations of a package express, by the places of the description.
struct GeneratedOrigins {
  /// The places of parameters and properties.
  private var places: [Construct.Kind: Set<SourceNode>] = [:]
  /// The names of the members of each record, by the place of its schema.
  private(set) var members: [SourceNode: Set<String>] = [:]
  private var operations: [SourceNode: OperationDeclaration] = [:]
  private let securitySchemes: Set<String>
  /// The names of headers that have properties, in lower case.
  private let headers: Set<String>

  init(_ package: SwiftPackage) {
    securitySchemes = Set(package.securitySchemes.map(\.scheme))
    headers = Set(package.responseHeaders.map { $0.wireName.lowercased() })
    for model in package.models { add(model) }
    for operation in package.services.flatMap(\.operations) {
      operations[operation.origin] = operation
      places[.parameter, default: []].formUnion(operation.parameters.compactMap(\.origin))
    }
  }

  func express(_ construct: Construct) -> Bool {
    switch construct.kind {
    case .operation: return operations[construct.origin] != nil
    case .parameter, .property: return places[construct.kind]?.contains(construct.origin) ?? false
    case .contentType, .response, .responseHeader, .securityRequirement:
      guard let operation = construct.operation.flatMap({ operations[$0] }) else { return false }
      return express(construct, of: operation)
    }
  }

  private func express(_ construct: Construct, of operation: OperationDeclaration) -> Bool {
    switch construct.kind {
    case .securityRequirement:
      return securitySchemes.contains(construct.name) && operation.security.joined().contains(construct.name)
    case .responseHeader: return headers.contains(construct.name.lowercased())
    case .response: return construct.status.map { expresses($0, in: operation) } ?? false
    case .contentType:
      guard let status = construct.status else {
        return operation.body?.mediaTypes.contains(construct.name) ?? false
      }
      // The body of an error is decoded as any type that the caller asks for.
      return operation.documentsFailure(status) || operation.success.mediaTypes.contains(construct.name)
    case .operation, .parameter, .property: return false
    }
  }

  private func expresses(_ status: ResponseStatus, in operation: OperationDeclaration) -> Bool {
    if operation.documentsFailure(status) { return true }
    switch operation.success.shape {
    case .choice(let result): return result.cases.contains { $0.status.expresses(status) }
    case .empty, .redirect, .body: return true
    }
  }

  private mutating func add(_ model: ModelDeclaration) {
    switch model {
    case .record(let record):
      members[record.origin, default: []].formUnion(record.properties.map(\.wireName))
      for origin in record.properties.flatMap(\.origins) { places[.property, default: []].insert(origin) }
      for nested in record.nested { add(nested) }
    case .union(let union):
      for nested in union.nested { add(nested) }
    case .multipart(let form):
      for origin in form.parts.flatMap(\.origins) { places[.property, default: []].insert(origin) }
      for nested in form.nested { add(nested) }
    case .enumeration, .alias: break
    }
  }
}

extension OperationDeclaration {
  /// Whether a response is listed among the errors of the operation, with its type.
  fileprivate func documentsFailure(_ status: ResponseStatus) -> Bool {
    failureDocumentation.contains { $0.hasPrefix("- " + status.text) }
  }
}

extension ResultDeclaration.Case.Status {
  fileprivate func expresses(_ status: ResponseStatus) -> Bool {
    switch (self, status) {
    case (.code(let one), .code(let other)), (.range(let one), .range(let other)): one == other
    case (.any, .default): true
    default: false
    }
  }
}
