/// Makes a text that a regular expression accepts.
///
/// Reads the part of ECMA-262's syntax that real patterns use: literals, classes, groups, alternation,
/// quantifiers and anchors. A pattern with anything else (assertions, back references) gives no sample.
enum PatternSample {
  /// A text that matches, or nil when the pattern is beyond what is read here.
  static func text(for pattern: String) -> String? {
    var reader = PatternReader(pattern)
    guard let text = reader.alternatives(depth: 0), reader.isAtEnd, text.count <= 1024 else { return nil }
    return text
  }
}

private struct PatternReader {
  private let characters: [Character]
  private var position = 0

  init(_ pattern: String) {
    characters = Array(pattern)
  }

  var isAtEnd: Bool { position == characters.count }
  private var current: Character? { position < characters.count ? characters[position] : nil }

  mutating func alternatives(depth: Int) -> String? {
    guard depth < 32 else { return nil }
    var first: String?
    repeat {
      guard let text = sequence(depth: depth) else { return nil }
      // An empty alternative such as the one of `^$|^[0-9]+$` says less than a filled one.
      if first?.isEmpty ?? true { first = text }
    } while skip("|")
    return first
  }

  private mutating func sequence(depth: Int) -> String? {
    var result = ""
    while let character = current, character != "|", character != ")" {
      if character == "^" || character == "$" {
        position += 1
        continue
      }
      guard let atom = atom(depth: depth), let count = quantifier() else { return nil }
      guard atom.count * count + result.count <= 1024 else { return nil }
      result += String(repeating: atom, count: count)
    }
    return result
  }

  private mutating func atom(depth: Int) -> String? {
    guard let character = current else { return nil }
    position += 1
    switch character {
    case "(":
      if skip("?") {
        guard skip(":") else { return nil }
      }
      guard let inner = alternatives(depth: depth + 1), skip(")") else { return nil }
      return inner
    case "[": return set()
    case "\\": return escape()
    case ".": return "a"
    case "*", "+", "?", "{": return nil
    default: return String(character)
    }
  }

  private mutating func escape() -> String? {
    guard let character = current else { return nil }
    position += 1
    switch character {
    case "d": return "1"
    case "w": return "a"
    case "s": return " "
    case "D", "S", "W": return character == "W" ? "-" : "a"
    case "t": return "\t"
    case "n": return "\n"
    case "b", "B", "u", "x", "p", "P", "c", "k": return nil
    default: return character.isNumber ? nil : String(character)
    }
  }

  /// The first member of a class that is a letter or digit, else its first member.
  private mutating func set() -> String? {
    let isNegated = skip("^")
    var members: [Character] = []
    while let character = current, character != "]" {
      if character == "\\" {
        position += 1
        guard let text = escape(), let member = text.first else { return nil }
        members.append(member)
      } else {
        position += 1
        members.append(character)
      }
      if current == "-", position + 1 < characters.count, characters[position + 1] != "]" {
        position += 2
      }
    }
    guard skip("]") else { return nil }
    if isNegated {
      return ["a", "1", "-", " "].first { candidate in !members.contains(Character(candidate)) }
    }
    let sample = members.first { $0.isLetter || $0.isNumber } ?? members.first
    return sample.map(String.init)
  }

  /// How often the atom before is repeated.
  private mutating func quantifier() -> Int? {
    switch current {
    case "*", "?", "+":
      position += 1
      _ = skip("?")
      return 1
    case "{":
      position += 1
      var digits = ""
      while let character = current, character.isWholeNumber {
        digits.append(character)
        position += 1
      }
      while let character = current, character != "}" {
        guard character == "," || character.isWholeNumber else { return nil }
        position += 1
      }
      guard skip("}"), let count = Int(digits), count <= 256 else { return nil }
      _ = skip("?")
      return count
    default: return 1
    }
  }

  private mutating func skip(_ character: Character) -> Bool {
    guard current == character else { return false }
    position += 1
    return true
  }
}
