import ClientRuntime
import Foundation
import Testing

@Suite("Unions inside of unions")
struct NestedUnionTests {
  /// A member that is known to fit or not only after what it holds was read.
  nonisolated struct Branch<Mark: Codable & Sendable>: APIModel {
    var child: Tree?
    var mark: Mark
    var extra: String?

    init(from fields: FieldReader) throws {
      child = try fields.valueIfPresent("child", Tree.self)
      mark = try fields.value("mark", Mark.self)
      extra = try fields.stringIfPresent("extra")
    }

    func write(to fields: inout FieldWriter) {
      fields.valueIfPresent("child", child)
      fields.value("mark", mark)
      fields.stringIfPresent("extra", extra)
    }
  }

  nonisolated indirect enum Tree: APIUnion {
    case numbered(Branch<Int>)
    case named(Branch<String>)
    case unrecognized(JSONValue)

    init(from union: UnionReader) throws {
      if let value = union.member(Branch<Int>.self, .object(required: ["mark"])) {
        self = .numbered(value)
      } else if let value = union.member(Branch<String>.self, .object(required: ["mark"])) {
        self = .named(value)
      } else {
        self = try .unrecognized(union.unrecognized())
      }
    }

    func write(to union: inout UnionWriter) {
      switch self {
      case .numbered(let value): union.write(value)
      case .named(let value): union.write(value)
      case .unrecognized(let value): union.write(value)
      }
    }
  }

  /// The same, where the closest member is taken.
  nonisolated indirect enum Nest: APIUnion {
    case first(Layer)
    case second(Layer)
    case unrecognized(JSONValue)

    init(from union: UnionReader) throws {
      var closest = ClosestMember<Self>(union)
      closest.consider(Layer.self, .object(required: []), Self.first)
      closest.consider(Layer.self, .object(required: []), Self.second)
      self = try closest.member ?? .unrecognized(union.unrecognized())
    }

    func write(to union: inout UnionWriter) {
      switch self {
      case .first(let value), .second(let value): union.write(value)
      case .unrecognized(let value): union.write(value)
      }
    }
  }

  nonisolated struct Layer: APIModel {
    var child: Nest?

    init(from fields: FieldReader) throws {
      child = try fields.valueIfPresent("child", Nest.self)
    }

    func write(to fields: inout FieldWriter) {
      fields.valueIfPresent("child", child)
    }
  }

  @Test("Members that fail late, one inside of the other, do not multiply the work of each other")
  func nestedMembersThatFailLate() throws {
    var text = #"{"mark":"leaf"}"#
    for _ in 0..<100 { text = #"{"child":\#(text),"mark":"x"}"# }
    var tree = try decode([Tree].self, "[\(text)]")[0]
    var depth = 0
    while case .named(let branch) = tree, let child = branch.child {
      tree = child
      depth += 1
    }
    #expect(depth == 100)
  }

  @Test("Members that lose something, one inside of the other, do not multiply the work of each other")
  func nestedMembersThatLose() throws {
    var text = #"{"unknown":1}"#
    for _ in 0..<100 { text = #"{"child":\#(text),"unknown":1}"# }
    let nest = try decode([Nest].self, "[\(text)]")[0]
    guard case .first(let layer) = nest else {
      Issue.record("The first of two that keep as much is not taken.")
      return
    }
    #expect(layer.child != nil)
  }

  @Test("A failure inside of the only member that fits tells its place, at any depth")
  func placeOfNestedFailure() {
    let text = #"[{"child":{"child":{"mark":true},"mark":1},"mark":1}]"#
    #expect(problem([Lone].self, text, strict: true) == "[0].child.child.mark: expected a whole number")
  }

  nonisolated indirect enum Lone: APIUnion {
    case text(String)
    case layer(LoneLayer)

    init(from union: UnionReader) throws {
      if let value = union.member(String.self, .string) {
        self = .text(value)
      } else if let value = union.member(LoneLayer.self, .object(required: ["mark"])) {
        self = .layer(value)
      } else {
        throw union.mismatch()
      }
    }

    func write(to union: inout UnionWriter) {
      switch self {
      case .text(let value): union.write(value)
      case .layer(let value): union.write(value)
      }
    }
  }

  nonisolated struct LoneLayer: APIModel {
    var child: Lone?
    var mark: Int

    init(from fields: FieldReader) throws {
      child = try fields.valueIfPresent("child", Lone.self)
      mark = try fields.integer("mark")
    }

    func write(to fields: inout FieldWriter) {
      fields.valueIfPresent("child", child)
      fields.integer("mark", mark)
    }
  }
}
