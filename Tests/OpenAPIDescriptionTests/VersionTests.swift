import OpenAPIDescription
import SourceDocuments
import Testing

@Suite struct VersionTests {
  @Test(arguments: ["3.0.0", "3.0.4", "3.1.0", "3.1.2", "3.2.0", "3.0.0-rc2"])
  func supportedVersions(_ version: String) throws {
    let fixture = try DescriptionFixture(DescriptionFixture.head(version) + "paths: {}")
    #expect(fixture.codes.isEmpty)
    #expect(fixture.document?.version.text == version)
    #expect(fixture.document?.version.major == 3)
  }

  @Test(arguments: ["3.1", "'3.1'", "3"])
  func abbreviatedVersions(_ version: String) throws {
    let fixture = try DescriptionFixture(DescriptionFixture.head(version) + "paths: {}")
    #expect(fixture.codes == ["warning unknown-version"])
    #expect(fixture.document != nil)
  }

  @Test(arguments: [
    ("2.0", "unsupported-version"), ("4.0.0", "unsupported-version"), ("3.9.0", "unsupported-version"),
    ("three", "unknown-version"), ("''", "unknown-version"), ("{}", "unknown-version"),
    ("3..1", "unknown-version"), ("-3.1.0", "unknown-version"),
    ("99999999999999999999.0.0", "unknown-version"),
  ])
  func otherVersions(_ version: String, _ code: String) throws {
    let fixture = try DescriptionFixture(DescriptionFixture.head(version) + "paths: {}")
    #expect(fixture.codes == ["error \(code)"])
    #expect(fixture.document == nil)
  }

  @Test func swagger() throws {
    let fixture = try DescriptionFixture("swagger: '2.0'\ninfo: {title: T, version: '1'}\npaths: {}")
    #expect(fixture.codes.isEmpty)
    #expect(fixture.document?.version.major == 2)
  }

  @Test(arguments: [
    ("2.0", "warning unknown-version"), ("2", "warning unknown-version"),
    ("'1.2'", "error unsupported-version"), ("two", "error unknown-version"),
  ])
  func otherVersionsOfSwagger(_ version: String, _ code: String) throws {
    let fixture = try DescriptionFixture("swagger: \(version)\ninfo: {title: T, version: '1'}\npaths: {}")
    #expect(fixture.codes == [code])
    #expect(fixture.diagnostics[0].location?.line == 1)
  }

  @Test(arguments: [
    ("asyncapi: 3.0.0", "an AsyncAPI description"),
    ("info: {_postman_id: a}\nitem: []", "a Postman collection"),
    ("$schema: https://json-schema.org/draft/2020-12/schema\ntype: object", "a JSON Schema"),
    ("info: {title: T}\npaths: {}", "without its version"),
    ("get: {responses: {}}", "a path item"),
    ("- 1\n- 2", "an array"),
    ("just text", "a string"),
  ])
  func otherDocuments(_ text: String, _ kind: String) throws {
    let fixture = try DescriptionFixture(text)
    #expect(fixture.codes == ["error missing-version"])
    #expect(fixture.diagnostics[0].message.contains(kind))
  }

  @Test func versionsAreOrdered() {
    let old = SpecificationVersion(major: 3, minor: 0, patch: 10, text: "3.0.10")
    let new = SpecificationVersion(major: 3, minor: 1, patch: 0, text: "3.1.0")
    #expect(old < new)
  }
}
