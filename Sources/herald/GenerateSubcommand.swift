import ArgumentParser
import HeraldKit

/// `herald generate`.
struct GenerateSubcommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "generate",
    abstract: "Generate a Swift package from an OpenAPI description.",
    discussion: """
      Without arguments, everything comes from herald.yaml in the current folder. Options given here take the \
      place of configured ones.

      A description given here that is not the configured one is generated from defaults: herald.yaml, its output \
      folder and its names belong to its own description. Name the file with --config to use it all the same.

      Only files that Herald wrote are replaced or deleted. Files whose content is right are not touched.

      EXAMPLES:
        herald generate
        herald generate --check
        herald generate petstore.yaml --output PetStore --module PetStore
        herald generate v2/openapi.json --config herald.yaml --output V2
      """
  )

  @Argument(
    help: ArgumentHelp(
      "The OpenAPI description, JSON or YAML.",
      discussion: "Default: the configured one, else openapi.json, openapi.yaml or openapi.yml.",
      valueName: "description"
    ),
    completion: .file(extensions: ["json", "yaml", "yml"])
  )
  var input: String?

  @Option(
    help: ArgumentHelp("The configuration file. (default: herald.yaml, if it is there)", valueName: "file"),
    completion: .file(extensions: ["yaml", "yml", "json"])
  )
  var config: String?

  @Option(
    help: ArgumentHelp(
      "The folder of the generated package. (default: the configured one, or Generated)",
      valueName: "folder"
    ),
    completion: .directory
  )
  var output: String?

  @Option(
    help: ArgumentHelp(
      "The name of the generated module. (default: the configured one, or made from the description's title)",
      valueName: "name"
    )
  )
  var module: String?

  @Option(
    help: ArgumentHelp(
      "A folder of templates that replace built-in ones of the same name.",
      valueName: "folder"
    ),
    completion: .directory
  )
  var templates: String?

  @Flag(help: "Fetch documents on other machines that references lead to, over https.")
  var allowRemote = false

  @Flag(help: "Warn of references to schemas that do not exist, and let any JSON stand for them.")
  var allowDanglingReferences = false

  @Flag(help: "Write nothing; print the differences and exit with 2 if the package is out of date.")
  var check = false

  @Flag(help: "Replace files that were edited by hand or that Herald did not write.")
  var force = false

  @Flag(help: "Print how long each stage took, and its share, to standard error.")
  var timings = false

  @Flag(help: "Say what was read and written, and how long it took.")
  var verbose = false

  func validate() throws {
    if check, force { throw ValidationError("--check writes nothing, so --force cannot go with it.") }
    if let module, let problem = ModuleName.problem(with: module) {
      throw ValidationError("The module name '\(module)' \(problem).")
    }
    for (option, value) in [("--config", config), ("--output", output), ("--templates", templates)]
    where value == "" {
      throw ValidationError("The value of \(option) is empty.")
    }
    if input == "" { throw ValidationError("The path of the description is empty.") }
  }

  /// The arguments as the library takes them.
  var options: GenerateOptions {
    GenerateOptions(
      description: input,
      configuration: config,
      output: output,
      module: module,
      templates: templates,
      allowsRemote: allowRemote,
      allowsDanglingReferences: allowDanglingReferences,
      mode: check ? .check : .write(force: force)
    )
  }

  func run() throws {
    let outcome = GenerateCommand(options).run()
    let report = GenerateReport(outcome, isVerbose: verbose, showsTimings: timings)
    Terminal.error.write(report.errors(color: Terminal.error.showsColor))
    Terminal.output.write(report.output(color: Terminal.output.showsColor))
    if outcome.exitCode != 0 { throw ExitCode(outcome.exitCode) }
  }
}
