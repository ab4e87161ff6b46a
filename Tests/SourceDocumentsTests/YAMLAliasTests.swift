import Testing

@testable import SourceDocuments

@Suite struct YAMLAliasTests {
  @Test func repeatsWhatTheAnchorHolds() throws {
    let root = try yaml("a: &x {b: [1, 2]}\nc: *x\nd: &y z\n*y : [*y, *x]\n")
    #expect(root.jsonText() == #"{"a":{"b":[1,2]},"c":{"b":[1,2]},"d":"z","z":["z",{"b":[1,2]}]}"#)
  }

  @Test func givesTheAliasItsOwnPlace() throws {
    let root = try yaml("a: &x {b: 1}\nc:\n  - *x\n")
    let alias = try #require(root["c"]?.elements[0])
    #expect(alias.pointer == "#/c/0")
    #expect(alias.location.description == "test.yaml:3:5")
    #expect(alias != root["a"])
    // Below it lies what lies below the anchor.
    #expect(alias["b"] == root["a"]?["b"])
    #expect(alias["b"]?.pointer == "#/a/b")
  }

  @Test func takesTheLatestAnchorOfAName() throws {
    #expect(try yaml("[&a 1, *a, &a 2, *a]").jsonText() == "[1,1,2,2]")
  }

  @Test func mergesMappings() throws {
    let text = """
      base: &base {a: 1, b: 2}
      other: &other {b: 3, c: 4}
      one: {<<: *base, b: own}
      before: {b: own, <<: *base}
      list: {<<: [*base, *other], d: 5}
      inline: {<<: {x: 1}}
      nested: &nested {<<: *base, e: 6}
      chain: {<<: *nested}
      twice: {<<: *base, <<: *other}
      tagged: {!!merge <<: *base}
      quoted: {"<<": *base}
      """
    let root = try yaml(text)
    #expect(root["one"]?.jsonText() == #"{"a":1,"b":"own"}"#)
    #expect(root["before"]?.jsonText() == #"{"b":"own","a":1}"#)
    #expect(root["list"]?.jsonText() == #"{"a":1,"b":2,"c":4,"d":5}"#)
    #expect(root["inline"]?.jsonText() == #"{"x":1}"#)
    #expect(root["chain"]?.jsonText() == #"{"a":1,"b":2,"e":6}"#)
    #expect(root["twice"]?.jsonText() == #"{"a":1,"b":2,"c":4}"#)
    #expect(root["tagged"]?.jsonText() == #"{"a":1,"b":2}"#)
    #expect(root["quoted"]?.jsonText() == #"{"<<":{"a":1,"b":2}}"#)
  }

  @Test func placesMergedMembersInTheirNewObject() throws {
    let root = try yaml("base: &base {a: {x: 1}}\none:\n  <<: *base\n  b: 2\n")
    let merged = try #require(root["one"]?["a"])
    #expect(merged.pointer == "#/one/a")
    #expect(merged.parent == root["one"])
    #expect(merged.keyLocation?.line == 1)
    #expect(root["one"]?.members.map(\.key) == ["a", "b"])
  }

  @Test func findsMergedMembersOfLargeObjects() throws {
    let members = (0..<50).map { "  k\($0): \($0)\n" }.joined()
    let root = try yaml("base: &base\n\(members)one:\n  <<: *base\n  k7: own\n")
    #expect(root["one"]?["k49"]?.number?.integer == 49)
    #expect(root["one"]?["k7"]?.string == "own")
    #expect(root["one"]?.members.count == 50)
  }

  @Test func refusesExplosions() {
    var text = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n"
    for level in 1..<20 {
      let aliases = Array(repeating: "*a\(level - 1)", count: 10).joined(separator: ", ")
      text += "a\(level): &a\(level) [\(aliases)]\n"
    }
    let codes = diagnostics(of: Array(text.utf8), as: "a.yaml").map(\.code)
    #expect(codes == ["alias-expansion"])
  }

  @Test func countsTextInExplosions() {
    let long = String(repeating: "x", count: 1_000_000)
    let aliases = Array(repeating: "*a", count: 1000).joined(separator: ", ")
    let codes = diagnostics(of: Array("a: &a \"\(long)\"\nb: [\(aliases)]\n".utf8), as: "a.yaml").map(\.code)
    #expect(codes == ["alias-expansion"])
  }

  @Test func countsDepthThroughAliases() throws {
    func chain(_ count: Int) -> String {
      (1..<count).reduce(into: "- &a0 [x]\n") { $0 += "- &a\($1) [*a\($1 - 1)]\n" }
    }
    _ = try yaml(chain(511))
    #expect(diagnostics(of: Array(chain(512).utf8), as: "a.yaml").map(\.code) == ["too-deep"])
  }
}
