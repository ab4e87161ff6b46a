import Foundation

/// A small program that calls a few operations of a generated package, as an app does: what of the package is in the
/// release build of an app, and what it takes to make it.
struct CallingProgram {
  /// The folder of the generated package, which is called `Sample`.
  let package: String
  let folder: String

  /// How many operations it calls, at most.
  static let callCount = 5

  /// Writes the program as a package of its own.
  ///
  /// - Returns: The calls.
  /// - Throws: When the package has no operation that can be called without arguments.
  func write() throws -> [String] {
    let calls = Array(try operations().prefix(Self.callCount))
    guard !calls.isEmpty else { throw BenchmarkFailure("no operation can be called without arguments") }
    let sources = folder + "/Sources/program"
    try FileManager.default.createDirectory(atPath: sources, withIntermediateDirectories: true)
    try manifest.write(toFile: folder + "/Package.swift", atomically: true, encoding: .utf8)
    let lines = calls.map { "    print(try await client.\($0)())" }
    let program = """
      import Sample

      @main
      struct Program {
        static func main() async throws {
          let client = SampleClient(server: APIServer("https://api.example.org"))
      \(lines.joined(separator: "\n"))
        }
      }

      """
    try program.write(toFile: sources + "/Program.swift", atomically: true, encoding: .utf8)
    return calls
  }

  private var manifest: String {
    """
    // swift-tools-version: 6.1
    import PackageDescription

    let package = Package(
      name: "Program",
      platforms: [.macOS(.v15)],
      dependencies: [.package(name: "Sample", path: "\(package)")],
      targets: [
        .executableTarget(name: "program", dependencies: [.product(name: "Sample", package: "Sample")])
      ]
    )

    """
  }

  /// The operations that can be called without arguments, as `service.operation`: the first of each service, then the
  /// second, so that the program is not all of one kind.
  private func operations() throws -> [String] {
    let client = try String(contentsOfFile: package + "/Sources/Sample/SampleClient.swift", encoding: .utf8)
    let services = client.matches(of: /public var (`?\w+`?): (\w+) \{/).map { (String($0.1), String($0.2)) }
    let folder = package + "/Sources/Sample/Services/"
    let operations = try services.map { name, type in
      let text = try String(contentsOfFile: folder + type + ".swift", encoding: .utf8)
      let calls = text[..<(text.range(of: "struct WithResponse")?.lowerBound ?? text.endIndex)]
      // Deprecated calls would be warned of, and parameters without a default need a value.
      return calls.matches(of: #/\n  public func (`?\w+`?)\(([^{]*?)\) async throws -> /#)
        .filter { match in match.2.split(separator: ",").allSatisfy { $0.contains(" = nil") } }
        .map { "\(name).\($0.1)" }
    }
    let longest = operations.map(\.count).max() ?? 0
    return (0..<longest).flatMap { position in
      operations.compactMap { $0.indices.contains(position) ? $0[position] : nil }
    }
  }
}
