import SwiftModel
import TemplateEngine

/// Renders types, those declared inside others first.
struct ModelRenderer {
  let templates: TemplateSet
  let view: PackageView
  /// The names of the types that parameters are made of.
  private let parameterTypes: Set<String>

  init(templates: TemplateSet, view: PackageView) {
    self.templates = templates
    self.view = view
    parameterTypes = view.package.parameterTypes
  }

  private func isParameter(_ model: ModelDeclaration) -> Bool { parameterTypes.contains(model.name) }

  private var division: FileDivision { FileDivision(limit: view.package.fileLength) }

  /// The text of a type, without a file around it; empty for an alias, which shares a file with others.
  func text(_ model: ModelDeclaration) -> String {
    switch model {
    case .record(let record):
      render("Record", RecordView(record: record, nested: record.nested.map { indented(text($0)) }))
    case .union(let union):
      render("Union", UnionView(union: union, nested: union.nested.map { indented(text($0)) }))
    case .multipart(let form):
      render("Multipart", MultipartView(form: form, nested: form.nested.map { indented(text($0)) }))
    case .enumeration(let enumeration):
      render("Enumeration", EnumerationView(enumeration: enumeration, isParameter: isParameter(model)))
    case .alias: ""
    }
  }

  /// What a file declares, each text with a type or with an extension that holds types.
  struct File {
    var texts: [String] = []
    /// The types that are declared, without those inside them.
    var declarations: [ModelDeclaration] = []
  }

  /// The files of a type: one, unless the types inside it make it too long; those then follow in extensions, as do the
  /// raw values of an enumeration with very many.
  func files(of model: ModelDeclaration) -> [File] {
    let pieces = pieces(of: model, in: [])
    guard pieces.count > 1 else { return [File(texts: pieces.map(\.text), declarations: [model])] }
    let first = File(texts: [pieces[0].text], declarations: [pieces[0].declaration])
    let parts = division.parts(of: Array(pieces.dropFirst())) { lines(of: $0.text, $0.declaration) }
    return [first] + parts.map(file)
  }

  /// A type, or the raw values of one, declared where a file has room for them.
  private struct Piece {
    var enclosing: [String]
    var declaration: ModelDeclaration
    /// As it stands in the extension of what encloses it, if anything does.
    var text: String
  }

  private func pieces(of model: ModelDeclaration, in enclosing: [String]) -> [Piece] {
    let text = text(model)
    func piece(_ declaration: ModelDeclaration, _ text: String) -> Piece {
      Piece(enclosing: enclosing, declaration: declaration, text: enclosing.isEmpty ? text : indented(text))
    }
    guard lines(of: text, model) > division.limit else { return [piece(model, text)] }
    if case .enumeration(let enumeration) = model, enumeration.isOpen {
      let cases = EnumerationView(
        enumeration: enumeration,
        hasValues: false,
        isParameter: isParameter(model)
      )
      let values = render("EnumerationValues", cases)
      return [
        piece(model, render("Enumeration", cases)),
        Piece(enclosing: enclosing + [model.name], declaration: model, text: values),
      ]
    }
    let own = model.withoutNested
    return [piece(own, self.text(own))]
      + model.nested.flatMap { pieces(of: $0, in: enclosing + [model.name]) }
  }

  /// About how many lines a type comes to: the list of all cases is yet to be broken into as many lines.
  private func lines(of text: String, _ model: ModelDeclaration) -> Int {
    let lines = OperationLength.lines(of: text)
    if case .enumeration(let enumeration) = model { return lines + enumeration.cases.count }
    return lines
  }

  /// About how many lines a file comes to.
  func lines(of file: File) -> Int {
    zip(file.texts, file.declarations).reduce(0) { $0 + 1 + lines(of: $1.0, $1.1) }
  }

  private func file(_ pieces: [Piece]) -> File {
    var file = File(declarations: pieces.map(\.declaration))
    var rest = pieces[...]
    while let enclosing = rest.first?.enclosing {
      let group = rest.prefix { $0.enclosing == enclosing }
      rest = rest.dropFirst(group.count)
      let contents = NamedValues([
        "name": .text(enclosing.joined(separator: ".")),
        "nested": .texts(group.map(\.text)),
      ])
      file.texts.append(templates.text("ModelExtension", LayeredView(upper: contents, lower: view)))
    }
    return file
  }

  private func render(_ template: String, _ contents: any TemplateView) -> String {
    templates.text(template, LayeredView(upper: contents, lower: view))
  }

  private func indented(_ text: String) -> String {
    var indented: [UInt8] = []
    indented.reserveCapacity(text.utf8.count + text.utf8.count / 8)
    var isAtStart = true
    for byte in text.utf8 {
      if isAtStart, byte != UInt8(ascii: "\n") { indented.append(contentsOf: [0x20, 0x20]) }
      indented.append(byte)
      isAtStart = byte == UInt8(ascii: "\n")
    }
    return String(decoding: indented, as: UTF8.self)
  }
}

extension ModelDeclaration {
  fileprivate var nested: [ModelDeclaration] {
    switch self {
    case .record(let record): record.nested
    case .union(let union): union.nested
    case .multipart(let form): form.nested
    case .enumeration, .alias: []
    }
  }

  fileprivate var withoutNested: ModelDeclaration {
    switch self {
    case .record(var record):
      record.nested = []
      return .record(record)
    case .union(var union):
      union.nested = []
      return .union(union)
    case .multipart(var form):
      form.nested = []
      return .multipart(form)
    case .enumeration, .alias: return self
    }
  }
}
