import APIDiff
import SourceDocuments

/// The report in the Static Analysis Results Interchange Format (OASIS SARIF 2.1.0).
///
/// A result stands in the new document; where it was before, in the related locations. What was removed is
/// anchored at what contained it.
struct SARIFReport {
  private let report: DiffReport

  init(_ report: DiffReport) {
    self.report = report
  }

  var text: String {
    let used = Set(report.difference.findings.map(\.rule))
    let rules = Rule.allCases.filter(used.contains)
    let indexes = Dictionary(uniqueKeysWithValues: rules.enumerated().map { ($1, $0) })
    let driver: JSONValue = .object([
      ("name", .string("herald")),
      ("semanticVersion", .string(report.tool)),
      ("rules", .array(rules.map(rule))),
    ])
    let run: JSONValue = .object([
      ("tool", .object([("driver", driver)])),
      ("columnKind", .string("unicodeCodePoints")),
      ("results", .array(report.entries.map { result($0, indexes[$0.finding.rule] ?? 0) })),
    ])
    return JSONValue.object([
      ("$schema", .string("https://json.schemastore.org/sarif-2.1.0.json")),
      ("version", .string("2.1.0")),
      ("runs", .array([run])),
    ]).text
  }

  private func rule(_ rule: Rule) -> JSONValue {
    .object([
      ("id", .string(rule.rawValue)),
      ("shortDescription", .object([("text", .string(rule.summary))])),
    ])
  }

  private func result(_ entry: ReportEntry, _ ruleIndex: Int) -> JSONValue {
    let level =
      switch entry.level {
      case .breaks: "error"
      case .mayBreak: "warning"
      case .additive: "note"
      case .none: "none"
      }
    var members: [(String, JSONValue)] = [
      ("ruleId", .string(entry.rule)),
      ("ruleIndex", .number(ruleIndex)),
      ("level", .string(level)),
      ("message", .object([("text", .string(message(entry)))])),
      ("partialFingerprints", .object([("heraldFinding/v1", .string(entry.id))])),
    ]
    if let place = entry.revision { members.append(("locations", .array([location(place, nil, nil)]))) }
    if let place = entry.base {
      members.append(("relatedLocations", .array([location(place, 0, "where it was before")])))
    }
    if let reason = entry.acceptance {
      let suppression: JSONValue = .object([
        ("kind", .string("external")), ("justification", .string(reason)),
      ])
      members.append(("suppressions", .array([suppression])))
    }
    let axes = Axis.allCases.map { axis in
      (axis.rawValue, JSONValue.optional(entry.finding.verdict(on: axis)?.level.rawValue))
    }
    members.append(("properties", .object([("axes", .object(axes)), ("tags", .strings(entry.tags))])))
    return .object(members)
  }

  private func message(_ entry: ReportEntry) -> String {
    var sentences = [entry.title]
    if let change = entry.change { sentences.append(change) }
    sentences += entry.verdicts.map {
      "\($0.axis.title): \($0.verdict.level.title.lowercased()): \($0.verdict.reason)"
    }
    if let advice = entry.finding.advice { sentences.append("To do: " + advice) }
    // Brackets and parentheses would be a link (§3.11.6).
    return sentences.joined(separator: ". ").replacing("](", with: "] (")
  }

  private func location(_ place: ReportEntry.Place, _ id: Int?, _ message: String?) -> JSONValue {
    var members: [(String, JSONValue)] = []
    if let id { members.append(("id", .number(id))) }
    members.append(
      (
        "physicalLocation",
        .object([
          ("artifactLocation", .object([("uri", .string(uri(place.file)))])),
          ("region", .object([("startLine", .number(place.line)), ("startColumn", .number(place.column))])),
        ])
      )
    )
    let logical: JSONValue = .object([("fullyQualifiedName", .string(place.pointer))])
    members.append(("logicalLocations", .array([logical])))
    if let message { members.append(("message", .object([("text", .string(message))]))) }
    return .object(members)
  }

  /// The path as a relative URI reference (RFC 3986 §4.2).
  private func uri(_ path: String) -> String {
    let allowed = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._~/!$&'()*+,;=@"
    return path.utf8.reduce(into: "") { result, byte in
      if allowed.utf8.contains(byte) {
        result.unicodeScalars.append(Unicode.Scalar(byte))
      } else {
        result += "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16).uppercased()
      }
    }
  }
}
