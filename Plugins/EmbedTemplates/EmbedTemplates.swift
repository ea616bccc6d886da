import Foundation
import PackagePlugin

/// Compiles the files of `templates/` into the target that uses this plugin, so that the binary
/// works in a folder that has only `content/`.
@main
struct EmbedTemplates: BuildToolPlugin {
  func createBuildCommands(context: PluginContext, target: Target) throws -> [Command] {
    let templates = context.package.directoryURL.appending(path: "templates")
    let output = context.pluginWorkDirectoryURL.appending(path: "DefaultTemplates.swift")
    let files = FileManager.default.enumerator(at: templates, includingPropertiesForKeys: nil)
    let inputs = (files?.compactMap { $0 as? URL } ?? []).filter { !$0.hasDirectoryPath }
    return [
      .buildCommand(
        displayName: "Embedding the default templates",
        executable: try context.tool(named: "embed-templates").url,
        arguments: [templates.path(), output.path()],
        inputFiles: inputs.sorted { $0.path() < $1.path() },
        outputFiles: [output])
    ]
  }
}
