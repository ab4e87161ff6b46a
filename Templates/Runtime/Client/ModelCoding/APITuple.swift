import Foundation

/// A list whose elements have types of their own by position: `prefixItems` of the description.
///
/// It is a model whose members are called `0`, `1` and so on, and `rest` for the elements behind them.
public typealias APITuple = TupleCodable & APIModel

/// What reads and writes itself element by element; see ``FieldCodable`` for what it does not inherit.
public nonisolated protocol TupleCodable: FieldCodable {
  /// How many elements have types of their own.
  static var elementCount: Int { get }
}

nonisolated extension TupleCodable {
  public init(from decoder: any Decoder) throws {
    let elements = try decoder.singleValueContainer().decode([JSONValue].self)
    var members: [String: JSONValue] = [:]
    for (index, element) in elements.prefix(Self.elementCount).enumerated() {
      members[String(index)] = element
    }
    members["rest"] = .array(Array(elements.dropFirst(Self.elementCount)))
    do {
      let data = try JSONCoding.encode(JSONValue.object(members))
      self = try JSONCoding.decode(TupleMembers<Self>.self, from: data, strict: decoder.isStrict).tuple
    } catch {
      throw CodingProblem(error).error(at: decoder.codingPath)
    }
  }

  /// - Throws: `EncodingError` for a value that JSON cannot carry, and for an element behind one that is missing.
  public func encode(to encoder: any Encoder) throws {
    let members = try JSONValue(encoding: TupleMembers(tuple: self))
    var elements: [JSONValue] = []
    for index in 0..<Self.elementCount {
      guard let element = members.object?[String(index)] else { break }
      elements.append(element)
    }
    let rest = members["rest"].array ?? []
    let present = (members.object?.keys.count { $0 != "rest" } ?? 0)
    guard present == elements.count, rest.isEmpty || elements.count == Self.elementCount else {
      throw EncodingError.invalidValue(
        self,
        EncodingError.Context(codingPath: encoder.codingPath, debugDescription: "An element is missing.")
      )
    }
    var container = encoder.singleValueContainer()
    try container.encode(elements + rest)
  }
}

/// The elements of a tuple as members of an object.
nonisolated struct TupleMembers<Tuple: TupleCodable>: Codable {
  let tuple: Tuple

  init(tuple: Tuple) {
    self.tuple = tuple
  }

  init(from decoder: any Decoder) throws {
    tuple = try Tuple(from: FieldReader(decoder))
  }

  func encode(to encoder: any Encoder) throws {
    var fields = FieldWriter(encoder)
    tuple.write(to: &fields)
    try fields.finish()
  }
}
