import Mustache
import SwiftModel

/// Renders types, those declared inside others first.
struct ModelRenderer {
  let templates: TemplateSet
  let view: PackageView

  /// The text of a type, without a file around it; empty for an alias, which shares a file with others.
  func text(_ model: ModelDeclaration) -> String {
    switch model {
    case .record(let record):
      render("Record", RecordView(record: record, nested: record.nested.map { indented(text($0)) }))
    case .union(let union):
      render("Union", UnionView(union: union, nested: union.nested.map { indented(text($0)) }))
    case .enumeration(let enumeration): render("Enumeration", EnumerationView(enumeration: enumeration))
    case .alias: ""
    }
  }

  private func render(_ template: String, _ contents: any MustacheParent) -> String {
    templates.render(template, LayeredView(upper: contents, lower: view))
  }

  private func indented(_ text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false)
      .map { $0.isEmpty ? "" : "  " + $0 }
      .joined(separator: "\n")
  }
}
