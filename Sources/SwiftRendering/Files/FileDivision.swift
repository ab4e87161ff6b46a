/// Divides what belongs together over several files, so that none grows longer than readers and compilers like.
struct FileDivision {
  /// The number of lines up to which a file stays in one piece.
  let limit: Int

  /// The elements in order, in as few parts of about the same length as keep each below the limit; an element that
  /// is longer by itself has a part of its own. Never empty.
  ///
  /// - Parameter lines: The number of lines that an element comes to; an estimate will do.
  func parts<Element>(of elements: [Element], lines: (Element) -> Int) -> [[Element]] {
    let lengths = elements.map(lines)
    let total = lengths.reduce(0, +)
    guard total > limit else { return [elements] }
    let length = total / (total / limit + 1)
    var parts: [[Element]] = [[]]
    var current = 0
    for (element, lines) in zip(elements, lengths) {
      if current > 0, current + lines / 2 > length {
        parts.append([])
        current = 0
      }
      parts[parts.count - 1].append(element)
      current += lines
    }
    return parts
  }
}
