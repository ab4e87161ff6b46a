import Foundation
import Testing

@testable import SwiftModel

@Suite struct ReservedNamesTests {
  private let runtime = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "Templates/Runtime")

  /// A schema of such a name would hide the type from the runtime's own files.
  @Test func everyTypeOfTheRuntimeIsReserved() throws {
    let declaration =
      /(?m)^(?:public |internal )?(?:nonisolated )?(?:final |indirect )?(?:struct|enum|class|protocol|actor|typealias) (?<name>\w+)/
    var names: Set<String> = []
    for path in try FileManager.default.subpathsOfDirectory(atPath: runtime.path)
    where path.hasSuffix(".swift") {
      let text = try String(contentsOf: runtime.appending(path: path), encoding: .utf8)
      names.formUnion(text.matches(of: declaration).map { String($0.output.name) })
    }
    #expect(names.count > 60)
    #expect(names.subtracting(ReservedNames.runtime).sorted() == [])
  }
}
