import APIModel
import Foundation
import OpenAPIDescription
import SourceDocuments
import SwiftModel
import Testing

@testable import APIDiff
@testable import DiffReports

#if canImport(FoundationXML)
import FoundationXML
#endif

/// Names and values of a description stay text in every format, whatever they hold and however long they are.
struct HostileReportTests {
  /// What means something to HTML, XML, Markdown, SARIF, workflow commands, terminals and shells.
  private static let texts = [
    #"<script>alert(1)</script>"#, #""><img src=x onerror="alert(1)">"#, "]]>", "--> <b>", "a | b | c",
    "`code`` ```",
    "line\nbreak\r\n## Heading\n- item", "tab\there", "::error file=x,line=1::boo", "%0A::error::boo%0D",
    "a,b:c=d",
    "\u{1b}[31mred\u{7}", "\u{0}\u{1}\u{8}\u{7f}\u{9b}31m", "\u{202e}desrever\u{2066}",
    "line\u{2028}separator\u{85}",
    "[link](https://example.com) ![x](0) [y](1)", "@everyone #1 https://example.com",
    "$(reboot) `reboot` ; exit",
    "{0} {{1}} \\ \\n", "&amp;&lt;", "\u{FFFE}\u{FFFF}", String(repeating: "long ", count: 4000),
    String(repeating: "x", count: 20_000),
  ]

  /// Every text as a name of each kind, as a value, and as a documented text.
  private static func document(isNew: Bool) throws -> String {
    var schemas: [String: Any] = [:]
    var paths: [String: Any] = [:]
    for (number, text) in texts.enumerated() {
      let name = "S\(number)"
      var unknown: [String: Any] = ["type": "string"]
      if isNew { unknown["xml"] = ["name": text] }
      let limit: [String: Any] = [
        "type": "string", "pattern": isNew ? text : "a", "default": isNew ? text : "b",
      ]
      var properties: [String: Any] = ["limit": limit, "unknown": unknown]
      properties[text] = ["type": isNew ? "integer" : "string"]
      properties["kind"] = ["type": "string", "enum": isNew ? ["a", text] : ["a"]] as [String: Any]
      if isNew { properties["new " + text] = ["type": "string"] }
      schemas[name] = ["type": "object", "properties": properties, "title": text]
      let content: [String: Any] = ["application/json": ["schema": ["$ref": "#/components/schemas/\(name)"]]]
      let parameter: [String: Any] = [
        "name": text, "in": "query", "required": isNew, "schema": ["type": "string"],
      ]
      let operation: [String: Any] = [
        "operationId": isNew ? text : "old " + text,
        "tags": [text + (isNew ? "!" : "")],
        "summary": isNew ? text : "",
        "parameters": [parameter],
        "requestBody": ["content": content],
        "responses": ["200": ["description": text, "content": content] as [String: Any]],
      ]
      paths["/p\(number)/" + text.filter { !"{}".contains($0) }] = ["post": operation]
    }
    let document: [String: Any] = [
      "openapi": "3.1.0", "info": ["title": texts[0] + texts[6], "version": texts[9]], "paths": paths,
      "servers": [["url": "https://example.com", "description": texts[isNew ? 0 : 1]]],
      "components": ["schemas": schemas],
    ]
    let data = try JSONSerialization.data(withJSONObject: document, options: [.sortedKeys, .prettyPrinted])
    return String(decoding: data, as: UTF8.self)
  }

