import APIModel
import SwiftModel

/// The configuration in the words of the stages that it is for.
extension Configuration {
  var selection: Selection {
    Selection(
      include: include == Selection.Filter() ? nil : include,
      exclude: exclude == Selection.Filter() ? nil : exclude
    )
  }

  /// - Parameter title: The title of the API, of which the module's name is made when none is configured.
  func swiftOptions(title: String) -> SwiftOptions {
    SwiftOptions(
      moduleName: module ?? ModuleName.derive(from: title),
      accessLevel: access,
      emitsServer: targets.contains(.server),
      conformances: conformances,
      names: names,
      scalars: scalars,
      deprecations: deprecations,
      acronyms: acronyms,
      fileLength: fileLength,
      runtime: runtime,
      origins: origins
    )
  }
}
