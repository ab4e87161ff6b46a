/// The line a location stands in, cut to a readable length, with a marker beneath the location.
struct SourceExcerpt {
  private static let maximumWidth = 120
  /// How much of the line is kept before the location when the line has to be cut.
  private static let leadingWidth = 40

  /// The line, safe to print.
  let text: String
  /// Spaces up to the marker.
  let indent: String
  /// A caret followed by tildes, as wide as the location.
  let marker: String

  /// Nil when there is no text to show.
  init?(_ location: SourceLocation) {
    let file = location.file
    let line = file.lineRange(location.line)
    guard file.bytes[line].contains(where: { $0 > 0x20 }) else { return nil }
    let start = min(max(location.offset, line.lowerBound), line.upperBound)
    let end = min(max(location.offset + max(location.length, 1), start), line.upperBound)

    let before = Self.leading(file.bytes[line.lowerBound..<start])
    var room = Self.maximumWidth - before.width
    let marked = Self.trailing(file.bytes[start..<end], width: room)
    room -= marked.width
    let after = marked.isCut ? Fitted() : Self.trailing(file.bytes[end..<line.upperBound], width: room)

    text = before.text + marked.text + after.text
    indent = String(repeating: " ", count: before.width)
    marker = "^" + String(repeating: "~", count: max(marked.width - 1, 0))
  }
}

extension SourceExcerpt {
  private struct Fitted {
    var text = ""
    var width = 0
    var isCut = false
  }

  /// The end of a text, as much as may stand before the marker.
  private static func leading(_ bytes: ArraySlice<UInt8>) -> Fitted {
    // A scalar takes at most four bytes, so no more than this can matter.
    let relevant = bytes.suffix(4 * maximumWidth)
    let scalars = String(decoding: relevant, as: UTF8.self).unicodeScalars.map(printable)
    let width = scalars.reduce(0) { $0 + $1.width }
    guard width > maximumWidth - leadingWidth || relevant.count < bytes.count else {
      return Fitted(text: scalars.map(\.text).joined(), width: width)
    }
    var kept = Fitted(text: "", width: 1, isCut: true)
    var texts: [String] = []
    for scalar in scalars.reversed() {
      guard kept.width + scalar.width <= leadingWidth else { break }
      kept.width += scalar.width
      texts.append(scalar.text)
    }
    kept.text = "…" + texts.reversed().joined()
    return kept
  }

  /// The beginning of a text, as much as fits.
  private static func trailing(_ bytes: ArraySlice<UInt8>, width: Int) -> Fitted {
    let relevant = bytes.prefix(4 * maximumWidth)
    var fitted = Fitted()
    for scalar in String(decoding: relevant, as: UTF8.self).unicodeScalars.map(printable) {
      guard fitted.width + scalar.width <= width else {
        fitted.isCut = true
        break
      }
      fitted.text += scalar.text
      fitted.width += scalar.width
    }
    if relevant.count < bytes.count { fitted.isCut = true }
    if fitted.isCut { fitted.text += "…" }
    return fitted
  }

  private static func printable(_ scalar: Unicode.Scalar) -> (text: String, width: Int) {
    scalar == "\t" ? (" ", 1) : (TerminalText.escaped(scalar), TerminalText.width(of: scalar))
  }
}
