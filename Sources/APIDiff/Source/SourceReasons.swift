/// Why code compiles no longer, or does, in words without a full stop.
enum SourceReasons {
  static let removed = "code that uses it no longer compiles"
  static let renamed = "code that uses the old name no longer compiles"
  static let otherKind = "it is something else now, so code that uses it no longer compiles"
  static let typeChanged = "code that relies on the old type no longer compiles"
  static let noLongerSettable = "code that sets it no longer compiles"
  static let argumentRequired = "calls that leave it out no longer compile"
  static let argumentRemoved = "calls that pass it no longer compile"
  static let argumentRenamed = "calls that pass it under the old label no longer compile"
  static let argumentType = "calls that pass a value of the old type no longer compile"
  static let order = "calls with the arguments in the old order no longer compile"
  static let conformance = "code that relies on the conformance no longer compiles"
  static let exhaustive = "a switch over it is no longer exhaustive"
  static let open = "a switch over it without default is no longer exhaustive"
  static let additive = "code that compiled compiles"
  static func additive(but uses: Set<RareUse>) -> String {
    let words = RareUse.allCases.filter(uses.contains).map(\.words)
    return words.isEmpty ? additive : additive + ", unless it " + words.joined(separator: ", or ")
  }
  static let deprecated = "uses are warned of"
  static let handlerNotCalled =
    "a handler's function of the old signature compiles and is no longer called; the default answers 501"
}
