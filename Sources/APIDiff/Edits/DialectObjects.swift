import SourceDocuments

/// Where the two dialects keep what they both have, Swagger 2.0 and OpenAPI.
struct DialectObjects {
  /// Objects by name.
  struct Section {
    var path: [String]
    var object: SpecificationObject

    func members(of root: SourceNode) -> [SourceMember] {
      let section = path.reduce(root) { node, key in node?[key] }
      return section.map { Array($0.members) } ?? []
    }
  }

  var root: SpecificationObject
  /// In the same order for both; schemas aside.
  var sections: [Section]

  static let swagger = DialectObjects(
    root: .swagger,
    sections: [
      Section(path: ["parameters"], object: .swaggerParameter),
      Section(path: ["responses"], object: .swaggerResponse),
      Section(path: ["securityDefinitions"], object: .swaggerSecurityScheme),
    ]
  )

  static let openAPI = DialectObjects(
    root: .openAPI,
    sections: [
      Section(path: ["components", "parameters"], object: .parameter),
      Section(path: ["components", "responses"], object: .response),
      Section(path: ["components", "securitySchemes"], object: .securityScheme),
    ]
  )

  /// The objects of a description in Swagger 2.0 that say themselves what schemas say elsewhere: its parameters but
  /// those for bodies, and its headers.
  static func valueHolders(in swagger: SourceNode) -> Set<SourceNode> {
    var found: Set<SourceNode> = []
    func add(_ parameters: [SourceNode]) {
      found.formUnion(parameters.filter { $0["in"]?.string != "body" })
    }
    func add(_ responses: SourceNode?) {
      for response in responses?.members.map(\.value) ?? [] {
        found.formUnion(response["headers"]?.members.map(\.value) ?? [])
      }
    }
    add(swagger["parameters"]?.members.map(\.value) ?? [])
    add(swagger["responses"])
    for path in swagger["paths"]?.members.map(\.value) ?? [] {
      add(path["parameters"].map { Array($0.elements) } ?? [])
      for operation in path.members.map(\.value) {
        add(operation["parameters"].map { Array($0.elements) } ?? [])
        add(operation["responses"])
      }
    }
    return found
  }
}
