/// Fills in a template, writing bytes in one pass.
struct TemplateRenderer {
  let library: TemplateLibrary
  private(set) var output: [UInt8] = []
  /// The views around the current place, the innermost last.
  private var views: [any TemplateView] = []
  /// What `{{.}}` is.
  private var item: String?
  private var isFirst = true
  private var isLast = true

  init(library: TemplateLibrary) {
    self.library = library
    output.reserveCapacity(4096)
  }

  mutating func render(_ template: Template, with view: any TemplateView) {
    views.append(view)
    run(template.instructions, in: template.instructions.indices)
    views.removeLast()
  }

  private mutating func run(_ instructions: [Template.Instruction], in range: Range<Int>) {
    var index = range.lowerBound
    while index < range.upperBound {
      switch instructions[index] {
      case .literal(let bytes): output.append(contentsOf: bytes)
      case .variable(let name): if case .text(let text)? = value(named: name) { append(text) }
      case .item: if let item { append(item) }
      case .section(let condition, let isInverted, let end):
        let body = (index + 1)..<end
        if isInverted {
          if isEmpty(condition) { run(instructions, in: body) }
        } else {
          renderSection(condition, instructions, body)
        }
        index = end
        continue
      case .partial(let name, let indentation, _): renderPartial(name, indentation)
      }
      index += 1
    }
  }

  private mutating func append(_ text: String) {
    output.append(contentsOf: text.utf8)
  }

  private func value(named name: String) -> TemplateValue? {
    for view in views.reversed() {
      if let value = view.value(named: name) { return value }
    }
    return nil
  }

  // MARK: - Sections

  private mutating func renderSection(
    _ condition: Template.Condition,
    _ instructions: [Template.Instruction],
    _ body: Range<Int>
  ) {
    switch condition {
    case .item: if item != nil { run(instructions, in: body) }
    case .first: if isFirst { run(instructions, in: body) }
    case .last: if isLast { run(instructions, in: body) }
    case .name(let name):
      switch value(named: name) {
      case nil: break
      case .flag(let flag): if flag { run(instructions, in: body) }
      case .text(let text):
        let outer = item
        item = text
        run(instructions, in: body)
        item = outer
      case .view(let view):
        views.append(view)
        run(instructions, in: body)
        views.removeLast()
      case .texts(let texts):
        let outer = (item, isFirst, isLast)
        for (index, text) in texts.enumerated() {
          (item, isFirst, isLast) = (text, index == 0, index == texts.count - 1)
          run(instructions, in: body)
        }
        (item, isFirst, isLast) = outer
      case .views(let list):
        let outer = (isFirst, isLast)
        for (index, view) in list.enumerated() {
          (isFirst, isLast) = (index == 0, index == list.count - 1)
          views.append(view)
          run(instructions, in: body)
          views.removeLast()
        }
        (isFirst, isLast) = outer
      }
    }
  }

  private func isEmpty(_ condition: Template.Condition) -> Bool {
    switch condition {
    case .item: item == nil
    case .first: !isFirst
    case .last: !isLast
    case .name(let name):
      switch value(named: name) {
      case nil: true
      case .flag(let flag): !flag
      case .text, .view: false
      case .texts(let texts): texts.isEmpty
      case .views(let views): views.isEmpty
      }
    }
  }

  private mutating func renderPartial(_ name: String, _ indentation: String) {
    guard let template = library.partial(name, indentation: indentation) else { return }
    run(template.instructions, in: template.instructions.indices)
  }
}