  private static let report: Result<DiffReport, any Error> = Result {
    let path = "dir/\u{1b}[31m,a:b%0A<i>.json"
    let documents = try [false, true].map { isNew in
      let loader = DocumentLoader(files: InMemoryFiles([path: try document(isNew: isNew)]))
      let read = OpenAPIReader.readDespiteErrors(try loader.load(path), loader: loader)
      return try #require(read.document, "\(read.diagnostics.items.map(\.message))")
    }
    let interfaces = try documents.map { document in
      let built = APIBuilder.build(document)
      let api = try #require(built.api, "\(built.diagnostics.items.map(\.message))")
      let options = SwiftOptions(moduleName: "Sample")
      return InterfaceBuilder.interface(
        of: SwiftPackageBuilder.build(api, options: options, scope: .interface).package
      )
    }
    let difference = DescriptionComparison.compare(
      documents[0],
      documents[1],
      interfaces: (interfaces[0], interfaces[1])
    )
    let inputs = documents.map {
      DiffReport.Input(name: path, specification: "3.1.0", title: $0.info.title, version: $0.info.version)
    }
    let accepted = zip(difference.findings, texts.filter { $0.count < 200 }).map { ($0.id, $1) }
    return DiffReport(
      tool: "1.0.0",
      base: inputs[0],
      revision: inputs[1],
      difference: difference,
      accepted: Dictionary(accepted) { first, _ in first },
      showsAll: true
    )
  }

  private func lines(_ format: ReportFormat, color: Bool = false) throws -> [Substring] {
    let report = try Self.report.get()
    #expect(report.difference.findings.count > Self.texts.count * 5)
    let text = report.text(as: format, color: color)
    for finding in report.difference.findings { #expect(text.contains(finding.id)) }
    return text.split(separator: "\n", omittingEmptySubsequences: false)
  }

  /// Nothing moves the cursor or turns the text around.
  private func expectPlain(_ lines: [Substring], besides allowed: Set<Unicode.Scalar> = []) {
    for line in lines {
      let strange = line.unicodeScalars.filter { scalar in
        !allowed.contains(scalar) && TerminalText.escaped(String(scalar)) != String(scalar)
      }
      #expect(strange.isEmpty, "\(line.prefix(200).debugDescription)")
    }
  }

  @Test func text() throws {
    let lines = try lines(.text)
    expectPlain(lines)
    let longest = lines.max { $0.count < $1.count } ?? ""
    #expect(longest.count < 5000, "\(longest.count): \(longest.prefix(400))")
    // Of a report in colors, nothing is marked up that is not when the same text has no escapes.
    let colored = try self.lines(.text, color: true).joined(separator: "\n")
    let codes = colored.split(separator: "\u{1b}", omittingEmptySubsequences: false).dropFirst()
    #expect(
      codes.allSatisfy { code in
        ["[0m", "[1m", "[2m", "[32m", "[1;31m", "[1;33m"].contains(where: code.hasPrefix)
      }
    )
    #expect(!colored.contains("\u{1b}[31m"))
  }

