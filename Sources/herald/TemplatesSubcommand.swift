import ArgumentParser
import HeraldKit
import SourceDocuments

/// `herald templates`.
struct TemplatesSubcommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "templates",
    abstract: "Work with the templates that packages are generated from.",
    subcommands: [Export.self]
  )

  /// `herald templates export`.
  struct Export: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Write the built-in templates into a folder, for editing.",
      discussion: """
        Keep the files that you change and delete the others: what is not in the folder stays built in.

        EXAMPLE:
          herald templates export Templates
          herald generate --templates Templates
        """
    )

    @Argument(help: "The folder, created if it is not there.", completion: .directory)
    var folder: String

    @Flag(help: "Replace files that differ from the built-in templates.")
    var force = false

    func validate() throws {
      if folder.isEmpty { throw ValidationError("The path of the folder is empty.") }
    }

    func run() throws {
      do throws(DiagnosticError) {
        let count = try ExportTemplatesCommand(folder: folder, force: force).run()
        Terminal.output.write(["Wrote \(count) templates into \(folder)"])
      } catch {
        let report = DiagnosticReport(color: Terminal.error.showsColor)
        Terminal.error.write(report.text(error.diagnostics))
        throw ExitCode.failure
      }
    }
  }
}
