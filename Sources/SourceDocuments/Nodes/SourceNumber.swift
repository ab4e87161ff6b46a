/// A number as it is written, with its value on demand.
///
/// The text follows RFC 8259 §6, or the number forms of the YAML core schema (YAML 1.2.2 §10.3.2):
/// a leading `+`, leading zeros, `.5`, `0o17`, `0x1F`, `.inf`, `.nan`. Two numbers are equal when their
/// texts are.
public struct SourceNumber: Sendable, Hashable {
  /// The number as it is written.
  public let text: String

  /// Takes a text that one of the readers recognised as a number.
  /// A whole number.
  public init(_ value: Int) {
    self.init(text: String(value))
  }

  init(text: String) {
    self.text = text
  }

  /// The value when it is an integer that `Int` holds exactly, however it is written: `1.0` and `1e3` count.
  public var integer: Int? {
    switch form {
    case .decimal(let decimal): decimal.integer
    case .radix(let radix, let digits): Int(digits, radix: radix)
    case .special: nil
    }
  }

  /// The nearest value that `Double` has: an infinity where the number is too large, NaN for `.nan`.
  public var double: Double {
    switch form {
    case .decimal(let decimal):
      Double(decimal.jsonText) ?? .nan
    case .radix(let radix, let digits):
      digits.reduce(0) { $0 * Double(radix) + Double($1.hexDigitValue ?? 0) }
    case .special(let value):
      value
    }
  }

  /// The number in JSON's grammar (RFC 8259 §6) with every digit kept; nil for infinities and NaN, which
  /// JSON cannot express.
  var jsonText: String? {
    switch form {
    case .decimal(let decimal): decimal.jsonText
    case .radix(let radix, let digits): UInt64(digits, radix: radix).map(String.init) ?? roundedText
    case .special: nil
    }
  }

  private var roundedText: String? {
    let value = double
    return value.isFinite ? "\(value)" : nil
  }
}

extension SourceNumber {
  private enum Form {
    case decimal(DecimalText)
    case radix(Int, Substring)
    case special(Double)
  }

  private var form: Form {
    if text.hasPrefix("0x") { return .radix(16, text.dropFirst(2)) }
    if text.hasPrefix("0o") { return .radix(8, text.dropFirst(2)) }
    switch text {
    case ".nan", ".NaN", ".NAN": return .special(.nan)
    case ".inf", ".Inf", ".INF", "+.inf", "+.Inf", "+.INF": return .special(.infinity)
    case "-.inf", "-.Inf", "-.INF": return .special(-.infinity)
    default: return .decimal(DecimalText(text))
    }
  }
}