  @Test func markdown() throws {
    let report = try Self.report.get()
    let lines = try lines(.markdown)
    expectPlain(lines)
    #expect(lines.count { $0.hasPrefix("- ") } == report.difference.findings.count)
    let starts = ["## ", "### ", "- ", "  - ", "  <!-- ", "**", "Besides, "]
    #expect(lines.allSatisfy { line in line.isEmpty || starts.contains(where: line.hasPrefix) })
    #expect(lines.count { $0.hasPrefix("## ") } == 1)
    for line in lines where !line.hasPrefix("  <!-- ") {
      // Outside of code, no sign of a tag or link is left as it is.
      let prose = Self.withoutCode(line)
      #expect(
        !prose.contains("](") && !prose.contains("<script") && !prose.contains("<img"),
        "\(line.prefix(300))"
      )
    }
  }

  /// A line without spans of code and escaped signs, as CommonMark reads them.
  private static func withoutCode(_ line: Substring) -> String {
    var result = ""
    var rest = line
    while let first = rest.first {
      if first == "\\" {
        rest = rest.dropFirst(2)
        continue
      }
      guard first == "`" else {
        result.append(first)
        rest = rest.dropFirst()
        continue
      }
      let fence = rest.prefix { $0 == "`" }
      rest = rest.dropFirst(fence.count)
      var found = false
      while !found, !rest.isEmpty {
        rest = rest.drop { $0 != "`" }
        let run = rest.prefix { $0 == "`" }
        rest = rest.dropFirst(run.count)
        found = run.count == fence.count
      }
      #expect(found, "a span of code is not closed: \(line.prefix(200))")
    }
    return result
  }

  @Test(arguments: [ReportFormat.json, .sarif])
  func json(format: ReportFormat) throws {
    let report = try Self.report.get()
    let text = try lines(format).joined(separator: "\n")
    let object = try #require(JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    let results = (object["runs"] as? [[String: Any]])?.first?["results"] ?? object["findings"]
    let findings = try #require(results as? [[String: Any]])
    #expect(findings.count == report.difference.findings.count)
    if format == .json {
      // Programs get all of it.
      let titles = findings.compactMap { $0["title"] as? String }
      #expect(titles == report.difference.findings.map(\.title))
    } else {
      let messages = findings.compactMap { ($0["message"] as? [String: Any])?["text"] as? String }
      #expect(messages.count == findings.count && !messages.contains { $0.contains("](") })
    }
  }

  @Test func github() throws {
    let report = try Self.report.get()
    let lines = try lines(.github).dropLast()
    expectPlain(Array(lines))
    #expect(lines.count == report.difference.findings.count)
    for line in lines {
      let parts = line.split(separator: "::", maxSplits: 2, omittingEmptySubsequences: false)
      let head = try #require(parts.dropFirst().first).split(separator: " ", maxSplits: 1)
      #expect(["error", "warning", "notice"].contains(head[0]))
      let properties = head[1].split(separator: ",").map { $0.prefix { $0 != "=" } }
      #expect(properties == ["file", "line", "col", "title"])
      #expect(!line.contains("%0A") && !line.contains("%0D"))
    }
  }

  @Test func junit() throws {
    let report = try Self.report.get()
    let lines = try lines(.junit)
    let counter = ElementCounter()
    let parser = XMLParser(data: Data(lines.joined(separator: "\n").utf8))
    parser.delegate = counter
    #expect(parser.parse(), "\(parser.parserError.map { "\($0)" } ?? "") in line \(parser.lineNumber)")
    #expect(counter.counts["testcase"] == report.difference.findings.count)
    #expect(Set(counter.counts.keys) == ["testsuites", "testsuite", "testcase", "failure", "system-out"])
  }

  private final class ElementCounter: NSObject, XMLParserDelegate {
    var counts: [String: Int] = [:]

    func parser(
      _ parser: XMLParser,
      didStartElement name: String,
      namespaceURI: String?,
      qualifiedName: String?,
      attributes: [String: String] = [:]
    ) {
      counts[name, default: 0] += 1
    }
  }

  @Test func html() throws {
    let report = try Self.report.get()
    let page = try lines(.html).joined(separator: "\n")
    let elements = page.split(separator: "<").dropFirst().map { $0.prefix { !" >\n".contains($0) } }
    let known: Set<Substring> = [
      "!doctype", "html", "head", "meta", "title", "style", "body", "header", "h1", "h2", "p", "code", "dl",
      "div", "dt",
      "dd", "form", "label", "select", "option", "input", "output", "main", "article", "span", "ul", "li",
      "b", "table",
      "tr", "th", "td", "details", "summary", "figure", "figcaption", "pre", "i", "a", "footer", "script",
    ]
    let names = Set(elements.map { $0.hasPrefix("/") ? $0.dropFirst() : $0 })
    // The script compares numbers.
    #expect(names.subtracting(known).filter { $0.first?.isLetter ?? false } == [])
    #expect(elements.count { $0 == "script" } == 1)
    #expect(elements.count { $0 == "article" } == report.difference.findings.count)
    #expect(elements.count { $0 == "article" } == elements.count { $0 == "/article" })
    #expect(!page.contains("onerror=\""))
  }
}
