import OpenAPIDescription
import SourceDocuments
import Testing

@testable import APIDiff

/// Edits every place of a description that has every field, one at a time: each edit is a finding, or it is
/// set aside for a reason that somebody has looked at.
struct EditSpaceTests {
  @Test func everyEditIsAccountedFor() throws {
    let path = Repository.folder + "/Tests/DiffCases/everything.yaml"
    let tree = EditedTree(try DocumentLoader().load(path).root)
    let base = try DiffFixture.read(tree.text, "base.json")
    var edited = 0
    var refused = 0
    var silent: [String] = []
    for edit in tree.edits {
      let loader = DocumentLoader(files: InMemoryFiles(["revision.json": tree.text(after: edit)]))
      let source = try loader.load("revision.json")
      guard let revision = OpenAPIReader.readDespiteErrors(source, loader: loader).document else {
        refused += 1
        continue
      }
      edited += 1
      let difference = DescriptionComparison.compare(base, revision)
      if difference.findings.isEmpty,
        difference.remaining.allSatisfy({ $0.reason == .sameMeaning || $0.reason == .unused })
      {
        silent.append(edit.description)
      }
    }
    #expect(edited > 500)
    #expect(refused < 20)
    #expect(silent.filter { edit in !Self.harmlessEdits.keys.contains(edit) } == [])
    // A list that holds more than it has to would hide what comes next.
    #expect(Self.harmlessEdits.keys.filter { edit in !silent.contains(edit) }.sorted() == [])
  }

  /// Edits that change no message, each with the reason.
  private static let harmlessEdits: [String: String] = [
    "remove /info": "a description without it is refused before anything is compared",
    "remove /servers/0/variables/region/default": "the first value of the list takes its place",
    "remove /paths//things/{id}/parameters/0/required": "a path parameter is required anyway",
    "alter /paths//things/{id}/parameters/0/required": "a path parameter is required anyway",
    "remove /paths//things/{id}/get/parameters/0/explode": "it is the default of the style",
    "remove /paths//things/{id}/get/responses/200/headers/X-Rate/style": "headers have one style",
    "alter /paths//things/{id}/get/responses/200/headers/X-Rate/style": "headers have one style",
    "remove /components/securitySchemes/oauth/flows/clientCredentials/scopes": "there are none in it",
    "remove /components/schemas/Thing/properties/all/allOf/1/type": "another member of allOf says the same",
  ]
}
