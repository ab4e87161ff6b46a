import OpenAPIDescription
import SourceDocuments
import Testing

@Suite struct ServerTests {
  private func server(_ text: String) throws -> DescriptionFixture {
    try DescriptionFixture(DescriptionFixture.head("3.1.0") + "paths: {}\nservers: [\(text)]")
  }

  @Test func variables() throws {
    let fixture = try server(
      "{url: 'https://{host}:{port}/', variables: {host: {default: a, enum: [a, b]}, port: {default: 443}}}"
    )
    let variables = try #require(fixture.document?.servers[0].variables)
    #expect(fixture.codes == ["warning wrong-type"])
    #expect(variables.map(\.name) == ["host", "port"])
    #expect(variables[0].enumeration == ["a", "b"] && variables[1].defaultValue == "443")
  }

  @Test func variablesThatDoNotMatchTheAddress() throws {
    let fixture = try server(
      "{url: 'https://{hots}/', variables: {host: {default: a}, x: {enum: [b]}, y: {default: c, enum: [d]}}}"
    )
    #expect(
      fixture.codes == [
        "warning undeclared-server-variable", "warning unused-server-variable",
        "warning missing-field", "warning unused-server-variable", "warning unused-server-variable",
        "warning impossible-default",
      ]
    )
    #expect(fixture.diagnostic("undeclared-server-variable")?.advice == "write 'host'")
    #expect(fixture.document?.servers[0].variables.last?.name == "hots")
  }

  @Test func faults() throws {
    #expect(try server("{url: 'https://{host'}").codes == ["error invalid-server"])
    #expect(try server("{description: D}").codes == ["error missing-field"])
    #expect(try server("{url: '{a}', variables: {a: {}}}").codes.contains("error missing-field"))
  }
}
