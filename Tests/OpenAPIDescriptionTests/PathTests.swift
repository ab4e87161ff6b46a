import OpenAPIDescription
import SourceDocuments
import Testing

@Suite struct PathTests {
  private static let id = "parameters: [{name: id, in: path, required: true, schema: {type: string}}]"

  @Test func pathsAndOperationsKeepTheirOrder() throws {
    let fixture = try DescriptionFixture(
      paths: """
        /z: {post: {}, get: {}, summary: S, x-a: 1}
        /a: {delete: {}}
        x-paths: {anything: true}
        """
    )
    let paths = try #require(fixture.document?.paths)
    #expect(fixture.codes.isEmpty)
    #expect(paths.map(\.path) == ["/z", "/a"])
    #expect(paths[0].operations.map(\.method) == ["post", "get"])
  }

  @Test(arguments: ["pets", "/{id", "/id}", "/{}", "/{a{b}}", "/{a}}"])
  func invalidPaths(_ path: String) throws {
    let fixture = try DescriptionFixture(paths: "'\(path)': {}")
    #expect(fixture.codes == ["error invalid-path"])
    #expect(fixture.diagnostics[0].location?.line == 4)
  }

  @Test func pathsThatDifferInNamesOnly() throws {
    let fixture = try DescriptionFixture(
      paths: """
        /pets/{id}: {\(Self.id)}
        /pets/{name}: {parameters: [{name: name, in: path, required: true, schema: {}}]}
        /pets/{id}/: {\(Self.id)}
        """
    )
    #expect(fixture.codes == ["warning ambiguous-path"], "no request can be taken for one of the other path")
    #expect(fixture.diagnostics[0].location?.line == 5)
    #expect(fixture.diagnostics[0].notes[0].location?.line == 4)
  }

  @Test func pathsThatTheMethodDoesNotTellApart() throws {
    let fixture = try DescriptionFixture(
      paths: """
        /pets/{id}: {\(Self.id), get: {}}
        /pets/{name}: {parameters: [{name: name, in: path, required: true, schema: {}}], get: {}}
        """
    )
    #expect(fixture.codes == ["warning ambiguous-path"])
  }

  @Test func pathsWithQueriesAreDoubtful() throws {
    let fixture = try DescriptionFixture(paths: "/a?b=c: {}\n'/a#b': {}")
    #expect(fixture.codes == ["warning path-with-query", "warning path-with-query"])
  }

  @Test func aVariableMayOccurTwice() throws {
    let fixture = try DescriptionFixture(paths: "/{id}/x/{id}: {\(Self.id), get: {}}")
    #expect(fixture.codes == ["warning repeated-variable"])
    #expect(fixture.document?.paths[0].parameters.count == 1)
  }

  @Test func everyVariableIsDeclared() throws {
    let fixture = try DescriptionFixture(
      paths: "/{petID}: {get: {parameters: [{name: petId, in: query, schema: {type: string}}]}, put: {}}"
    )
    #expect(fixture.codes == Array(repeating: "warning path-parameter-undeclared", count: 2))
    let operations = try #require(fixture.document?.paths.first?.operations)
    #expect(operations.map { $0.parameters.last?.name } == ["petID", "petID"])
    #expect(operations.allSatisfy { $0.parameters.last?.location == .path })
    #expect(fixture.diagnostics[0].advice == "write 'petId'")
  }

  @Test func everyPathParameterHasAVariable() throws {
    let fixture = try DescriptionFixture(paths: "/pets: {\(Self.id), get: {\(Self.id)}}")
    #expect(fixture.codes == ["warning path-parameter-missing", "warning path-parameter-missing"])
    #expect(fixture.document?.paths[0].parameters.isEmpty == true)
    #expect(fixture.document?.paths[0].operations[0].parameters.isEmpty == true)
  }

  @Test func theItemAndTheOperationDeclareTogether() throws {
    let fixture = try DescriptionFixture(
      paths: """
        /{id}/{name}:
          \(Self.id)
          get: {parameters: [{name: name, in: path, required: true, schema: {type: string}}]}
        """
    )
    #expect(fixture.codes.isEmpty)
  }

  @Test func identifiersOfOperationsAreUnique() throws {
    let fixture = try DescriptionFixture(
      paths: "/a: {get: {operationId: x}, put: {operationId: y}}\n/b: {get: {operationId: x}}"
    )
    #expect(fixture.codes == ["warning duplicate-operation-id"])
    #expect(fixture.diagnostics[0].location?.line == 5)
    #expect(fixture.diagnostics[0].notes[0].location?.line == 4)
  }

  @Test func aPathItemMayBeAReferenceWithMoreBesideIt() throws {
    let fixture = try DescriptionFixture(
      paths: """
        /a:
          $ref: 'shared.yaml#/item'
          description: Own
          get: {operationId: own}
        /b: {$ref: 'shared.yaml#/item'}
        """,
      files: [
        "shared.yaml": "item: {$ref: '#/other', summary: Middle}\nother: {summary: Last, get: {}, put: {}}"
      ]
    )
    let paths = try #require(fixture.document?.paths)
    #expect(fixture.codes.isEmpty)
    #expect(paths[0].description == "Own" && paths[0].summary == "Middle")
    #expect(paths[0].operations.map(\.method) == ["put", "get"])
    #expect(paths[0].operations[1].operationID == "own")
    #expect(paths[1].path == "/b" && paths[1].operations.count == 2)
  }

  @Test func pathItemsThatReferToOneAnother() throws {
    let fixture = try DescriptionFixture(
      paths: "/a: {$ref: '#/paths/~1b'}\n/b: {$ref: '#/paths/~1a', get: {}}"
    )
    #expect(Set(fixture.codes) == ["error circular-reference"])
  }

  @Test func responsesAreRequiredInVersion30() throws {
    #expect(
      try DescriptionFixture(paths: "/a: {get: {}}", version: "3.0.3").codes == ["warning missing-field"]
    )
    #expect(try DescriptionFixture(paths: "/a: {get: {}}").codes.isEmpty)
  }

  @Test func allFieldsOfAnOperation() throws {
    let fixture = try DescriptionFixture(
      operation: """
        operationId: getA
        summary: S
        description: D
        deprecated: true
        tags: [t]
        servers: [{url: /v2}]
        security: []
        externalDocs: {url: u}
        x-order: 3
        callbacks: {onEvent: {'{$request.body#/url}': {post: {}}}}
        """
    )
    let operation = try #require(fixture.operation)
    #expect(fixture.codes.isEmpty)
    #expect(operation.operationID == "getA" && operation.isDeprecated && operation.tags == ["t"])
    #expect(operation.security?.isEmpty == true)
    #expect(operation.extensions.map(\.name) == ["x-order"])
    #expect(operation.callbacks[0].items[0].path == "{$request.body#/url}")
    #expect(operation.callbacks[0].items[0].operations[0].method == "post")
  }

  @Test func aCallbackMayContainItself() throws {
    let fixture = try DescriptionFixture(
      paths: "/a: {get: {callbacks: {again: {'{$url}': {$ref: '#/paths/~1a'}}}}}"
    )
    #expect(fixture.codes == ["warning recursive-callback"])
    #expect(fixture.document != nil)
  }
}
