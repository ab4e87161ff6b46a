import SwiftModel

/// About how many lines the declarations of an operation come to, for files to be divided before they are rendered.
struct OperationLength {
  let operation: OperationDeclaration

  /// A case of the endpoint enum, and what makes its request.
  var endpointCase: Int { operation.documentation.count + signature }
  var request: Int { 4 + arguments + (signature > 1 ? arguments + 2 : 0) + security }
  /// The two calls of the service.
  var calls: Int {
    documentation + 2 * signature + 18
      + (signature > 1 ? 2 * arguments : 0)
  }
  /// A requirement of the handler protocol, and its default.
  var handler: Int {
    documentation + 2 * signature + 6
  }
  var stub: Int { signature + (operation.success.bodies.map { Self.lines(of: $0.example) }.max() ?? 0) + 9 }
  var route: Int { 10 + 2 * operation.success.bodies.count + (signature > 1 ? arguments + 2 : 0) + security }
  var test: Int { 14 + (operation.body?.representations.first.map { Self.lines(of: $0.example) } ?? 0) }

  /// The lines that the security requirements take when they do not fit beside the path.
  private var security: Int {
    let alternatives = operation.security.count
    return alternatives > 2 ? alternatives + 5 : operation.path.utf8.count > 40 ? 5 : 0
  }

  /// The lines of the documentation comment, the items of its lists wrapped.
  private var documentation: Int {
    let items =
      operation.parameterDocumentation + operation.failureDocumentation + operation.linkDocumentation
      + [operation.success.documentation]
    return operation.documentation.count + items.reduce(0) { $0 + 1 + $1.utf8.count / 90 }
  }

  private var arguments: Int { operation.parameters.count + (operation.body == nil ? 0 : 1) }

  /// The lines of a declaration, which has an argument to a line when it does not fit on one.
  private var signature: Int {
    let width = operation.parameters.reduce(0) { $0 + $1.name.utf8.count + $1.type.utf8.count + 10 }
    return width + (operation.body?.type.utf8.count ?? 0) > 30 ? arguments + 3 : 1
  }

  static func lines(of text: String) -> Int {
    text.utf8.reduce(1) { $1 == UInt8(ascii: "\n") ? $0 + 1 : $0 }
  }
}
