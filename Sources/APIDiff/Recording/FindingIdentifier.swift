import SourceDocuments

/// Makes identifiers of findings, which approvals refer to: of rule, place and values, not of wording.
enum FindingIdentifier {
  static func text(of finding: Finding) -> String {
    let place =
      (finding.rule.isOfAddition ? finding.revision : finding.base ?? finding.revision)?.pointer ?? ""
    // What has no cause in the description is known by its name.
    let name = finding.rule.isOfSwift ? finding.subject : ""
    let parts = [finding.rule.rawValue, normalized(place) + name, finding.before ?? "", finding.after ?? ""]
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for part in parts {
      for byte in part.utf8 + [0] { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
    }
    let digits = String(hash, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }

  /// The names of path variables mean nothing.
  private static func normalized(_ pointer: String) -> String {
    PathTemplate(pointer).normalized
  }
}

extension Rule {
  /// Whether what it names exists in the new document only.
  var isOfAddition: Bool { rawValue.hasSuffix("-added") }

  /// Whether it is about the generated Swift alone.
  var isOfSwift: Bool {
    switch self {
    case .moduleRenamed, .declarationsRenamed, .declarationsReordered, .declarationsChanged: true
    default: false
    }
  }
}
