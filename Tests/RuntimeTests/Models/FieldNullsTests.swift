import ClientRuntime
import Foundation
import Testing

@Suite("Null and absence in what is received")
struct FieldNullsTests {
  /// A model that is only received, as it is generated.
  nonisolated struct Note: APIModel {
    let memo: String?
    let author: String?
    private let nulls: FieldNulls

    init(memo: String? = nil, author: String? = nil) {
      self.memo = memo
      self.author = author
      nulls = FieldNulls()
    }

    init(from fields: FieldReader) throws {
      memo = try fields.stringIfPresent("memo")
      author = try fields.stringIfPresent("author")
      nulls = try fields.nulls(["memo", "author"])
    }

    func write(to fields: inout FieldWriter) {
      fields.stringIfPresent("memo", memo)
      fields.stringIfPresent("author", author)
      fields.nulls(nulls)
    }
  }

  @Test(
    "what was read is written again",
    arguments: ["{}", #"{"memo":null}"#, #"{"author":"a","memo":null}"#, #"{"author":null,"memo":null}"#]
  )
  func roundTrip(json: String) throws {
    let note = try JSONCoding.decode(Note.self, from: Data(json.utf8))
    let written = try JSONCoding.decode(JSONValue.self, from: JSONCoding.encode(note))
    #expect(try written.object == JSONCoding.decode(JSONValue.self, from: Data(json.utf8)).object)
    let foreign = try JSONCoding.decoder().decode(Note.self, from: JSONCoding.encoder().encode(note))
    #expect(foreign == note)
    #expect(note.memo == nil)
  }

  @Test("null is not equal to absence")
  func equality() throws {
    let null = try JSONCoding.decode(Note.self, from: Data(#"{"memo":null}"#.utf8))
    let absent = try JSONCoding.decode(Note.self, from: Data("{}".utf8))
    #expect(null != absent && absent == Note() && null == null)
  }
}
