import Testing

@testable import SourceDocuments

@Suite struct SourceNumberTests {
  @Test(
    arguments: [
      ("0", 0), ("-0", 0), ("42", 42), ("1.0", 1), ("1e3", 1000), ("1E+3", 1000), ("1200e-2", 12),
      ("0.5e1", 5),
      ("10.10e1", 101), ("0e99999999999999999999", 0), ("0.000", 0),
      ("10000000000000000000000e-6", 10_000_000_000_000_000),
      ("9223372036854775807", .max), ("-9223372036854775808", .min), ("9223372036854775808", nil),
      ("-9223372036854775809", nil), ("9.223372036854775807e18", .max), ("1e18", 1_000_000_000_000_000_000),
      ("1e19", nil), ("1.5", nil), ("1e-1", nil), ("1e99999999999999999999", nil),
      ("1e-99999999999999999999", nil),
      ("1e9223372036854775807", nil), ("10e-9223372036854775808", nil), ("0x7fffffffffffffff", .max),
      ("0xffffffffffffffff", nil), ("0o17", 15), ("+7", 7), ("007", 7), ("5.", 5), (".5", nil), (".inf", nil),
    ] as [(String, Int?)]
  )
  func findsExactIntegers(_ text: String, _ integer: Int?) {
    #expect(SourceNumber(text: text).integer == integer)
  }

  @Test(arguments: [
    ("1.5", 1.5), ("-0", -0.0), ("1e400", .infinity), ("-1e400", -.infinity), ("1e-400", 0), ("0.1", 0.1),
    (".5", 0.5), ("5.", 5), ("+3", 3), ("0x10", 16), ("0o10", 8), (".inf", .infinity), ("-.inf", -.infinity),
  ])
  func findsTheNearestDouble(_ text: String, _ double: Double) {
    #expect(SourceNumber(text: text).double == double)
  }

  @Test func isEqualByText() {
    #expect(SourceNumber(text: "1") != SourceNumber(text: "1.0"))
    #expect(SourceNumber(text: "1") == SourceNumber(text: "1"))
  }
}
