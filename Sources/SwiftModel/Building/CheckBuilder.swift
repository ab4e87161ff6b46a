import APIModel
import SourceDocuments

/// Builds the calls that hold values against their constraints.
///
/// Where the check of a Swift value has a method of its own, that is called. What only the JSON shows is left to a
/// schema that is checked at run time.
struct CheckBuilder {
  /// The calls for a value, and the schema for what they do not cover.
  struct Result {
    var checks: [CheckDeclaration] = []
    var rules: ExampleValue?
  }

  let catalog: TypeCatalog
  /// The types that have something to check, themselves or in their parts.
  let validated: Set<TypeID>

  /// The checks of a value.
  ///
  /// - Parameters:
  ///   - value: Its type.
  ///   - constraints: What is demanded of it.
  ///   - subject: The name of what holds it.
  ///   - unwrapping: What follows the subject to come to an optional value, such as `?`; empty for one that is there.
  ///   - wireName: Its name on the wire.
  func checks(
    of value: ValueType,
    _ constraints: Constraints,
    subject: String,
    unwrapping: String,
    wireName: String
  ) -> Result {
    var result = Result()
    let target = Target(subject: subject, unwrapping: unwrapping, wireName: wireName)
    let shape = catalog.underlying(value).shape
    if !constraints.isEmpty {
      if let typed = typed(shape, constraints, target) {
        result.checks = typed
      } else {
        result.rules = constraints.json(isMap: shape.isMap)
      }
    }
    if value.declared.contains(where: isValidated) || shape.declared.contains(where: isValidated) {
      result.checks.append(target.call("value", access: target.optional, []))
    }
    return result
  }

  private func isValidated(_ id: TypeID) -> Bool {
    validated.contains(id) && catalog.isNominal(id)
  }

  /// The calls of methods for Swift values; nil when there is none for a part of what is demanded.
  private func typed(_ shape: Shape, _ constraints: Constraints, _ target: Target) -> [CheckDeclaration]? {
    guard constraints.assertions.isEmpty else { return nil }
    switch shape {
    case .scalar(let scalar): return scalarCheck(scalar, constraints, target).map { [$0] }
    case .list(let element):
      guard let elements = elementChecks(element, constraints, target, isMap: false) else { return nil }
      return listChecks(constraints, target) + elements
    case .map(let element):
      guard let elements = elementChecks(element, constraints, target, isMap: true) else { return nil }
      let arguments = [
        Self.argument("minProperties", constraints.minProperties),
        Self.argument("maxProperties", constraints.maxProperties),
      ].compactMap { $0 }
      let count = target.call("properties", access: target.member("count"), arguments)
      return (arguments.isEmpty ? [] : [count]) + elements
    case .any, .declared: return nil
    }
  }

  private func listChecks(_ constraints: Constraints, _ target: Target) -> [CheckDeclaration] {
    var checks: [CheckDeclaration] = []
    let arguments = [
      Self.argument("minItems", constraints.minItems), Self.argument("maxItems", constraints.maxItems),
    ].compactMap { $0 }
    if !arguments.isEmpty {
      checks.append(target.call("items", access: target.member("count"), arguments))
    }
    if constraints.hasUniqueItems { checks.append(target.call("unique", access: target.optional, [])) }
    return checks
  }

  private func elementChecks(
    _ element: ValueType,
    _ constraints: Constraints,
    _ target: Target,
    isMap: Bool
  ) -> [CheckDeclaration]? {
    guard let inner = constraints.elements.first else { return [] }
    guard inner.assertions.isEmpty, case .scalar(let scalar) = catalog.underlying(element).shape else {
      return nil
    }
    let arguments: [CheckDeclaration.Argument]?
    let method: String
    switch catalog.scalars.type(of: scalar) {
    case .string: (method, arguments) = ("strings", Self.textArguments(inner))
    case .integer where !isMap: (method, arguments) = ("integers", Self.integerArguments(inner))
    case .number where !isMap: (method, arguments) = ("numbers", Self.numberArguments(inner))
    default: return nil
    }
    return arguments.map { [target.call(method, access: target.optional, $0)] }
  }

