import ArgumentParser
import HeraldKit

@testable import herald

/// What happens when the command line is called in a folder.
struct CaseRun {
  let exitCode: Int
  /// What goes to standard error, with paths relative to the folder.
  let diagnostics: String

  /// Runs in this process, and so without changing into the folder: its path is put before all others, and
  /// taken out of what is printed.
  init(_ arguments: [String], in folder: String) throws {
    let command = try GenerateSubcommand.parse(arguments)
    var options = command.options
    options.folder = folder
    for path in [\GenerateOptions.description, \.configuration, \.output, \.templates] {
      options[keyPath: path] = options[keyPath: path].map { $0.hasPrefix("/") ? $0 : folder + "/" + $0 }
    }
    let outcome = GenerateCommand(options).run()
    exitCode = Int(outcome.exitCode)
    diagnostics = GenerateReport(outcome).errors(color: false).replacing(folder + "/", with: "")
  }
}
