import ClientRuntime
import Foundation
import Testing

@Suite("Enumerations")
struct EnumerationTests {
  typealias MessageType = SendMessageRequest.MessageType

  @Test("A client keeps values that it does not know, a server refuses them")
  func unknownValues() throws {
    let types = try decode([MessageType].self, #"["sms","fax"]"#)
    #expect(types == [.sms, .unrecognized("fax")])
    #expect(try json(types) == #"["sms","fax"]"#)
    #expect(types.map(\.isKnown) == [true, false])
    let text = problem([MessageType].self, #"["sms","fax"]"#, strict: true)
    #expect(text == "[1]: expected one of hero, sms, nhs_app")
  }

  @Test("A known value that came as unrecognized is the known value")
  func equality() {
    #expect(MessageType.unrecognized("sms") == .sms)
    #expect(Set([MessageType.unrecognized("sms"), .sms]).count == 1)
  }

  @Test func closedEnumerations() throws {
    #expect(try decode([PersonTitle].self, #"["Mr"]"#) == [.mr])
    #expect(problem([PersonTitle].self, #"["Sir"]"#) == "[0]: expected one of Mr, Mrs")
    #expect(PersonTitle(parameterText: "Mrs") == .mrs && PersonTitle(parameterText: "mrs") == nil)
  }

  nonisolated enum Priority: Int, APIClosedEnumeration {
    case low = 1
    case high = 2
  }

  @Test("Enumerations of numbers")
  func numbers() throws {
    #expect(try json([Priority.high]) == "[2]")
    #expect(try decode([Priority].self, "[1]") == [.low])
    #expect(problem([Priority].self, "[3]") == "[0]: expected one of 1, 2")
    #expect(Priority(parameterText: "2") == .high && Priority(parameterText: "x") == nil)
  }
}

@Suite("Unions")
struct UnionTests {
  typealias Encrypted = SendMessageRequest.Encrypted

  @Test("Members are told apart by how they are written")
  func shapes() throws {
    #expect(try decode([Encrypted].self, #"[true,"x"]"#) == [.boolean(true), .string("x")])
    #expect(try json([Encrypted.boolean(false), .string("x")]) == #"[false,"x"]"#)
  }

  @Test("A client keeps a member that it does not know, a server refuses it")
  func unknownMembers() throws {
    #expect(try decode([Encrypted].self, #"[{"a":1}]"#) == [.unrecognized(["a": 1])])
    #expect(try json([Encrypted.unrecognized(["a": 1])]) == #"[{"a":1}]"#)
    let text = problem([Encrypted].self, #"[{"a":1}]"#, strict: true)
    #expect(text == "[0]: expected true or false or a string")
  }

  @Test("A discriminator that is missing or unknown")
  func discriminators() throws {
    #expect(try decode(RegistrationTarget.self, #"{"kind":"new"}"#) == .unrecognized(["kind": "new"]))
    #expect(try decode(RegistrationTarget.self, #"{"a":1}"#) == .unrecognized(["a": 1]))
    #expect(try decode(RegistrationTarget.self, "[1]") == .unrecognized([1]))
    #expect(problem(RegistrationTarget.self, #"{"a":1}"#, strict: true) == "kind: is missing")
    #expect(problem(RegistrationTarget.self, "[1]", strict: true) == "expected an object")
    let unknown = problem(RegistrationTarget.self, #"{"kind":"hunter2"}"#, strict: true)
    #expect(unknown == "kind: expected one of sent, request")
    #expect(problem(RegistrationTarget.self, #"{"kind":"request"}"#) == "patient_id: is missing")
  }

  /// What is no request is any object.
  nonisolated struct Phone: APIModel {
    var number: String?
    var lines: [JSONValue]?

    init(from fields: FieldReader) throws {
      number = try fields.stringIfPresent("number")
      lines = try fields.valueIfPresent("lines", [JSONValue].self)
    }

    func write(to fields: inout FieldWriter) {
      fields.stringIfPresent("number", number)
      fields.valueIfPresent("lines", lines)
    }
  }

  nonisolated struct Letter: APIModel {
    var address: String?

    init(from fields: FieldReader) throws {
      address = try fields.stringIfPresent("address")
    }

    func write(to fields: inout FieldWriter) {
      fields.stringIfPresent("address", address)
    }
  }

  nonisolated enum Contact: APIUnion {
    case phone(Phone)
    case letter(Letter)
    case unrecognized(JSONValue)

    init(from union: UnionReader) throws {
      var closest = ClosestMember<Self>(union)
      closest.consider(Phone.self, .object(required: []), Self.phone)
      closest.consider(Letter.self, .object(required: []), Self.letter)
      self = try closest.member ?? .unrecognized(union.unrecognized())
    }

    var name: String {
      switch self {
      case .phone: "phone"
      case .letter: "letter"
      case .unrecognized: "unrecognized"
      }
    }

    func write(to union: inout UnionWriter) {
      switch self {
      case .phone(let value): union.write(value)
      case .letter(let value): union.write(value)
      case .unrecognized(let value): union.write(value)
      }
    }
  }

  @Test(
    "Of members that a value can be at once, the one that keeps most of it is taken",
    arguments: [
      (#"{"address":"x"}"#, "letter"), (#"{"number":"1"}"#, "phone"), ("{}", "phone"),
      (#"{"lines":[{"a":1}]}"#, "phone"), (#"{"address":"x","number":null}"#, "letter"),
      (#"{"address":"x","number":"1"}"#, "phone"), (#"{"other":1,"address":"x"}"#, "letter"),
      (#""x""#, "unrecognized"),
    ]
  )
  func overlappingMembers(text: String, expected: String) throws {
    let contact = try decode([Contact].self, "[\(text)]")[0]
    #expect(contact.name == expected)
    let foreign = try JSONDecoder().decode([Contact].self, from: Data("[\(text)]".utf8))[0]
    #expect(foreign == contact)
  }

  nonisolated enum Defaulting: APIUnion {
    case request(SendMessageRequest)
    case other([String: JSONValue])

    init(from union: UnionReader) throws {
      switch try union.discriminator("kind", hasDefault: true) {
      case "request": self = .request(try union.value(SendMessageRequest.self))
      default: self = .other(try union.value([String: JSONValue].self))
      }
    }

    func write(to union: inout UnionWriter) {
      switch self {
      case .request(let value): union.write(value)
      case .other(let value): union.write(value)
      }
    }
  }

  @Test("A type for values without a known discriminator, on both sides", arguments: [false, true])
  func defaultMapping(strict: Bool) throws {
    for text in [#"{"a":1}"#, #"{"kind":"new"}"#, #"{"kind":1}"#] {
      let value = try JSONCoding.decode(Defaulting.self, from: Data(text.utf8), strict: strict)
      guard case .other = value else {
        Issue.record("\(text) is no request")
        continue
      }
    }
    #expect(problem(Defaulting.self, #"{"kind":"request"}"#, strict: strict) == "patient_id: is missing")
  }

  /// Objects told apart by the members they must have, dates by their form.
  nonisolated enum Shape: APIUnion {
    case request(SendMessageRequest)
    case box(Box<Shape>)
    case date(Date)
    case numbers([Int])
    case none

    init(from union: UnionReader) throws {
      if let value = union.member(SendMessageRequest.self, .object(required: ["patient_id", "message_type"]))
      {
        self = .request(value)
      } else if let value = union.member(Box<Shape>.self, .object(required: ["box"])) {
        self = .box(value)
      } else if let value = union.member(Date.self, .string) {
        self = .date(value)
      } else if let value = union.member([Int].self, .array) {
        self = .numbers(value)
      } else if union.member(JSONValue.self, .null) != nil {
        self = .none
      } else {
        throw union.mismatch()
      }
    }

    func write(to union: inout UnionWriter) {
      switch self {
      case .request(let value): union.write(value)
      case .box(let value): union.write(value)
      case .date(let value): union.write(value)
      case .numbers(let value): union.write(value)
      case .none: union.write(JSONValue.null)
      }
    }
  }

  @Test("A union that is closed says why the only member of that form does not fit")
  func closedUnions() throws {
    let text = #"[{"patient_id":"1","message_type":"sms"},"1970-01-01T00:00:00Z",[1],null]"#
    let values = try decode([Shape].self, text)
    #expect(
      values == [
        .request(SendMessageRequest(patientID: "1", messageType: .sms)),
        .date(Date(timeIntervalSince1970: 0)),
        .numbers([1]), .none,
      ]
    )
    #expect(try json(values) == text)
    #expect(
      problem([Shape].self, #"[{"patient_id":1,"message_type":"a"}]"#) == "[0].patient_id: expected a string"
    )
    #expect(problem([Shape].self, #"[["a"]]"#) == "[0][0]: expected a whole number")
    #expect(
      problem([Shape].self, "[true]").hasPrefix("[0]: expected an object with patient_id, message_type or")
    )
  }

  @Test("A date in a union keeps its form with any coder")
  func dates() throws {
    let data = try JSONEncoder().encode([Shape.date(Date(timeIntervalSince1970: 0))])
    #expect(String(decoding: data, as: UTF8.self) == #"["1970-01-01T00:00:00Z"]"#)
    #expect(try JSONDecoder().decode([Shape].self, from: data) == [.date(Date(timeIntervalSince1970: 0))])
  }
}

@Suite("Boxes")
struct BoxTests {
  nonisolated struct Node: APIModel {
    var name: String
    private var boxedNext: Box<Node>?

    var next: Node? {
      get { boxedNext?.value }
      set { boxedNext = newValue.map(Box.init) }
    }

    init(name: String, next: Node? = nil) {
      self.name = name
      boxedNext = next.map(Box.init)
    }

    init(from fields: FieldReader) throws {
      name = try fields.string("name")
      boxedNext = try fields.valueIfPresent("next", Box<Node>.self)
    }

    func write(to fields: inout FieldWriter) {
      fields.string("name", name)
      fields.valueIfPresent("next", boxedNext)
    }
  }

  @Test("Behind a computed property a box is not seen")
  func property() throws {
    var list = Node(name: "a", next: Node(name: "b"))
    let copy = list
    list.next?.name = "c"
    #expect(copy.next?.name == "b" && list.next?.name == "c")
    #expect(try json(copy) == #"{"name":"a","next":{"name":"b"}}"#)
    #expect(try decode(Node.self, json(list)) == list)
  }

  @Test("A box is copied on write, and is otherwise its value")
  func transparency() throws {
    var box = Box(Node(name: "a"))
    let copy = box
    box.name = "b"
    #expect(copy.name == "a" && box.value.name == "b" && box != copy)
    #expect(Set([box, copy, Box(Node(name: "a"))]).count == 2)
    #expect(try json(Box([1, 2])) == "[1,2]")
    #expect(try decode(Box<[Date]>.self, #"["1970-01-01"]"#).value == [Date(timeIntervalSince1970: 0)])
    #expect("\(Box(Node(name: "secret")))" == "Node()")
  }
}
