import Accounting
import Foundation
import SourceDocuments
import Testing

@testable import HeraldKit

/// Whatever a description says is generated, or named by a warning.
struct BalanceTests {
  private static let cases = Case.all.filter { testCase in
    ["openapi.yaml", "openapi.json"].contains {
      FileManager.default.fileExists(atPath: testCase.path + "/" + $0)
    }
      && FileManager.default.fileExists(atPath: testCase.path + "/expected")
  }

  @Test(.serialized, arguments: cases)
  func nothingOfACaseIsLost(testCase: Case) throws {
    let workspace = try CaseWorkspace(testCase)
    let project = try ProjectSettings(GenerateOptions(folder: workspace.path))
    let balance = try Self.balance(of: project.description, project.configuration)
    #expect(balance.losses.isEmpty, "\(balance.losses.map(\.name))")
    #expect(balance.rows.contains { $0.found + $0.unused > 0 })
  }

  /// `make balance CORPUS=DIR`: the same for every description of a folder.
  @Test(.enabled(if: Corpus.path != nil))
  func nothingOfACorpusIsLost() throws {
    var configuration = Configuration()
    configuration.module = "Sample"
    var count = 0
    var total: [Construct.Kind: Balance.Row] = [:]
    for path in try Corpus.descriptions() {
      do {
        let balance = try Self.balance(of: path, configuration)
        count += 1
        for row in balance.rows { total[row.kind] = total[row.kind].map { $0 + row } ?? row }
        for loss in balance.losses {
          print("\(loss.origin.location): \(loss.kind.rawValue) '\(loss.name)' is lost")
        }
      } catch let error as DiagnosticError {
        print("\(path): not generated: \(error.diagnostics.first { $0.severity == .error }?.message ?? "")")
      }
    }
    print("\(count) descriptions")
    for kind in Construct.Kind.allCases {
      guard let row = total[kind] else { continue }
      print(
        "\(kind.rawValue): \(row.found) found, \(row.generated) generated, \(row.warned) warned, \(row.lost) lost"
      )
      #expect(row.lost == 0)
    }
  }

  private static func balance(of path: String, _ configuration: Configuration) throws -> Balance {
    var generator = PackageGenerator()
    _ = try generator.generate(path, configuration)
    return try #require(generator.balance)
  }
}

extension Balance.Row {
  fileprivate static func + (first: Balance.Row, second: Balance.Row) -> Balance.Row {
    var sum = first
    sum.found += second.found
    sum.generated += second.generated
    sum.warned += second.warned
    sum.lost += second.lost
    sum.unused += second.unused
    return sum
  }
}
