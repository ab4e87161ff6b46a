import SourceDocuments

extension ResponseStatus {
  /// Reads the key of a response: a status code, a range of codes, or `default` (OpenAPI 3.1.1 §4.8.16.2).
  static func read(_ member: SourceMember, in context: ReadingContext) -> ResponseStatus? {
    if let status = ResponseStatus(member.key) { return status }
    let corrected = member.key.trimmingSpaces
    for spelling in [corrected.uppercased(), corrected.lowercased()] {
      guard let status = ResponseStatus(spelling) else { continue }
      context.diagnostics.append(.misspelledStatus(member, correct: spelling))
      return status
    }
    // Some write what the status means beside it, or another status: `200 OK`, `404/596`.
    let rest = corrected.dropFirst(3)
    if let next = rest.first, !next.isLetter, !next.isNumber,
      let status = ResponseStatus(String(corrected.prefix(3)))
    {
      context.diagnostics.append(.misspelledStatus(member, correct: String(corrected.prefix(3))))
      return status
    }
    context.diagnostics.append(.invalidStatus(member))
    return nil
  }

  private init?(_ text: String) {
    if text == "default" {
      self = .default
      return
    }
    let bytes = Array(text.utf8)
    guard bytes.count == 3, let first = bytes.first, (UInt8(ascii: "1")...UInt8(ascii: "5")).contains(first)
    else {
      return nil
    }
    if text.hasSuffix("XX") {
      self = .range(Int(first - UInt8(ascii: "0")))
    } else if let code = Int(text), (100...599).contains(code) {
      self = .code(code)
    } else {
      return nil
    }
  }
}

extension String {
  fileprivate var trimmingSpaces: String {
    String(drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
  }
}

extension Diagnostic {
  fileprivate static func misspelledStatus(_ member: SourceMember, correct: String) -> Diagnostic {
    warning(
      "invalid-status",
      "'\(member.key)' is not a status; it is read as '\(correct)'",
      at: member.value,
      advice: "write '\(correct)'"
    ).located(at: member.keyLocation)
  }

  fileprivate static func invalidStatus(_ member: SourceMember) -> Diagnostic {
    error(
      "invalid-status",
      "'\(member.key)' is not a status",
      at: member.value,
      advice: "write a status code such as 404, a range such as 4XX, or 'default'"
    ).located(at: member.keyLocation)
  }
}
