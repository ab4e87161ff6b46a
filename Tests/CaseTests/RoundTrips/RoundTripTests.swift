import Foundation
import SourceDocuments
import Testing

@testable import HeraldKit

/// What a generated type reads, it writes again: shown with the examples that descriptions give themselves.
struct RoundTripTests {
  /// The descriptions of cases that have examples, and are generated.
  private static let cases = Case.all.filter { testCase in
    guard let files = try? FileManager.default.contentsOfDirectory(atPath: testCase.path),
      files.contains("expected")
    else { return false }
    return files.contains { name in
      guard name.hasPrefix("openapi."),
        let data = FileManager.default.contents(atPath: testCase.path + "/" + name)
      else { return false }
      return ["example", "default"].contains { String(decoding: data, as: UTF8.self).contains($0) }
    }
  }

  @Test(.serialized, arguments: cases)
  func theExamplesOfACaseSurvive(testCase: Case) async throws {
    let workspace = try CaseWorkspace(testCase)
    let result = try await Self.roundTrip(in: workspace.path)
    #expect(result.refusals.isEmpty)
    #expect(result.survivors == result.examples)
  }

  /// `make roundtrip CORPUS=DIR`: the same for every description of a folder.
  @Test(.enabled(if: Corpus.path != nil))
  func theExamplesOfACorpusSurvive() async throws {
    var total = RoundTrip.Result()
    for path in try Corpus.descriptions() {
      do {
        var configuration = Configuration()
        configuration.module = "Sample"
        let result = try await RoundTrip(description: path, configuration: configuration).run()
        print("\(path): \(result)")
        for refusal in result.refusals { print("  \(refusal)") }
        total += result
      } catch let error as DiagnosticError {
        print("\(path): not generated: \(error.diagnostics.first?.message ?? "")")
      } catch let error as RoundTripFailure {
        Issue.record("\(path): \(error)")
      }
    }
    print("in all: \(total)")
    #expect(total.refusals.isEmpty)
  }

  private static func roundTrip(in folder: String) async throws -> RoundTrip.Result {
    let settings = try ProjectSettings(GenerateOptions(folder: folder))
    var configuration = settings.configuration
    configuration.module = "Sample"
    return try await RoundTrip(description: settings.description, configuration: configuration).run()
  }
}
