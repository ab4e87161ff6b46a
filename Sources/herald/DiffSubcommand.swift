public import ArgumentParser
public import DiffReports
public import HeraldKit

/// `herald diff`.
struct DiffSubcommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "diff",
    abstract: "Say what changed between two descriptions, and whom it breaks.",
    discussion: """
      Each change is judged for code that uses the generated Swift (source), for clients that are released already \
      (deployed), for new clients before the server changes (rollout), and for code that gets another meaning \
      (behaviour).

      A description is a file, - for standard input, or REVISION:path in the git repository around.

      EXAMPLES:
        herald diff old.yaml new.yaml
        herald diff main:openapi.json openapi.json --fail-on source
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
      "Exit with 2 when something breaks: source, deployed, rollout or any. May be repeated.",
      valueName: "gate"
    )
  )
  var failOn: [DiffOptions.Gate] = []

  @Option(
    help: ArgumentHelp(
      "Write deprecated aliases and forwarders for what has another name, a file for the client's module.",
      valueName: "file"
    ),
    completion: .file(extensions: ["swift"])
  )
  var shims: String?

  @Option(
    help: ArgumentHelp("The same for the server's module.", valueName: "file"),
    completion: .file(extensions: ["swift"])
  )
  var serverShims: String?

  @Flag(help: "Let --fail-on count what may break, too.")
  var strict = false

  @Option(
    help: ArgumentHelp("A file with findings that are accepted.", valueName: "file"),
    completion: .file(extensions: ["yaml", "yml", "json"])
  )
  var accept: String?

  @Option(
    help: ArgumentHelp(
      "The configuration under which Swift is generated. (default: herald.yaml, if it names a description here)",
      valueName: "file"
    ),
    completion: .file(extensions: ["yaml", "yml", "json"])
  )
  var config: String?

  @Flag(help: "Fetch documents on other machines that references lead to, over https.")
  var allowRemote = false

  @Flag(help: "List differences that change nothing, too: documentation, extensions, other spellings.")
  var all = false

  @Flag(help: "Print how long each stage took to standard error: reading, comparing, judging, reporting.")
  var timings = false

  func validate() throws {
    if old == "-", new == "-" { throw ValidationError("Only one description can come from standard input.") }
    for (option, value) in [
      ("--output", output), ("--accept", accept), ("--config", config), ("--shims", shims),
      ("--server-shims", serverShims),
    ]
    where value == "" {
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
      configuration: config,
      allowsRemote: allowRemote,
      acceptance: accept,
      makesShims: shims != nil || serverShims != nil
    )
    let outcome = DiffCommand(options).run()
    Terminal.error.write(DiagnosticReport(color: Terminal.error.showsColor).text(outcome.diagnostics))
    if timings { Terminal.error.write(TimingTable(outcome.statistics).lines) }
    if let text = outcome.text {
      if let path = shims, let text = outcome.shims { try write(text, to: path) }
      if let path = serverShims, let text = outcome.serverShims { try write(text, to: path) }
      if let output {
        try write(text, to: output)
      } else {
        Terminal.output.write(text)
      }
    }
    // The system takes the memory back at once; the outcome would give it back piece by piece.
    withExtendedLifetime(outcome) { Self.exit(withError: ExitCode(outcome.exitCode)) }
  }

  private func write(_ text: String, to path: String) throws {
    if let reason = TextFile.write(text, to: path) {
      Terminal.error.write(["error: '\(path)' cannot be written: \(reason)"])
      throw ExitCode.failure
    }
  }
}

extension ReportFormat: ExpressibleByArgument {}
extension DiffOptions.Gate: ExpressibleByArgument {}
