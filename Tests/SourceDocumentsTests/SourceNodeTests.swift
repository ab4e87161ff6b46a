import Testing

@testable import SourceDocuments

@Suite struct SourceNodeTests {
  private let text = """
    {
      "paths": {
        "/pets/{id}": {"get": {"tags": ["a", "b"]}},
        "a~b%": null
      }
    }
    """

  @Test func knowsItsPlace() throws {
    let root = try json(text)
    let tag = try #require(root["paths"]?["/pets/{id}"]?["get"]?["tags"]?.elements[1])
    #expect(tag.pointer == "#/paths/~1pets~1{id}/get/tags/1")
    #expect(tag.indexInParent == 1)
    #expect(tag.key == nil)
    #expect(tag.keyLocation == nil)
    #expect(tag.parent?.key == "tags")
    #expect(tag.parent?.indexInParent == nil)
    #expect(root.pointer == "#")
    #expect(root.parent == nil)
    #expect(root.key == nil)
    #expect(root.indexInParent == nil)
    #expect(root["paths"]?["a~b%"]?.pointer == "#/paths/a~0b%25")
  }

  @Test func knowsItsLocation() throws {
    let root = try json(text)
    let get = try #require(root["paths"]?["/pets/{id}"]?["get"])
    #expect(get.location.description == "test.json:3:27")
    #expect(get.location.length == 20)
    #expect(get.keyLocation?.description == "test.json:3:20")
    #expect(get.bestLocation == get.keyLocation)
    #expect(root.bestLocation == root.location)
    #expect(root.location.length == text.utf8.count)
    let tag = try #require(get["tags"]?.elements.first)
    #expect(tag.bestLocation == tag.location)
    let null = try #require(root["paths"]?["a~b%"])
    #expect(null.bestLocation.description == "test.json:4:13")
  }

  @Test func listsMembersInDocumentOrder() throws {
    let root = try json(#"{"z": 1, "a": 2, "m": 3}"#)
    #expect(root.members.map(\.key) == ["z", "a", "m"])
    #expect(root.members.map(\.value.number?.integer) == [1, 2, 3])
    #expect(root.members[1].keyLocation.column == 10)
    #expect(root.members.last?.key == "m")
    #expect(root.elements.isEmpty)
    #expect(root["b"] == nil)
  }

  @Test(arguments: [0, 1, 7, 8, 9, 10, 1000])
  func findsMembersByName(_ count: Int) throws {
    let names = (0..<count).map { "é\($0 * 7919 % 1009)" }
    let text = "{" + names.enumerated().map { "\"\($1)\": \($0)" }.joined(separator: ",") + "}"
    let root = try json(text)
    for (index, name) in names.enumerated() {
      #expect(root[name]?.number?.integer == index)
    }
    #expect(root[""] == nil)
    #expect(root["é"] == nil)
    #expect(root["z"] == nil)
    #expect(root.members.map(\.key) == names)
  }

  @Test func comparesNamesByTheirBytes() throws {
    let root = try json("{\"\u{e9}\": 1, \"e\u{301}\": 2}")
    #expect(root["\u{e9}"]?.number?.integer == 1)
    #expect(root["e\u{301}"]?.number?.integer == 2)
  }

  @Test func hasOnlyTheValueOfItsKind() throws {
    let string = try json("\"1\"")
    #expect(string.string == "1")
    #expect(string.number == nil && string.boolean == nil && !string.isNull)
    #expect(string.members.isEmpty && string.elements.isEmpty && string["a"] == nil)
    let object = try json("{}")
    #expect(object.string == nil && object.number == nil && object.boolean == nil && !object.isNull)
  }

  @Test func isEqualByPlace() throws {
    let root = try json("[1, 1]")
    #expect(root.elements[0] == root.elements[0])
    #expect(root.elements[0] != root.elements[1])
    #expect(try json("1") != json("1"))
    #expect(Set([root.elements[0], root.elements[0], root]).count == 2)
  }
}
