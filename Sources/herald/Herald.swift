import ArgumentParser
import HeraldKit

/// The command line.
@main
struct Herald: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "herald",
    abstract: "Generates Swift SDKs from OpenAPI descriptions.",
    discussion: """
      EXAMPLES:
        herald generate                         what herald.yaml says
        herald generate api.yaml --output SDK   without configuration
        herald generate --check                 in CI: is everything up to date?
        herald diff old.yaml new.yaml           what breaks, and for whom?
        herald update new.yaml                  take over a new description

      EXIT STATUS:
        0   fine
        1   a description or the configuration is wrong, or the work failed
        2   --check found the package out of date, or --fail-on found something
        64  wrong usage
      """,
    version: HeraldVersion.current,
    subcommands: [
      GenerateSubcommand.self, DiffSubcommand.self, UpdateSubcommand.self, TemplatesSubcommand.self,
    ]
  )

  /// Runs the command; a reader that goes away, as `head` does, is no failure.
  static func main() {
    Terminal.ignoreBrokenPipes()
    main(nil)
  }
}
