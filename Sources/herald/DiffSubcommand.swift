public import ArgumentParser
public import DiffReports
public import HeraldKit

/// `herald diff`.
struct DiffSubcommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "diff",
    abstract: "Say what changed between two descriptions, and whom it breaks.",
    discussion: """
      Each change is judged for clients that are released already (deployed), for new clients before the server \
      changes (rollout), and for code that gets another meaning (behaviour).

      A description is a file, - for standard input, or REVISION:path in the git repository around.

      EXAMPLES:
        herald diff old.yaml new.yaml
        herald diff main:openapi.json openapi.json --fail-on deployed
        herald diff v1:api.yaml api.yaml --format markdown --output CHANGES.md

      EXIT STATUS:
        0   nothing that --fail-on asks for
        1   a description could not be read
        2   --fail-on found something
      """
  )

  @Argument(help: "The old description.", completion: .file(extensions: ["json", "yaml", "yml"]))
  var old: String

  @Argument(help: "The new description.", completion: .file(extensions: ["json", "yaml", "yml"]))
  var new: String

  @Option(help: "text, markdown, json, html, sarif, junit or github.")
  var format: ReportFormat = .text

  @Option(help: ArgumentHelp("Write the report into a file.", valueName: "file"), completion: .file())
  var output: String?

  @Option(
    help: ArgumentHelp(
      "Exit with 2 when something breaks: deployed, rollout or any. May be repeated.",
      valueName: "gate"
    )
  )
  var failOn: [DiffOptions.Gate] = []

  @Flag(help: "Let --fail-on count what may break, too.")
  var strict = false

  @Option(
    help: ArgumentHelp("A file with findings that are accepted.", valueName: "file"),
    completion: .file(extensions: ["yaml", "yml", "json"])
  )
  var accept: String?

  @Flag(help: "List differences that change nothing, too: documentation, extensions, other spellings.")
  var all = false

  func validate() throws {
    if old == "-", new == "-" { throw ValidationError("Only one description can come from standard input.") }
    if failOn.contains(.source) {
      throw ValidationError("The Swift source is not compared yet, so --fail-on source would always pass.")
    }
    for (option, value) in [("--output", output), ("--accept", accept)] where value == "" {
      throw ValidationError("The value of \(option) is empty.")
    }
    if old.isEmpty || new.isEmpty { throw ValidationError("The path of a description is empty.") }
  }

  func run() throws {
    let options = DiffOptions(
      base: old,
      revision: new,
      format: format,
      color: output == nil && Terminal.output.showsColor,
      showsAll: all,
      gates: failOn,
      isStrict: strict,
      acceptance: accept
    )
    let outcome = DiffCommand(options).run()
    Terminal.error.write(DiagnosticReport(color: Terminal.error.showsColor).text(outcome.diagnostics))
    if let text = outcome.text {
      if let output {
        if let reason = TextFile.write(text, to: output) {
          Terminal.error.write(["error: '\(output)' cannot be written: \(reason)"])
          throw ExitCode.failure
        }
      } else {
        Terminal.output.write(text)
      }
    }
    if outcome.exitCode != 0 { throw ExitCode(outcome.exitCode) }
  }
}

extension ReportFormat: ExpressibleByArgument {}
extension DiffOptions.Gate: ExpressibleByArgument {}
