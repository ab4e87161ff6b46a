/// The parts of a decimal number as it is written.
struct DecimalText {
  private let isNegative: Bool
  /// The digits before the point, without leading zeros but at least one.
  private let whole: Substring.UTF8View
  private let fraction: Substring.UTF8View
  /// Sign and digits after the `e`, or nothing.
  private let exponent: Substring.UTF8View

  init(_ text: String) {
    var rest = Substring(text).utf8
    isNegative = rest.first == UInt8(ascii: "-")
    if isNegative || rest.first == UInt8(ascii: "+") { rest = rest.dropFirst() }

    let mantissa = rest.prefix { $0 | 0x20 != UInt8(ascii: "e") }
    exponent = rest.dropFirst(mantissa.count + 1)
    let digits = mantissa.prefix { $0 != UInt8(ascii: ".") }
    fraction = mantissa.dropFirst(digits.count + 1)
    whole = digits.drop { $0 == UInt8(ascii: "0") }
  }

  /// The number in JSON's grammar (RFC 8259 §6).
  var jsonText: String {
    var text = isNegative ? "-" : ""
    text += whole.isEmpty ? "0" : String(Substring(whole))
    if !fraction.isEmpty { text += "." + String(Substring(fraction)) }
    if !exponent.isEmpty { text += "e" + String(Substring(exponent)) }
    return text
  }

  /// The value when it is an integer that `Int` holds exactly.
  var integer: Int? {
    var digits = Array(whole) + Array(fraction)
    let significant = digits.lastIndex { $0 != UInt8(ascii: "0") }
    guard let significant else { return 0 }
    let trailingZeros = digits.count - 1 - significant
    digits.removeLast(trailingZeros)

    // An exponent that `Int` cannot hold moves the point further than there are digits in any file.
    guard let exponent = exponent.isEmpty ? 0 : Int(String(Substring(exponent))) else { return nil }
    let (shift, overflow) = exponent.addingReportingOverflow(trailingZeros - fraction.count)
    guard !overflow, shift >= 0, shift < 20 else { return nil }

    // Accumulated below zero, because `Int.min` has no positive counterpart.
    var value = 0
    for digit in digits + Array(repeating: UInt8(ascii: "0"), count: shift) {
      let (product, productOverflow) = value.multipliedReportingOverflow(by: 10)
      let (sum, sumOverflow) = product.subtractingReportingOverflow(Int(digit) - Int(UInt8(ascii: "0")))
      guard !productOverflow, !sumOverflow else { return nil }
      value = sum
    }
    guard !isNegative else { return value }
    return value == .min ? nil : -value
  }
}
