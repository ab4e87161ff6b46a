import TemplateEngine
import Testing

/// A view made of a dictionary.
private struct Values: TemplateView {
  let values: [String: TemplateValue]
  init(_ values: [String: TemplateValue] = [:]) { self.values = values }
  func value(named name: String) -> TemplateValue? { values[name] }
}

private func render(
  _ text: String,
  _ values: [String: TemplateValue] = [:],
  partials: [String: String] = [:]
) throws -> String {
  let library = try TemplateLibrary(partials.merging(["main": text]) { $1 })
  return String(decoding: try #require(library.render("main", with: Values(values))), as: UTF8.self)
}

@Suite struct VariableTests {
  @Test func textIsFilledInAsItIs() throws {
    #expect(try render("a {{x}}, {{ x }}!", ["x": .text("<\"&\">")]) == "a <\"&\">, <\"&\">!")
  }

  @Test func unknownNamesAreEmpty() throws {
    #expect(try render("({{x}})") == "()")
    #expect(try render("({{x}})", ["x": .flag(true)]) == "()")
  }

  @Test func aVariableAloneKeepsItsLine() throws {
    #expect(try render("  {{x}}\n", ["x": .text("1\n2")]) == "  1\n2\n")
  }

  @Test func bracesAloneAreText() throws {
    #expect(try render("{ } {x} }} {") == "{ } {x} }} {")
  }
}

@Suite struct SectionTests {
  @Test func flagsDecide() throws {
    let text = "{{#x}}yes{{/x}}{{^x}}no{{/x}}"
    #expect(try render(text, ["x": .flag(true)]) == "yes")
    #expect(try render(text, ["x": .flag(false)]) == "no")
    #expect(try render(text) == "no")
    #expect(try render(text, ["x": .texts([])]) == "no")
    #expect(try render(text, ["x": .views([])]) == "no")
    #expect(try render(text, ["x": .optional(nil as String?)]) == "no")
    #expect(try render(text, ["x": .text("")]) == "yes")
  }

  @Test func listsRepeatAndKnowTheirEnds() throws {
    let text = "{{#x}}{{#first()}}[{{/first()}}{{.}}{{^last()}}, {{/last()}}{{#last()}}]{{/last()}}{{/x}}"
    #expect(try render(text, ["x": .texts(["a", "b", "c"])]) == "[a, b, c]")
    #expect(try render(text, ["x": .texts(["a"])]) == "[a]")
  }

  @Test func theEndsOfAnOuterListComeBack() throws {
    let inner = { TemplateValue.view(Values(["y": .texts(["1", "2"]), "n": .text($0)])) }
    guard case .view(let a) = inner("a"), case .view(let b) = inner("b") else { return }
    let text = "{{#x}}{{n}}{{#y}}{{.}}{{/y}}{{^last()}};{{/last()}}{{/x}}"
    #expect(try render(text, ["x": .views([a, b])]) == "a12;b12")
  }

  @Test func namesAreFoundInSurroundingViews() throws {
    let inner = Values(["b": .text("B"), "hidden": .none])
    let values: [String: TemplateValue] = ["a": .text("A"), "hidden": .text("H"), "x": .view(inner)]
    #expect(try render("{{#x}}{{a}}{{b}}{{#hidden}}!{{/hidden}}{{/x}}{{b}}", values) == "AB")
  }

  @Test func sectionsOfTheSameNameNest() throws {
    #expect(try render("{{#x}}1{{#x}}2{{/x}}3{{/x}}", ["x": .flag(true)]) == "123")
  }
}

@Suite struct StandaloneTests {
  @Test func tagsAloneTakeTheirLineWithThem() throws {
    let text = "a\n  {{#x}}\nb\n  {{/x}}  \nc\n{{! comment }}\nd"
    #expect(try render(text, ["x": .flag(true)]) == "a\nb\nc\nd")
  }

  @Test func firstAndLastLinesCount() throws {
    #expect(try render("{{#x}}\na\n{{/x}}", ["x": .flag(true)]) == "a\n")
    #expect(try render("{{#x}}\r\na\r\n{{/x}}\r\nb", ["x": .flag(true)]) == "a\r\nb")
  }

  @Test func tagsBesideTextKeepIt() throws {
    #expect(try render("a {{#x}}\nb{{/x}}\n", ["x": .flag(true)]) == "a \nb\n")
    #expect(try render(" {{#x}}{{/x}} \n", ["x": .flag(true)]) == "  \n")
  }
}

@Suite struct PartialTests {
  @Test func partialsSeeTheSameNames() throws {
    #expect(try render("[{{> p}}]", ["x": .text("1")], partials: ["p": "{{x}}!"]) == "[1!]")
  }

  @Test func aPartialAloneIsIndentedAndWhatItFillsInIsNot() throws {
    let partial = "{\n{{#x}}\n  {{.}},\n{{/x}}\n\n}\n"
    let expected = "a\n  {\n    1\n2,\n    3,\n\n  }\nb\n"
    #expect(
      try render("a\n  {{> p}}\nb\n", ["x": .texts(["1\n2", "3"])], partials: ["p": partial]) == expected
    )
  }

  @Test func indentationAddsUp() throws {
    let partials = ["outer": "o\n  {{> inner}}\n", "inner": "i\nj\n"]
    #expect(try render("  {{> outer}}\n", partials: partials) == "  o\n    i\n    j\n")
  }
}

@Suite struct TemplateMistakeTests {
  private func mistakes(_ texts: [String: String]) -> [TemplateSyntaxError] {
    do {
      _ = try TemplateLibrary(texts)
      return []
    } catch {
      return error.mistakes.map(\.error)
    }
  }

  @Test(
    arguments: [
      ("ab{{x", .unclosedTag, 2),
      ("a{{ }}", .emptyTag, 1),
      ("a{{#}}", .emptyTag, 1),
      ("{{#x}}\n", .unclosedSection("x"), 0),
      ("a{{/x}}", .unexpectedEnd(of: "x", open: nil), 1),
      ("{{#y}}{{/x}}", .unexpectedEnd(of: "x", open: "y"), 6),
      ("é{{{x}}}", .unsupportedTag("{x"), 2),
      ("{{=<% %>=}}", .unsupportedTag("=<% %>="), 0),
      ("a {{> p}}", .unknownPartial("p"), 2),
      ("a {{> main}}", .recursivePartial("main"), 2),
    ] as [(String, TemplateSyntaxError.Reason, Int)]
  )
  func mistakesAreFoundWhereTheyStand(_ text: String, _ reason: TemplateSyntaxError.Reason, _ offset: Int) {
    let found = mistakes(["main": text])
    #expect(found.map(\.reason) == [reason])
    #expect(found.map(\.offset) == [offset])
  }

  @Test func templatesThatIncludeOneAnotherAreFound() {
    #expect(mistakes(["a": "{{> b}}", "b": "  {{> a}}\n"]).count == 2)
  }

  @Test func everyTemplateIsReported() {
    #expect(mistakes(["a": "{{#x}}", "b": "{{/x}}", "c": "fine"]).count == 2)
  }
}
