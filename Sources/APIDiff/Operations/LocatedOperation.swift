import OpenAPIDescription
import SourceDocuments

/// An operation with the path item it belongs to.
struct LocatedOperation {
  var item: PathItem
  var operation: Operation
  var template: PathTemplate

  init(_ item: PathItem, _ operation: Operation) {
    self.item = item
    self.operation = operation
    template = PathTemplate(item.path)
  }

  /// `GET /orders/{id}`.
  var address: String { operation.method.uppercased() + " " + item.path }

  func place(isTurned: Bool = false, prefix: String? = nil) -> OperationPlace {
    let address = prefix.map { $0 + (item.path.isEmpty ? "" : " " + item.path) } ?? address
    return OperationPlace(
      name: operation.operationID ?? address,
      address: address,
      tags: operation.tags,
      isTurned: isTurned
    )
  }

  /// The parameters that hold: those of the path item, unless the operation overrides them.
  var parameters: [Parameter] {
    item.parameters.filter { parameter in
      !operation.parameters.contains { $0.name == parameter.name && $0.location == parameter.location }
    } + operation.parameters
  }

  /// Whether a parameter is declared for the path rather than for the operation.
  func shares(_ parameter: Parameter) -> Bool {
    !operation.parameters.contains { $0.name == parameter.name && $0.location == parameter.location }
  }

  /// The reference to a parameter that is declared elsewhere.
  func listEntry(of parameter: Parameter) -> SourceNode? {
    guard let name = parameter.componentName else { return nil }
    let owner = shares(parameter) ? item.origin : operation.origin
    return owner["parameters"]?.elements.first { $0["$ref"]?.string?.hasSuffix("/" + name) == true }
  }
}
