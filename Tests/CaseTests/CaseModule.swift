/// A module of a generated package, as it is compiled for a test: the runtime it carries is only read.
struct CaseModule {
  let name: String
  /// Paths relative to the package.
  let files: [String]
  /// The files of the runtime that the module carries, likewise.
  let runtimeFiles: [String]
  /// The target of this repository that holds the module's runtime; nil for modules without one.
  let runtime: String?

  /// The modules of a package, each after those that it imports.
  static func modules(of package: FileTree) -> [CaseModule] {
    let sources = package.files.keys.filter { $0.hasSuffix(".swift") }.sorted()
    let names = Set(sources.filter { $0.hasPrefix("Sources/") }.map { $0.split(separator: "/")[1] })
    // The client's name begins the server's, and so comes first.
    var modules = zip(names.sorted(), ["ClientRuntime", "ServerRuntime"]).map { name, runtime in
      CaseModule(
        name: String(name),
        files: sources.filter {
          $0.hasPrefix("Sources/\(name)/") && !$0.hasPrefix("Sources/\(name)/Runtime/")
        },
        runtimeFiles: sources.filter { $0.hasPrefix("Sources/\(name)/Runtime/") },
        runtime: runtime
      )
    }
    // Where the module of swift-testing is depends on the installation elsewhere.
    #if os(Linux)
    let tests = sources.filter { $0.hasPrefix("Tests/") }
    if let test = tests.first {
      modules.append(
        CaseModule(name: String(test.split(separator: "/")[1]), files: tests, runtimeFiles: [], runtime: nil)
      )
    }
    #endif
    return modules
  }

  /// What the module that others import has instead of its runtime's files: as if their declarations were its own.
  var runtimeSource: String? {
    runtime.map { "@_exported public import \($0)\n" }
  }

  /// The arguments that let the module see the internals of its runtime.
  var runtimeArguments: [String] {
    runtime.map { ["-Xfrontend", "-testable-import-module", "-Xfrontend", $0] } ?? []
  }
}
