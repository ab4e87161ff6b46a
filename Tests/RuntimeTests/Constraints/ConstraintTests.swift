import ClientRuntime
import Foundation
import Testing

@Suite("Constraints")
struct ConstraintTests {
  private func violations(_ check: (inout ConstraintCheck) -> Void) -> [String] {
    var made = ConstraintCheck()
    check(&made)
    return made.violations.map(\.description)
  }

  private func violations(of value: some APIValidatable) -> [String] {
    do {
      try value.validate()
      return []
    } catch {
      return (error as? ConstraintViolations)?.violations.map(\.description) ?? ["\(error)"]
    }
  }

  @Test("lengths are counted in Unicode scalars")
  func lengths() {
    #expect(violations { $0.string("é", "a", maxLength: 1) } == [])
    #expect(violations { $0.string("e\u{301}", "a", maxLength: 1) } == ["a: violates maxLength 1"])
    #expect(violations { $0.string("👩‍⚕️", "a", minLength: 4, maxLength: 4) } == [])
    #expect(violations { $0.string("", "a", minLength: 1) } == ["a: violates minLength 1"])
    #expect(violations { $0.string(nil, "a", minLength: 1) } == [])
  }

  @Test("numbers")
  func numbers() {
    #expect(violations { $0.integer(0, "a", minimum: 0, maximum: 0) } == [])
    #expect(violations { $0.integer(-1, "a", minimum: 0) } == ["a: violates minimum 0"])
    #expect(violations { $0.integer(Int64(7), "a", multipleOf: 2) } == ["a: violates multipleOf 2"])
    #expect(violations { $0.number(0.3, "a", multipleOf: 0.1) } == [])
    #expect(violations { $0.number(0.35, "a", multipleOf: 0.1) } == ["a: violates multipleOf 0.1"])
    #expect(violations { $0.number(Float(0.1), "a", maximum: 0.1) } == [])
    #expect(
      violations { $0.number(Decimal(5), "a", exclusiveMaximum: 5) } == ["a: violates exclusiveMaximum 5"]
    )
    #expect(violations { $0.number(5.0, "a", exclusiveMinimum: 5) } == ["a: violates exclusiveMinimum 5"])
  }

  @Test(
    "formats",
    arguments: [
      ("email", "a@b", true), ("email", "a@", false), ("email", "ab", false), ("ipv4", "127.0.0.1", true),
      ("ipv4", "127.0.0.256", false), ("ipv4", "1.2.3", false), ("ipv6", "::1", true), ("ipv6", "::", true),
      ("ipv6", "1::", true), ("ipv6", "1:2:3:4:5:6:7:8", true), ("ipv6", "1:2:3:4:5:6:7", false),
      ("ipv6", "::ffff:10.0.0.1", true), ("ipv6", "1::2::3", false), ("ipv6", ":1::", false),
      ("ipv6", "", false), ("ipv6", "12345::", false), ("time", "09:30:00Z", true),
      ("time", "09:30:00.25+01:00", true), ("time", "09:30", false), ("time", "24:00:00Z", false),
      ("time", "09:30:00", false), ("duration", "P3DT4H", true), ("duration", "P2W", true),
      ("duration", "PT0.5S", true), ("duration", "P", false), ("duration", "PT", false),
      ("duration", "P1S", false), ("duration", "P1", false), ("decimal", "-10.50", true),
      ("decimal", "1", true), ("decimal", "1.", false), ("decimal", "1e3", false), ("decimal", "", false),
      ("unheard-of", "anything", true),
    ]
  )
  func formats(format: String, text: String, isAccepted: Bool) {
    #expect(violations { $0.string(text, "", format: format) }.isEmpty == isAccepted)
  }

  @Test("all violations are named with path, keyword and limit, never with a value")
  func paths() {
    let wrong = Prescription(
      drug: "paracetamol",
      nhsNumber: "secret",
      doses: [0, 0],
      memo: "private",
      repeats: [Prescription(drug: "ok"), Prescription(drug: "")],
      notes: ["personal name": "too long"]
    )
    #expect(
      violations(of: wrong) == [
        "drug: violates maxLength 8", "nhs_number: violates pattern ^[0-9]{10}$",
        "doses: violates uniqueItems", "doses[0]: violates minimum 1", "doses[1]: violates minimum 1",
        "memo: violates maxLength 4", "repeats[1].drug: violates minLength 1",
        "notes.*: violates maxLength 3",
      ]
    )
    #expect(violations(of: [Prescription(drug: "")]) == ["[0].drug: violates minLength 1"])
    #expect(violations(of: ["name": Prescription(drug: "")]) == ["*.drug: violates minLength 1"])
    #expect(violations(of: Prescription?.none) == [])
    #expect(violations(of: Prescription(drug: "a", nhsNumber: "9990000026", doses: [1, 2])) == [])
    #expect(violations(of: Prescription(drug: "a", doses: [1])) == ["violates dependentRequired nhs_number"])
  }

  @Test("a report ends at its limit")
  func manyViolations() {
    let many = Array(repeating: Prescription(drug: ""), count: 10_000)
    #expect(violations(of: many).count == ConstraintCheck.limit)
    let texts: [String] = Array(repeating: "", count: 10_000)
    #expect(violations { $0.strings(texts, "a", minLength: 1) }.count == ConstraintCheck.limit)
  }

  @Test("values that are nested too deep are refused rather than followed")
  func depth() {
    var value = Prescription(drug: "a")
    for _ in 0..<600 { value = Prescription(drug: "a", repeats: [value]) }
    var check = ConstraintCheck()
    check.value(value.repeats, "repeats")
    #expect(check.violations.contains { $0.rule == "depth" })
  }

  @Test("a hostile text cannot keep a pattern busy", .timeLimit(.minutes(5)))
  func hostilePatterns() {
    let text = String(repeating: "a", count: 100_000) + "!"
    let start = ContinuousClock.now
    #expect(violations { $0.string(text, "a", pattern: "^(a+)+$") } == ["a: violates pattern ^(a+)+$"])
    let long = String(repeating: "a", count: 20_000_000)
    #expect(violations { $0.string(long, "a", pattern: "^(a|b|c)*$") }.count == 1)
    #expect(ContinuousClock.now - start < .seconds(30))
  }
}
