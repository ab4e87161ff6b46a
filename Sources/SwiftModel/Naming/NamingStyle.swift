/// Writes names as the Swift API Design Guidelines ask for.
public struct NamingStyle: Sendable {
  private let acronyms: Set<String>

  /// - Parameter acronyms: Abbreviations written in capitals as a whole, added to the built-in ones.
  public init(acronyms: [String] = []) {
    self.acronyms = Self.builtInAcronyms.union(acronyms.map { $0.lowercased() })
  }

  /// `patient_id` → `PatientID`.
  public func typeName(_ text: String) -> String {
    let name = Words(text).words.map(capitalized).joined()
    return startsAsIdentifier(name) ? name : "Type" + name
  }

  /// `patient_id` → `patientID`, for properties, parameters and functions.
  public func memberName(_ text: String) -> String {
    named(text, prefix: "field")
  }

  /// `NHS_APP` → `nhsApp`, for enumeration cases.
  public func caseName(_ text: String) -> String {
    named(text, prefix: "value", empty: "empty")
  }

  private func named(_ text: String, prefix: String, empty: String? = nil) -> String {
    let words = Words(text).words
    guard let first = words.first else { return text.isEmpty ? empty ?? prefix : prefix }
    let name = first.lowercased() + words.dropFirst().map(capitalized).joined()
    return startsAsIdentifier(name)
      ? name : prefix + capitalized(first) + words.dropFirst().map(capitalized).joined()
  }

  private func capitalized(_ word: String) -> String {
    // Lower-case words that are no abbreviation are the rule, and need no look at their characters.
    if let first = word.utf8.first, (0x61...0x7A).contains(first),
      word.utf8.allSatisfy({ (0x61...0x7A).contains($0) })
    {
      if acronyms.contains(word) { return word.uppercased() }
      if word.utf8.last == UInt8(ascii: "s"), word.utf8.count > 2, acronyms.contains(String(word.dropLast()))
      {
        return word.dropLast().uppercased() + "s"
      }
      var bytes = Array(word.utf8)
      bytes[0] = first - 0x20
      return String(decoding: bytes, as: UTF8.self)
    }
    let small = word.lowercased()
    if acronyms.contains(small) { return word.uppercased() }
    if small.hasSuffix("s"), acronyms.contains(String(small.dropLast())), word != small || small.count > 2 {
      return small.dropLast().uppercased() + "s"
    }
    let rest = word.dropFirst()
    return word.prefix(1).uppercased() + rest
  }

  private func startsAsIdentifier(_ name: String) -> Bool {
    guard let first = name.unicodeScalars.first else { return false }
    return first.properties.isXIDStart
  }

  /// The singular of a name for a list, or nil where none is apparent.
  static func singular(_ name: String) -> String? {
    let small = name.lowercased()
    for (ending, replacement) in [("ies", "y"), ("sses", "ss"), ("xes", "x"), ("ches", "ch"), ("shes", "sh")]
    where small.hasSuffix(ending) && small.count > ending.count + 1 {
      return name.dropLast(ending.count) + replacement
    }
    guard small.hasSuffix("s"), small.count > 3, !small.hasSuffix("ss"), !small.hasSuffix("us"),
      !small.hasSuffix("is")
    else { return nil }
    return String(name.dropLast())
  }

  private static let builtInAcronyms: Set<String> = [
    "api", "cpu", "css", "csv", "dns", "gb", "html", "http", "https", "iban", "id", "ip", "json", "jwt",
    "mfa",
    "os", "pdf", "qr", "ram", "sdk", "sku", "sms", "sql", "ssh", "ssl", "sso", "tcp", "tls", "ttl", "udp",
    "ui",
    "uri", "url", "utc", "utf", "uuid", "vat", "vm", "xml",
  ]
}