  private func scalarCheck(
    _ scalar: Scalar,
    _ constraints: Constraints,
    _ target: Target
  ) -> CheckDeclaration? {
    switch catalog.scalars.type(of: scalar) {
    case .string:
      Self.textArguments(constraints).map { target.call("string", access: target.optional, $0) }
    case .url:
      Self.textArguments(constraints).map { target.call("url", access: target.optional, $0) }
    case .integer, .int32, .int64:
      Self.integerArguments(constraints).map { target.call("integer", access: target.optional, $0) }
    case .number, .float, .decimal:
      Self.numberArguments(constraints).map { target.call("number", access: target.optional, $0) }
    case .dateTime, .date, .uuid, .data, nil: nil
    }
  }

  // MARK: - Arguments

  private static func textArguments(_ constraints: Constraints) -> [CheckDeclaration.Argument]? {
    guard constraints.patterns.count <= 1 else { return nil }
    return [
      argument("minLength", constraints.minLength), argument("maxLength", constraints.maxLength),
      constraints.patterns.first.map { CheckDeclaration.Argument(label: "pattern", limit: .text($0)) },
      constraints.format.map { CheckDeclaration.Argument(label: "format", limit: .text($0)) },
    ].compactMap { $0 }
  }

  /// Whole numbers have whole bounds: more than 0.5 is at least 1. Nil for bounds beyond 64 bits.
  private static func integerArguments(_ constraints: Constraints) -> [CheckDeclaration.Argument]? {
    let minimum = [
      constraints.minimum.map { wholeBound($0.double.rounded(.up), $0) },
      constraints.exclusiveMinimum.map { wholeBound($0.double.rounded(.down), $0, adding: 1) },
    ].compactMap { $0 }
    let maximum = [
      constraints.maximum.map { wholeBound($0.double.rounded(.down), $0) },
      constraints.exclusiveMaximum.map { wholeBound($0.double.rounded(.up), $0, adding: -1) },
    ].compactMap { $0 }
    guard !minimum.contains(nil), !maximum.contains(nil), constraints.multiples.count <= 1,
      constraints.multiples.allSatisfy({ $0.integer != nil })
    else { return nil }
    return [
      argument("minimum", minimum.compactMap { $0 }.max()),
      argument("maximum", maximum.compactMap { $0 }.min()),
      argument("multipleOf", constraints.multiples.first?.integer),
    ].compactMap { $0 }
  }

  private static func wholeBound(_ rounded: Double, _ number: SourceNumber, adding step: Int = 0) -> Int? {
    guard let whole = number.integer ?? Int(exactly: rounded) else { return nil }
    let (sum, overflows) = whole.addingReportingOverflow(step)
    return overflows ? nil : sum
  }

  private static func numberArguments(_ constraints: Constraints) -> [CheckDeclaration.Argument]? {
    guard constraints.multiples.count <= 1 else { return nil }
    let bounds = [
      ("minimum", constraints.minimum), ("maximum", constraints.maximum),
      ("exclusiveMinimum", constraints.exclusiveMinimum), ("exclusiveMaximum", constraints.exclusiveMaximum),
      ("multipleOf", constraints.multiples.first),
    ]
    return bounds.compactMap { label, number in
      number?.plainText.map { CheckDeclaration.Argument(label: label, limit: .number($0)) }
    }
  }

  private static func argument(_ label: String, _ count: Int?) -> CheckDeclaration.Argument? {
    count.map { CheckDeclaration.Argument(label: label, limit: .number(String($0))) }
  }
}

/// What is checked, and how an expression comes to it.
private struct Target {
  var subject: String
  var unwrapping: String
  var wireName: String

  /// The access to the value as an optional: the last `?` is for members only.
  var optional: String {
    unwrapping.hasSuffix("?") ? String(unwrapping.dropLast()) : unwrapping
  }

  func member(_ name: String) -> String { "\(unwrapping).\(name)" }

  func call(
    _ method: String,
    access: String,
    _ arguments: [CheckDeclaration.Argument]
  ) -> CheckDeclaration {
    CheckDeclaration(
      method: method,
      subject: subject,
      access: access,
      wireName: wireName,
      arguments: arguments
    )
  }
}

extension Shape {
  var isMap: Bool {
    if case .map = self { true } else { false }
  }

  /// The declared types that a shape mentions.
  fileprivate var declared: [TypeID] { ValueType(self).declared }
}
