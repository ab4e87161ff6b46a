/// A name from a description, split into the words it is made of.
struct Words: Sendable, Hashable {
  /// The words in the order in which they stand; whole abbreviations keep their capitals (`PDS`).
  var words: [String]

  /// Splits at everything that is no letter or digit, and where a capital follows a small letter.
  ///
  /// Signs that carry meaning where nothing else does (`+1` beside `-1`) and symbols such as emoji become
  /// words of their own.
  init(_ text: String) {
    if let words = Self.plainWords(text) {
      self.words = words
      return
    }
    let isShouted = !text.unicodeScalars.contains { $0.isLowercase }
    var words: [String] = []
    var current: [Unicode.Scalar] = []
    let scalars = Array(text.unicodeScalars)

    func flush() {
      guard !current.isEmpty else { return }
      var view = String.UnicodeScalarView()
      view.append(contentsOf: current)
      let word = String(view)
      words.append(isShouted ? word.lowercased() : word)
      current = []
    }

    for (position, scalar) in scalars.enumerated() {
      let next = position + 1 < scalars.count ? scalars[position + 1] : nil
      guard Self.isPartOfWord(scalar) else {
        flush()
        if let word = Self.word(for: scalar, isFirst: words.isEmpty, next: next) {
          words.append(contentsOf: word)
        }
        continue
      }
      if let last = current.last, Self.isBoundary(last, scalar, next) { flush() }
      current.append(scalar)
    }
    flush()
    self.words = words
  }

  /// The words of a name in small letters and digits with separators that mean nothing; nil for any other.
  private static func plainWords(_ text: String) -> [String]? {
    var hasLetters = false
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"): hasLetters = true
      case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "."), UInt8(ascii: " "):
        break
      default: return nil
      }
    }
    guard hasLetters else { return nil }
    return text.utf8.split { $0 == UInt8(ascii: "_") || $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: " ") }
      .map { String(Substring($0)) }
  }

  private static func isPartOfWord(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.isASCII { return scalar.isLetterOrDigit }
    let isVariationSelector = (0xFE00...0xFE0F).contains(scalar.value)
    return scalar.properties.isXIDContinue && !isVariationSelector
      && scalar.properties.generalCategory != .format
  }

  private static func isBoundary(
    _ last: Unicode.Scalar,
    _ scalar: Unicode.Scalar,
    _ next: Unicode.Scalar?
  ) -> Bool {
    guard scalar.isUppercase else { return false }
    if !last.isUppercase { return true }
    // The last capital of a run begins the next word (`HTTPServer`), unless it only takes a plural (`IDs`).
    guard let next, next.isLowercase else { return false }
    return next != "s"
  }

  private static func word(for scalar: Unicode.Scalar, isFirst: Bool, next: Unicode.Scalar?) -> [String]? {
    if isFirst, next.map(isPartOfWord) ?? true, let sign = leadingSigns[scalar] { return [sign] }
    guard !scalar.isASCII, scalar.properties.isEmojiPresentation || scalar.properties.isEmoji else {
      return nil
    }
    return scalar.properties.name.map { name in
      name.lowercased().split { !($0.isLetter || $0.isNumber) }.map(String.init)
    }
  }

  /// Signs before a name: alone they tell values apart (`+1`, `-1`, `<`), inside a name they only separate.
  private static let leadingSigns: [Unicode.Scalar: String] = [
    "+": "plus", "-": "minus", "<": "less", ">": "greater", "=": "equal", "*": "star", "!": "not",
    "%": "percent",
    "&": "and", "~": "tilde", "^": "caret", "|": "pipe",
  ]
}

extension Unicode.Scalar {
  /// As the property of the same name, which takes longer to look up.
  fileprivate var isLowercase: Bool {
    isASCII ? (UInt32(0x61)...0x7A).contains(value) : properties.isLowercase
  }

  fileprivate var isUppercase: Bool {
    isASCII ? (UInt32(0x41)...0x5A).contains(value) : properties.isUppercase
  }

  fileprivate var isLetterOrDigit: Bool {
    switch self {
    case "a"..."z", "A"..."Z", "0"..."9": true
    default: false
    }
  }
}
