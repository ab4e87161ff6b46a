import TemplateEngine

/// The contents of a file together with the modules that it imports.
struct FileView: TemplateView {
  let contents: any TemplateView
  let imports: [String]

  func value(named name: String) -> TemplateValue? {
    switch name {
    case "imports": .texts(imports)
    case "hasImports": .flag(!imports.isEmpty)
    default: contents.value(named: name)
    }
  }
}

/// One view over another: what the first does not know is looked up in the second.
struct LayeredView: TemplateView {
  let upper: any TemplateView
  let lower: any TemplateView

  func value(named name: String) -> TemplateValue? {
    upper.value(named: name) ?? lower.value(named: name)
  }
}

/// Values by name.
struct NamedValues: TemplateView {
  let values: [String: TemplateValue]

  init(_ values: [String: TemplateValue]) {
    self.values = values
  }

  func value(named name: String) -> TemplateValue? { values[name] }
}
