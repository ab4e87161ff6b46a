import Foundation
import PackagePlugin

/// Compiles the templates into the target that it is applied to, as string literals.
///
/// SwiftPM's own `embedInCode` writes arrays of bytes, which take the compiler twenty seconds for Herald's.
@main
struct EmbedTemplates: BuildToolPlugin {
  func createBuildCommands(context: PluginContext, target: any Target) throws -> [Command] {
    let folder = target.directoryURL
    let templates = try FileManager.default.subpathsOfDirectory(atPath: folder.path)
      .filter { $0.contains("/") && ($0.hasSuffix(".mustache") || $0.hasSuffix(".swift")) }
      .sorted()
    let output = context.pluginWorkDirectoryURL.appending(path: "EmbeddedFiles.swift")
    return [
      .buildCommand(
        displayName: "Embedding templates",
        executable: try context.tool(named: "embed-templates").url,
        arguments: [folder.path, output.path] + templates,
        inputFiles: templates.map { folder.appending(path: $0) },
        outputFiles: [output]
      )
    ]
  }
}
