import Foundation
import OpenAPIDescription
import SourceDocuments
import SwiftModel
import SwiftRendering

@testable import HeraldKit

/// Reads a description's examples with the types generated from it, and writes them again.
struct RoundTrip {
  /// What became of the examples of a description.
  struct Result {
    var examples = 0
    var survivors = 0
    /// Examples that their own schema refuses; they prove nothing.
    var invalid = 0
    /// Examples of schemas that no generated type stands for.
    var untyped = 0
    /// Why examples did not survive: their places, and what happened to them. What the package's own tests cannot read is
    /// among them, though not among the examples.
    var refusals: [String] = []
  }

  /// The path of the description.
  let description: String
  let configuration: Configuration

  /// - Throws: What is wrong with the description, or what the compiler says of the generated types.
  func run() async throws -> Result {
    let documented = try DocumentedExamples(ofDescriptionAt: description, configuration: configuration)
    var result = Result(examples: documented.examples.count, invalid: documented.invalid)
    result.untyped = documented.untyped
    let questions =
      documented.examples.map { Question(type: $0.type, value: $0.value.jsonText()) }
      + documented.tested.map { Question(type: $0.type, value: $0.example) }
    guard !questions.isEmpty else { return result }
    let answers = try await answers(to: questions)
    let survival = Survival(schemas: documented.document.schemas)
    for (test, answer) in zip(documented.tested, answers.dropFirst(documented.examples.count))
    where answer.written == nil {
      result.refusals.append("the test of \(test.type) fails: \(answer.problem ?? "")")
    }
    for (example, answer) in zip(documented.examples, answers) {
      if let problem = try problem(with: example, answer, survival) {
        result.refusals.append("\(example.value.location): \(example.type): \(problem)")
      } else {
        result.survivors += 1
      }
    }
    return result
  }

  private func problem(
    with example: DocumentedExamples.Example,
    _ answer: Answer,
    _ survival: Survival
  ) throws -> String? {
    guard let written = answer.written else { return answer.problem ?? "nothing was written" }
    // A value by itself is no document for the loader's formats, so it stands in a list.
    let loader = DocumentLoader(files: InMemoryFiles(["written.json": "[\(written)]"]))
    guard let after = try loader.load("written.json").root.elements.first else {
      return "nothing was written"
    }
    return survival.difference(example.value, after, schema: example.schema)
  }

  // MARK: - Running the generated types

  /// What the program says of an example.
  private struct Answer: Codable {
    var written: String?
    var problem: String?
  }

  private struct Question: Codable {
    var type: String
    var value: String
  }

  private func answers(to questions: [Question]) async throws -> [Answer] {
    let folder = FileManager.default.temporaryDirectory.resolvingSymlinksInPath()
      .appending(path: "herald-roundtrip-\(UUID().uuidString)").path(percentEncoded: false)
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer {
      do { try FileManager.default.removeItem(atPath: folder) } catch {
        print("cannot remove \(folder): \(error)")
      }
    }
    try JSONEncoder().encode(questions).write(to: URL(filePath: folder + "/questions.json"))
    try await compile(types: Set(questions.map(\.type)).sorted(), in: folder)
    let run = try await ChildProcess(
      folder + "/program",
      [folder + "/questions.json", folder + "/answers.json"]
    )
    guard run.exitCode == 0 else { throw RoundTripFailure(description: "the program failed: \(run.errors)") }
    return try JSONDecoder().decode(
      [Answer].self,
      from: Data(contentsOf: URL(filePath: folder + "/answers.json"))
    )
  }

  private func compile(types: [String], in folder: String) async throws {
    var generator = PackageGenerator()
    let models = try generator.generate(description, configuration).filter { file in
      file.path.split(separator: "/").contains("Models") && file.path.hasSuffix(".swift")
    }
    var paths: [String] = []
    for (number, file) in models.enumerated() {
      paths.append(folder + "/Model\(number).swift")
      try Data(file.contents).write(to: URL(filePath: paths[number]))
    }
    try Data("@_exported public import ClientRuntime\n".utf8).write(
      to: URL(filePath: folder + "/Runtime.swift")
    )
    try Data(Self.program(types).utf8).write(to: URL(filePath: folder + "/main.swift"))
    // Objects of files that are gone stay among a build's products.
    let runtime = Set(
      try FileManager.default.subpathsOfDirectory(atPath: Repository.path("Templates/Runtime/Client"))
        .compactMap { $0.split(separator: "/").last.map { String($0) + ".o" } }
    )
    let objects =
      try Self.objects(of: "ClientRuntime").filter {
        runtime.contains($0.split(separator: "/").last.map(String.init) ?? "")
      }
      + Self.objects(of: "HTTPTypes")
    let module = configuration.module ?? "Generated"
    let run = try await ChildProcess(
      "swiftc",
      [
        "-swift-version", "6", "-Onone", "-wmo", "-enable-testing", "-module-name", module, "-package-name",
        "sample",
        "-Xfrontend", "-testable-import-module", "-Xfrontend", "ClientRuntime", "-I", ProductsFolder.modules,
        "-o", folder + "/program", folder + "/main.swift", folder + "/Runtime.swift",
      ] + paths + objects
    )
    guard run.exitCode == 0 else {
      throw RoundTripFailure(description: "the types do not compile:\n\(run.errors)")
    }
  }

  private static func objects(of target: String) throws -> [String] {
    let products = ProductsFolder.path + "/\(target).build"
    return try FileManager.default.contentsOfDirectory(atPath: products).filter { $0.hasSuffix(".o") }
      .sorted()
      .map { products + "/" + $0 }
  }

  /// A program that reads examples and writes each again, through the type that each names.
  private static func program(_ types: [String]) -> String {
    let cases = types.map { "  case \"\($0)\": try written(\($0).self, text)" }.joined(separator: "\n")
    return """
      import Foundation

      struct Question: Codable {
        var type: String
        var value: String
      }

      struct Answer: Codable {
        var written: String?
        var problem: String?
      }

      func written<Value: Codable>(_ type: Value.Type, _ text: String) throws -> String {
        let value = try JSONCoding.decode(type, from: Data(text.utf8))
        return String(decoding: try JSONCoding.encode(value), as: UTF8.self)
      }

      func written(_ question: Question) throws -> String {
        let text = question.value
        return switch question.type {
      \(cases)
        default: ""
        }
      }

      let paths = CommandLine.arguments
      let questions = try JSONDecoder().decode([Question].self, from: Data(contentsOf: URL(filePath: paths[1])))
      let answers = questions.map { question in
        do {
          return Answer(written: try written(question), problem: nil)
        } catch {
          return Answer(written: nil, problem: String(describing: error))
        }
      }
      try JSONEncoder().encode(answers).write(to: URL(filePath: paths[2]))
      """
  }
}

struct RoundTripFailure: Error, CustomStringConvertible {
  let description: String
}

extension RoundTrip.Result: CustomStringConvertible {
  var description: String {
    "\(examples) examples, \(survivors) survivors, \(refusals.count) refusals; "
      + "\(invalid) more against their own schema, \(untyped) of schemas without a type"
  }

  static func += (total: inout Self, part: Self) {
    total.examples += part.examples
    total.survivors += part.survivors
    total.invalid += part.invalid
    total.untyped += part.untyped
    total.refusals += part.refusals
  }
}
