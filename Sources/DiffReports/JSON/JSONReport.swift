import APIDiff
import SourceDocuments

/// The report for programs; `herald-diff.schema.json` describes it.
struct JSONReport {
  private let report: DiffReport
  /// The uses that findings have, and where each of them stands in the list.
  private let uses: [Use]
  private let positions: [Int: Int]

  init(_ report: DiffReport) {
    self.report = report
    let used = Set(report.difference.findings.flatMap(\.uses.positions)).sorted()
    let all = report.difference.uses
    uses = used.map { all[$0] }
    positions = Dictionary(uniqueKeysWithValues: used.enumerated().map { ($1, $0) })
  }

  var text: String {
    JSONValue.object([
      ("tool", .object([("name", .string("herald")), ("version", .string(report.tool))])),
      ("inputs", .array([input(report.base), input(report.revision)])),
      ("summary", summary),
      ("uses", .array(uses.map(use))),
      ("findings", .array(report.entries.map(finding))),
      ("otherEdits", .array(report.difference.remaining.map(remaining))),
    ]).text
  }

  private func input(_ input: DiffReport.Input) -> JSONValue {
    .object([
      ("name", .string(input.name)),
      ("specification", .string(input.specification)),
      ("title", .string(input.title)),
      ("version", .string(input.version)),
    ])
  }

  private var summary: JSONValue {
    let axes = Axis.allCases.map { axis -> (String, JSONValue) in
      guard report.difference.isJudged(axis) else { return (axis.rawValue, .null) }
      let counts = Level.allCases.reversed().map { level in
        (level.rawValue, JSONValue.number(report.difference.count(of: level, on: axis) ?? 0))
      }
      return (axis.rawValue, .object(counts))
    }
    return .object([
      ("findings", .number(report.difference.findings.count)),
      ("edits", report.difference.editCount.map { .number($0) } ?? .null),
      ("unhandled", .number(report.difference.findings.count { $0.rule == .unhandled })),
      ("accepted", .number(report.entries.count { $0.acceptance != nil })),
      ("axes", .object(axes)),
      ("version", version),
    ])
  }

  private var version: JSONValue {
    guard let advice = report.versionAdvice else { return .null }
    return .object([
      ("bump", .string(advice.bump.rawValue)),
      ("owed", .optional(advice.owed?.text)),
      ("declared", .string(report.revision.version)),
      ("isEnough", advice.isEnough.map { .boolean($0) } ?? .null),
    ])
  }

  private func declaration(_ change: DeclarationChange) -> JSONValue {
    .object([
      ("kind", .string(change.kind.rawValue)),
      ("declaration", .string(change.declaration)),
      ("before", .optional(change.before)),
      ("after", .optional(change.after)),
      ("module", .string(change.isOfServer ? "server" : "client")),
      ("source", .string(change.source.level.rawValue)),
      ("behaviour", .string(change.behaviour.level.rawValue)),
      ("rareBreaks", .strings(change.rareBreaks.map(\.rawValue))),
      ("shim", .boolean(change.isShimmed)),
      ("shimObstacle", .optional(change.shimObstacle)),
    ])
  }

  private func finding(_ entry: ReportEntry) -> JSONValue {
    let finding = entry.finding
    let verdicts = Axis.allCases.map { axis -> (String, JSONValue) in
      guard let verdict = finding.verdict(on: axis) else { return (axis.rawValue, .null) }
      return (
        axis.rawValue,
        .object([("level", .string(verdict.level.rawValue)), ("reason", .string(verdict.reason))])
      )
    }
    return .object([
      ("id", .string(entry.id)),
      ("rule", .string(entry.rule)),
      ("level", .string(entry.level.rawValue)),
      ("title", .string(finding.title)),
      ("subject", .string(finding.subject)),
      ("before", .optional(finding.before)),
      ("after", .optional(finding.after)),
      ("base", place(entry.base)),
      ("revision", place(entry.revision)),
      ("effects", .array(finding.effects.map(effect))),
      ("verdicts", .object(verdicts)),
      ("declarations", .array(finding.declarations.map(declaration))),
      ("uses", .numbers(finding.uses.positions.compactMap { positions[$0] })),
      ("advice", .optional(finding.advice)),
      ("accepted", .optional(entry.acceptance)),
    ])
  }

  private func place(_ place: ReportEntry.Place?) -> JSONValue {
    guard let place else { return .null }
    return .object([
      ("file", .string(place.file)),
      ("line", .number(place.line)),
      ("column", .number(place.column)),
      ("pointer", .string(place.pointer)),
    ])
  }

  private func effect(_ effect: Effect) -> JSONValue {
    .object([
      ("change", .string(effect.change.rawValue)),
      ("facet", .string(effect.facet.rawValue)),
      ("directions", .strings(effect.directions.map(\.rawValue).sorted())),
    ])
  }

  private func use(_ use: Use) -> JSONValue {
    .object([
      ("operation", .string(use.operation)),
      ("address", .string(use.address)),
      ("tags", .strings(use.tags)),
      ("place", .string(use.place)),
      ("direction", .string(use.direction.rawValue)),
    ])
  }

  private func remaining(_ edit: RemainingEdit) -> JSONValue {
    .object([
      ("reason", .string(edit.reason.rawValue)),
      ("explanation", .optional(edit.explanation)),
      ("base", .optional(edit.base?.pointer)),
      ("revision", .optional(edit.revision?.pointer)),
    ])
  }
}
