import Testing

@testable import APIModel

/// Parts of `allOf` made to keep merging for ever. Each must end, soon, and say what was not merged.
@Suite struct MergingTests {
  private func reference(_ name: String) -> String {
    "{$ref: '#/components/schemas/\(name)'}"
  }

  private func merged(_ one: String, _ other: String) -> String {
    "{allOf: [{properties: {p: \(reference(one))}}, {properties: {p: \(reference(other))}}]}"
  }

  @Test func listsThatHoldThemselves() throws {
    let fixture = try DescriptionFixture(
      schemas: """
        X: {type: array, items: \(reference("X")), properties: {a: {type: string}}}
        Y: {type: array, items: \(reference("Y")), properties: {b: {type: string}}}
        Z: \(merged("X", "Y"))
        """
    )
    #expect(fixture.codes.contains("conflicting-property"))
  }

  @Test func familiesWhosePairsAreAllDifferent() throws {
    let count = 150
    let schemas = (0..<count).flatMap { index in
      [("X", 1, 7), ("Y", 2, 5)].map { family, step, factor in
        let next = reference("\(family)\((index + step) % count)")
        let other = reference("\(family)\((index * factor + 1) % count)")
        return "\(family)\(index): {properties: {p: \(next), q: \(other), \(family): {type: string}}}"
      }
    }
    let fixture = try DescriptionFixture(
      schemas: (schemas + ["Z: " + merged("X0", "Y0")]).joined(separator: "\n")
    )
    #expect(fixture.codes.contains("conflicting-property"))
    #expect(fixture.api.types.count < 2_000)
  }

  @Test func manyPartsThatDescribeOnePropertyEachInItsWay() throws {
    let parts = (0..<200).map { part in
      let members = (0..<20).map { "a\(part)x\($0): {type: string}" }.joined(separator: ", ")
      return "{properties: {p: {type: object, properties: {\(members)}}}}"
    }
    let fixture = try DescriptionFixture(schemas: "Z: {allOf: [\(parts.joined(separator: ", "))]}")
    #expect(fixture.codes.isEmpty)
    #expect(try fixture.record("Z").properties.count == 1)
  }

  @Test func alternativesThatWouldAllGetManyMembers() throws {
    let members = (0..<400).map { "m\($0): {type: string}" }.joined(separator: ", ")
    let alternatives = (0..<400).map { "{title: T\($0), properties: {a\($0): {type: string}}}" }
    let fixture = try DescriptionFixture(
      schemas: "Z: {allOf: [{properties: {\(members)}}, {oneOf: [\(alternatives.joined(separator: ", "))]}]}"
    )
    #expect(fixture.codes == ["unsupported-composition"])
    #expect(try fixture.record("Z").properties.count == 400)
  }

  @Test func alternativesThatHoldThemselves() throws {
    let fixture = try DescriptionFixture(
      schemas: """
        Z: {allOf: [{properties: {name: {type: string}}}, {oneOf: [\(reference("Z")), \(reference("Y"))]}]}
        Y: {oneOf: [\(reference("Z")), \(reference("Y"))]}
        """
    )
    #expect(fixture.codes == ["unsupported-composition"])
  }
}
