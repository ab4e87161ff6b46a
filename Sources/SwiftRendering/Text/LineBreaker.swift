/// Breaks lines that are too long, as swift-format would: the outermost brackets first, one element to a line.
///
/// Templates write each declaration on one line; where it does not fit is known only once names are filled in.
struct LineBreaker {
  /// The longest line, in characters; one less than swift-format allows, which may count a comma more.
  static let limit = 109
  private static let indentation = 2

  /// A line that is too long, broken where it can be; as it is where it cannot.
  static func broken(_ line: String) -> String {
    var result = ""
    append(line, to: &result)
    return result
  }

  private static func append(_ line: String, to result: inout String) {
    guard line.count > limit, let pieces = pieces(of: line) else {
      result += line
      return
    }
    let margin = String(repeating: " ", count: pieces.indentation)
    let inner = margin + String(repeating: " ", count: indentation)
    result += pieces.head + "\n"
    for (position, element) in pieces.elements.enumerated() {
      let isLast = position == pieces.elements.count - 1
      let comma = !isLast || (pieces.isCollection && pieces.elements.count > 1) ? "," : ""
      append(inner + element + comma, to: &result)
      result += "\n"
    }
    append(margin + pieces.tail, to: &result)
  }

  private struct Pieces {
    var indentation: Int
    /// Up to and with the opening bracket.
    var head: String
    var elements: [String]
    /// From the closing bracket on.
    var tail: String
    var isCollection: Bool
  }

  /// The parts of a line around its longest outermost brackets; nil when there is nothing to break at.
  private static func pieces(of line: String) -> Pieces? {
    let characters = Array(line)
    let indentation = characters.prefix { $0 == " " }.count
    guard !line.dropFirst(indentation).hasPrefix("//"), let group = longestGroup(in: characters) else {
      return nil
    }
    let elements = group.elements.map { range in
      String(characters[range].drop { $0 == " " })
    }
    guard !(elements.count == 1 && elements[0].isEmpty) else { return nil }
    return Pieces(
      indentation: indentation,
      head: String(characters[...group.open]),
      elements: elements,
      tail: String(characters[group.close...]),
      isCollection: characters[group.open] == "["
    )
  }

  private struct Group {
    var open: Int
    var close: Int
    var elements: [Range<Int>]
  }

  private static func longestGroup(in characters: [Character]) -> Group? {
    var best: Group?
    var stack: [Int] = []
    var commas: [Int] = []
    var isInString = false
    var position = 0
    while position < characters.count {
      let character = characters[position]
      if isInString {
        if character == "\\" {
          position += 1
        } else if character == "\"" {
          isInString = false
        }
      } else {
        switch character {
        case "\"": isInString = true
        case "(", "[": stack.append(position)
        case ",": if stack.count == 1 { commas.append(position) }
        case ")", "]":
          guard let open = stack.popLast() else { return nil }
          guard stack.isEmpty else { break }
          let starts = [open + 1] + commas.map { $0 + 1 }
          let ends = commas + [position]
          let group = Group(open: open, close: position, elements: zip(starts, ends).map { $0..<$1 })
          if best.map({ position - open > $0.close - $0.open }) ?? true { best = group }
          commas = []
        default: break
        }
      }
      position += 1
    }
    return best
  }
}
