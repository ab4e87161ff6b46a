import APIModel
import Foundation
import OpenAPIDescription
import SourceDocuments
import SwiftModel
import Testing

/// A diff builds no documentation, examples and checks; names and signatures are those that are generated.
struct InterfaceScopeTests {
  @Test func theInterfaceIsThatOfThePackage() throws {
    let folder = Repository.folder + "/Tests/Cases"
    var compared = 0
    for name in try FileManager.default.contentsOfDirectory(atPath: folder).sorted() {
      for file in ["openapi.yaml", "openapi.json"] {
        let path = "\(folder)/\(name)/\(file)"
        guard FileManager.default.fileExists(atPath: path) else { continue }
        let loader = DocumentLoader(root: folder + "/" + name)
        guard let source = try? loader.load(path),
          let document = OpenAPIReader.readDespiteErrors(source, loader: loader).document,
          let api = APIBuilder.build(document).api
        else { continue }
        compared += 1
        #expect(Self.lines(of: api, .interface) == Self.lines(of: api, .everything), "\(name)")
      }
    }
    #expect(compared > 90)
  }

  private static func lines(of api: API, _ scope: BuildScope) -> [String] {
    let options = SwiftOptions(moduleName: "Sample")
    let package = SwiftPackageBuilder.build(api, options: options, scope: scope).package
    return InterfaceBuilder.interface(of: package).types.flatMap { type in
      ["\(type.role) \(type.signature) \(type.conformances) \(type.cases) \(type.origins.map(\.pointer))"]
        + type.members.map { member in
          let origins = (member.origins + member.typeOrigins + member.parameters.flatMap(\.origins))
          return "\(member.signature) \(member.isDeprecated) \(origins.map(\.pointer))"
        }
    }
  }
}
