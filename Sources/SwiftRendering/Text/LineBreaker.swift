/// Breaks lines that are too long, as swift-format would: the outermost brackets first, one element to a line.
///
/// Templates write each declaration on one line; where it does not fit is known only once names are filled in.
struct LineBreaker {
  /// The longest line, in characters; one less than swift-format allows, which may count a comma more.
  static let limit = 109
  private static let indentation = 2

  /// A line that is too long, broken where it can be; as it is where it cannot.
  static func broken(_ line: String) -> String {
    var result: [UInt8] = []
    append(Array(line.utf8)[...], to: &result)
    return String(decoding: result, as: UTF8.self)
  }

  /// Appends a line, broken where it is too long and can be, without a line feed at its end.
  static func append(_ line: ArraySlice<UInt8>, to result: inout [UInt8]) {
    guard line.count > limit, length(of: line) > limit else { return result.append(contentsOf: line) }
    if let continuation = continuation(ofListItem: line) {
      return appendListItem(line, continuation: continuation, to: &result)
    }
    guard let group = breakableGroup(in: line) else { return result.append(contentsOf: line) }
    let margin = line.prefix { $0 == space }
    result.append(contentsOf: line[...group.open])
    result.append(lineFeed)
    let isCollection = line[group.open] == UInt8(ascii: "[")
    for (position, element) in group.elements.enumerated() {
      let isLast = position == group.elements.count - 1
      var inner = Array(margin)
      inner.append(contentsOf: repeatElement(space, count: indentation))
      inner.append(contentsOf: line[element].drop { $0 == space })
      if !isLast || (isCollection && group.elements.count > 1) { inner.append(UInt8(ascii: ",")) }
      append(inner[...], to: &result)
      result.append(lineFeed)
    }
    append(margin + line[group.close...], to: &result)
  }

  // MARK: - Lists in documentation comments

  /// What the second line of a list item in a documentation comment begins with; nil for other lines.
  private static func continuation(ofListItem line: ArraySlice<UInt8>) -> [UInt8]? {
    let comment = line.drop { $0 == space }
    guard comment.starts(with: "///".utf8) else { return nil }
    let item = comment.dropFirst(3).drop { $0 == space }
    guard item.starts(with: "- ".utf8) else { return nil }
    return line[..<item.startIndex] + [space, space]
  }

  private static func appendListItem(
    _ line: ArraySlice<UInt8>,
    continuation: [UInt8],
    to result: inout [UInt8]
  ) {
    // The marker and the word after it stay where they are.
    var current = Array(line.prefix(continuation.count))
    var isEmpty = true
    for word in line.dropFirst(continuation.count).split(separator: space) {
      if !isEmpty, length(of: (current + [space] + word)[...]) > limit {
        result.append(contentsOf: current)
        result.append(lineFeed)
        current = continuation
        isEmpty = true
      }
      if !isEmpty { current.append(space) }
      current.append(contentsOf: word)
      isEmpty = false
    }
    result.append(contentsOf: current)
  }

  private static let space = UInt8(ascii: " ")
  private static let lineFeed = UInt8(ascii: "\n")

  /// The length in characters, which are counted only where they differ from bytes.
  private static func length(of line: ArraySlice<UInt8>) -> Int {
    line.allSatisfy { $0 < 0x80 } ? line.count : String(decoding: line, as: UTF8.self).count
  }

  /// Brackets and what stands between the commas inside them, as positions in a line.
  private struct Group {
    var open: Int
    var close: Int
    var elements: [Range<Int>]
  }

  /// The longest outermost brackets of a line; nil when there is nothing to break at.
  private static func breakableGroup(in line: ArraySlice<UInt8>) -> Group? {
    let text = line.drop { $0 == space }
    guard !text.starts(with: [UInt8(ascii: "/"), UInt8(ascii: "/")]), let group = longestGroup(in: line)
    else { return nil }
    let isEmpty = group.elements.count == 1 && line[group.elements[0]].allSatisfy { $0 == space }
    return isEmpty ? nil : group
  }

  private static func longestGroup(in line: ArraySlice<UInt8>) -> Group? {
    var best: Group?
    var stack: [Int] = []
    var commas: [Int] = []
    var isInString = false
    var position = line.startIndex
    while position < line.endIndex {
      let byte = line[position]
      if isInString {
        if byte == UInt8(ascii: "\\") {
          position += 1
        } else if byte == UInt8(ascii: "\"") {
          isInString = false
        }
      } else {
        switch byte {
        case UInt8(ascii: "\""): isInString = true
        case UInt8(ascii: "("), UInt8(ascii: "["): stack.append(position)
        case UInt8(ascii: ","): if stack.count == 1 { commas.append(position) }
        case UInt8(ascii: ")"), UInt8(ascii: "]"):
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
