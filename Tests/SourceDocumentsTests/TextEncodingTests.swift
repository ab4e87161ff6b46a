import Testing

@testable import SourceDocuments

@Suite struct TextEncodingTests {
  @Test(
    arguments: [
      ([0x61, 0x80], 1), ([0xC0, 0x80], 0), ([0xC3], 0), ([0xC3, 0x28], 0), ([0xE0, 0x80, 0x80], 0),
      ([0xE2, 0x82], 0), ([0xED, 0xA0, 0x80], 0), ([0xF0, 0x8F, 0xBF, 0xBF], 0),
      ([0xF4, 0x90, 0x80, 0x80], 0),
      ([0xF5, 0x80, 0x80, 0x80], 0), ([0x61, 0xC3, 0xA9, 0xFF], 3), ([0xC3, 0xA9], nil),
      ([0xF0, 0x9F, 0x98, 0x80], nil), ([0xED, 0x9F, 0xBF, 0xEF, 0xBF, 0xBF, 0xF4, 0x8F, 0xBF, 0xBF], nil),
      ([], nil),
    ] as [([UInt8], Int?)]
  )
  func findsTheFirstInvalidByte(_ bytes: [UInt8], _ offset: Int?) {
    #expect(TextEncoding.firstInvalidByte(bytes) == offset)
  }

  @Test(arguments: ["a.json", "a.yaml"])
  func namesForeignEncodings(_ path: String) throws {
    let utf16 = try #require(diagnostics(of: [0xFF, 0xFE, 0x7B, 0], as: path).first)
    #expect(utf16.message == "the file is encoded in UTF-16")
    let utf32 = try #require(diagnostics(of: [0xFF, 0xFE, 0, 0, 0x7B, 0, 0, 0], as: path).first)
    #expect(utf32.message == "the file is encoded in UTF-32")
    let latin = try #require(diagnostics(of: Array("a: caf".utf8) + [0xE9], as: path).first)
    #expect(summary(latin) == "1:7 invalid-encoding")
  }

  @Test(arguments: ["a.json", "a.yaml"])
  func acceptsAByteOrderMark(_ path: String) throws {
    #expect(try load("\u{FEFF}{\"é\": 1}", as: path)["é"]?.location.description == "\(path):1:7")
  }
}
