import APIModel
import Foundation
import OpenAPIDescription
import SourceDocuments
import SwiftModel

@testable import HeraldKit
@testable import OpenAPIDescription

/// The examples of a description that its generated types should be able to read and to write again.
struct DocumentedExamples {
  /// An example with the Swift type that stands for its schema.
  struct Example {
    var value: SourceNode
    var schema: Schema
    var type: String
  }

  let document: OpenAPIDocument
  private(set) var examples: [Example] = []
  /// The examples that the package's own tests read.
  let tested: [ModelTestDeclaration]
  /// Examples that their own schema refuses, or whose values are text in another notation than JSON.
  private(set) var invalid = 0
  /// Examples of schemas that no generated type stands for, such as those of operations that are left out.
  private(set) var untyped = 0
  private var seen: Set<SourceNode> = []
  private var checker: ValueChecker
  private let types: [Schema: String]

  /// - Throws: What is wrong with the description.
  init(ofDescriptionAt path: String, configuration: Configuration) throws {
    let loader = DocumentLoader(
      root: URL(filePath: path).deletingLastPathComponent().deletingLastPathComponent().path
    )
    let read = OpenAPIReader.read(try loader.load(path), loader: loader)
    guard let document = read.document else { throw DiagnosticError(diagnostics: read.diagnostics.items) }
    let built = APIBuilder.build(document, selection: configuration.selection)
    guard let api = built.api else { throw DiagnosticError(diagnostics: built.diagnostics.items) }
    self.document = document
    checker = ValueChecker(schemas: document.schemas)
    let options = configuration.swiftOptions(title: document.info.title)
    types = SwiftPackageBuilder.typesOfSchemas(api, options: options)
    tested = SwiftPackageBuilder.build(api, options: options).package.modelTests
    collect()
  }

  private mutating func collect() {
    for schema in document.schemas.all {
      for value in schema.examples { add(value, schema) }
      if let value = schema.defaultValue { add(value, schema) }
    }
    let contents = DescriptionContents(document)
    for media in contents.mediaTypes where media.name.lowercased().contains("json") {
      for example in media.examples { add(example.value, media.schema) }
    }
    for parameter in contents.parameters {
      for example in parameter.examples { add(example.value, parameter.schema) }
    }
  }

  private mutating func add(_ value: SourceNode?, _ schema: Schema?) {
    guard let value, let schema, !value.isNull, seen.insert(value).inserted else { return }
    guard let type = typeName(of: schema) else {
      untyped += 1
      return
    }
    if checker.mismatch(of: value, with: schema) == nil {
      examples.append(Example(value: value, schema: schema, type: type))
    } else {
      invalid += 1
    }
  }

  private func typeName(of schema: Schema) -> String? {
    if let type = types[schema] { return type }
    guard let reference = schema.reference, let target = document.schemas.target(of: reference) else {
      return nil
    }
    return types[target]
  }
}
