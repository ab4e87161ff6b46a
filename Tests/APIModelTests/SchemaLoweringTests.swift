import Testing

@testable import APIModel

@Suite struct SchemaLoweringTests {
  @Test func partsOfAllOfBecomeOneRecord() throws {
    let fixture = try DescriptionFixture(
      schemas: """
        A: {allOf: [{$ref: '#/components/schemas/B'}, {properties: {x: {type: integer}}, required: [y]}]}
        B: {type: object, required: [z], properties: {y: {type: string}, z: {type: string}}}
        """
    )
    let record = try fixture.record("A")
    #expect(record.properties.map(\.name) == ["y", "z", "x"])
    #expect(record.properties.map(\.isRequired) == [true, true, false])
  }

  @Test func laterPartsRefineEarlierOnes() throws {
    let fixture = try DescriptionFixture(
      schemas: """
        A: {allOf: [{$ref: '#/components/schemas/B'}, {properties: {x: {type: integer}}}]}
        B: {type: object, properties: {x: {type: string}}}
        """
    )
    #expect(fixture.codes == ["conflicting-property"])
    #expect(try fixture.record("A").properties[0].value == ValueType(.scalar(Scalar(kind: .integer))))
  }

  @Test(arguments: [
    "{type: [string, 'null']}", "{anyOf: [{type: string}, {type: 'null'}]}",
    "{oneOf: [{$ref: '#/components/schemas/Null'}, {$ref: '#/components/schemas/S'}]}",
    "{$ref: '#/components/schemas/N'}",
    "{allOf: [{$ref: '#/components/schemas/N'}]}",
  ])
  func nullIsFoundWhereverItStands(_ schema: String) throws {
    let fixture = try DescriptionFixture(
      schemas: """
        A: {type: object, properties: {x: \(schema)}}
        N: {type: [string, 'null']}
        S: {type: string}
        Null: {type: 'null'}
        """
    )
    let value = try fixture.record("A").properties[0].value
    #expect(value.isNullable || schema.contains("Null'}"))
  }

  @Test func allOfThatContainsItselfEnds() throws {
    let fixture = try DescriptionFixture(
      schemas: """
        A: {allOf: [{$ref: '#/components/schemas/A'}, {properties: {x: {type: string}}}]}
        B: {anyOf: [{$ref: '#/components/schemas/B'}, {type: string}]}
        C: {allOf: [{$ref: '#/components/schemas/C'}]}
        """
    )
    #expect(try fixture.record("A").properties.map(\.name) == ["x"])
    #expect(try fixture.example("A").contains("x"))
  }

  @Test func usageFollowsWhatIsSentAndReceived() throws {
    let fixture = try DescriptionFixture(
      schemas: """
        Sent: {type: object, properties: {part: {$ref: '#/components/schemas/Part'}}}
        Got: {type: object, properties: {part: {$ref: '#/components/schemas/Part'}}}
        Part: {type: object, properties: {x: {type: string}}}
        Unused: {type: object, properties: {x: {type: string}}}
        """,
      paths: """
        {/a: {post: {operationId: a, requestBody: {content: {application/json: {schema: {$ref: '#/components/schemas/Sent'}}}},
          responses: {'200': {description: Ok, content: {application/json: {schema: {$ref: '#/components/schemas/Got'}}}}}}}}
        """
    )
    #expect(try fixture.declaration("Sent").usage == [.request])
    #expect(try fixture.declaration("Got").usage == [.response])
    #expect(try fixture.declaration("Part").usage == [.request, .response])
    #expect(try fixture.declaration("Unused").usage == [])
  }

  @Test func unionMembersAreToldApart() throws {
    let fixture = try DescriptionFixture(
      schemas: """
        U: {oneOf: [{$ref: '#/components/schemas/A'}, {$ref: '#/components/schemas/B'}, {type: string}]}
        A: {type: object, required: [kind, x], properties: {kind: {const: a}, x: {type: string}}}
        B: {type: object, required: [y], properties: {y: {type: string}}}
        """
    )
    guard case .union(let union) = try fixture.declaration("U").definition else {
      throw Unexpected(description: "no union")
    }
    #expect(
      union.members.map(\.test) == [
        .object(required: ["kind", "x"], constants: [ConstantProperty(name: "kind", values: ["a"])]),
        .object(required: ["y"], constants: []), .string,
      ]
    )
  }

  @Test("alternatives of anyOf that a value can be at once keep one another's members")
  func overlappingAlternatives() throws {
    let fixture = try DescriptionFixture(
      schemas: """
        Any: {anyOf: [{$ref: '#/components/schemas/A'}, {$ref: '#/components/schemas/B'}]}
        A: {type: object, required: [a], properties: {a: {type: string}}}
        B: {type: object, required: [b], properties: {b: {type: string}}}
        Told: {anyOf: [{$ref: '#/components/schemas/C'}, {$ref: '#/components/schemas/D'}]}
        C: {type: object, required: [k], properties: {k: {const: c}}}
        D: {type: object, required: [k, d], properties: {k: {const: d}, d: {type: string}}}
        One: {oneOf: [{$ref: '#/components/schemas/E'}, {$ref: '#/components/schemas/F'}]}
        E: {type: object, required: [e], properties: {e: {type: string}}}
        F: {type: object, required: [f], properties: {f: {type: string}}}
        """
    )
    for name in ["A", "B"] { #expect(try fixture.record(name).additionalProperties == .any) }
    for name in ["C", "D", "E", "F"] { #expect(try fixture.record(name).additionalProperties == nil) }
    #expect(!fixture.codes.contains("overlapping-alternatives"))
  }

  @Test("alternatives of oneOf that the members of one make the other are named")
  func doubtfulAlternatives() throws {
    let fixture = try DescriptionFixture(
      schemas: """
        One: {oneOf: [{$ref: '#/components/schemas/E'}, {$ref: '#/components/schemas/F'}]}
        E: {type: object, required: [e], properties: {e: {type: string}, f: {type: string}}}
        F: {type: object, required: [f], properties: {f: {type: string}, e: {type: string}}}
        More: {oneOf: [{$ref: '#/components/schemas/G'}, {$ref: '#/components/schemas/H'}]}
        G: {type: object, required: [g], properties: {g: {type: string}, h: {type: string}}}
        H: {type: object, required: [g, h], properties: {g: {type: string}, h: {type: string}}}
        Fewer: {oneOf: [{$ref: '#/components/schemas/I'}, {$ref: '#/components/schemas/J'}]}
        I: {type: object, properties: {h: {type: string}}}
        J: {type: object, required: [g, h], properties: {g: {type: string}, h: {type: string}}}
        """
    )
    #expect(fixture.codes.count { $0 == "overlapping-alternatives" } == 1)
    #expect(fixture.messages.contains { $0.contains("and of one more") })
  }

  @Test("keywords that cannot be checked are named once, also in parts of allOf")
  func uncheckedKeywords() throws {
    let fixture = try DescriptionFixture(
      schemas: """
        All:
          allOf:
            - {type: object, properties: {a: {type: string, contentSchema: {type: object}}}}
            - {type: object, properties: {b: {type: string}}, dependencies: {a: [b]}}
        """
    )
    #expect(fixture.codes.count { $0 == "unsupported-keyword" } == 2)
  }
}
