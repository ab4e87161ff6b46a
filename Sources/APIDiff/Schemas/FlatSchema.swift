import OpenAPIDescription
import SourceDocuments

/// A keyword's value with the place where it is written.
struct Held<Value> {
  var value: Value
  var node: SourceNode
}

/// The lower or upper end of a range of numbers.
struct Bound {
  var number: SourceNumber
  var isExclusive: Bool

  var text: String { CanonicalValue.text(number) + (isExclusive ? " exclusive" : "") }
}

/// Alternatives of which a value has to match one, or at least one.
struct UnionGroup {
  var alternatives: [Schema]
  /// Whether it may match one only.
  var isExclusive: Bool
  /// The list of alternatives.
  var node: SourceNode
}

/// All that a schema demands, its references, `allOf` and needless wrappings seen through.
///
/// Everything that several schemas say together is combined; where that is not possible, all is kept.
final class FlatSchema {
  /// The schemas that contribute, the outermost first.
  var parts: [Schema] = []
  /// Whether no value is valid.
  var isNothing = false
  var types = TypeSet.any
  var typesNode: SourceNode?
  var format: Held<String>?
  /// The values allowed besides null, by their canonical text; a constant is a list of one.
  var values: Held<[String]>?
  var isConstant = false
  var defaultValue: Held<String>?
  var isReadOnly = false
  var isWriteOnly = false
  var isDeprecated = false

  var minimum: Held<Bound>?
  var maximum: Held<Bound>?
  var multipleOf: Held<SourceNumber>?
  var minLength: Held<Int>?
  var maxLength: Held<Int>?
  var patterns: [Held<String>] = []
  var contentEncoding: Held<String>?
  var contentMediaType: Held<String>?

  var propertyNames: [String] = []
  /// What each property has to match, all of them together.
  var properties: [String: [Schema]] = [:]
  /// By name, the list that requires it.
  var required: [String: SourceNode] = [:]
  var additionalProperties: [Schema] = []
  var unevaluatedProperties: [Schema] = []
  var patternProperties: [String: [Schema]] = [:]
  var nameSchemas: [Schema] = []
  var dependentRequired: [String: Held<[String]>] = [:]
  var minProperties: Held<Int>?
  var maxProperties: Held<Int>?

  var items: [Schema] = []
  var prefixItems: [[Schema]] = []
  var contains: [Schema] = []
  var unevaluatedItems: [Schema] = []
  var minItems: Held<Int>?
  var maxItems: Held<Int>?
  var uniqueItems: Held<Bool>?

  var unions: [UnionGroup] = []
  var discriminator: Discriminator?
  var negations: [Schema] = []
  /// Schemas with `if`, `then` or `else`.
  var conditions: [Schema] = []

  /// The outermost schema.
  var node: SourceNode? { parts.first?.origin }

  var allowsNull: Bool { types.contains(.null) && !isNothing }

  /// Whether it accepts objects with members that it does not declare.
  var isClosed: Bool {
    additionalProperties.contains { $0.boolean == false }
      || unevaluatedProperties.contains { $0.boolean == false }
  }

  /// A count that is read from the text.
  func count(_ keyword: String) -> Held<Int>? {
    guard let node = node(of: keyword), let value = node.number?.integer else { return nil }
    return Held(value: value, node: node)
  }

  /// Where a keyword is written, or would be.
  func node(of keyword: String) -> SourceNode? {
    for part in parts {
      if let node = part.origin[keyword] { return node }
    }
    return nil
  }
}
