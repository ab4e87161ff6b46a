import ArgumentParser
import HeraldKit

/// `herald update`.
struct UpdateSubcommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "update",
    abstract: "Take over a new version of the description.",
    discussion: """
      Says what changed, replaces the configured description, generates the package, raises `version` in herald.yaml \
      by what the change owes its users, and writes an entry of the changelog. When anything of it is impossible, \
      nothing is changed.

      EXAMPLES:
        herald update ~/Downloads/openapi.json
        herald update ~/Downloads/openapi.json --dry-run
        curl https://example.com/openapi.json | herald update -

      EXIT STATUS:
        0   everything is up to date
        1   nothing was changed
      """
  )

  @Argument(help: "The new description.", completion: .file(extensions: ["json", "yaml", "yml"]))
  var new: String

  @Option(
    help: ArgumentHelp("The configuration file. (default: herald.yaml)", valueName: "file"),
    completion: .file(extensions: ["yaml", "yml", "json"])
  )
  var config: String?

  @Flag(help: "Change nothing; say what would be done.")
  var dryRun = false

  @Flag(help: "Replace generated files that were edited by hand.")
  var force = false

  @Flag(help: "Fetch documents on other machines that references lead to, over https.")
  var allowRemote = false

  func validate() throws {
    if new.isEmpty { throw ValidationError("The path of the description is empty.") }
    if config == "" { throw ValidationError("The value of --config is empty.") }
  }

  func run() throws {
    let options = UpdateOptions(
      revision: new,
      configuration: config,
      allowsRemote: allowRemote,
      isDryRun: dryRun,
      force: force
    )
    let outcome = UpdateCommand(options).run()
    Terminal.error.write(DiagnosticReport(color: Terminal.error.showsColor).text(outcome.diagnostics))
    Terminal.output.write(outcome.text(color: Terminal.output.showsColor))
    if outcome.exitCode != 0 { throw ExitCode(outcome.exitCode) }
  }
}
