import Foundation

/// Where this test run's build put its products.
enum ProductsFolder {
  /// Without a slash at its end.
  static let path: String = {
    #if os(macOS)
    if let bundle = Bundle.allBundles.first(where: { $0.bundlePath.hasSuffix(".xctest") }) {
      return bundle.bundleURL.deletingLastPathComponent().path(percentEncoded: false).trimmingSuffix("/")
    }
    #endif
    return URL(filePath: CommandLine.arguments.first ?? "").resolvingSymlinksInPath()
      .deletingLastPathComponent()
      .path(percentEncoded: false).trimmingSuffix("/")
  }()

  /// The tool, as it was built.
  static var herald: String { path + "/herald" }
  /// The compiled modules of the package and of its dependencies.
  static var modules: String { path + "/Modules" }
}

extension String {
  fileprivate func trimmingSuffix(_ suffix: String) -> String {
    hasSuffix(suffix) ? String(dropLast(suffix.count)) : self
  }
}
