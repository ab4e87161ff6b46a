import SourceDocuments

extension ReadingContext {
  /// Follows a reference where the specification allows one; a node that is none is its own target.
  ///
  /// - Parameter section: The section of `components` where such objects are kept.
  func follow(_ node: SourceNode, section: String, _ importance: Importance = .essential) -> Reference? {
    guard let text = node["$ref"] else {
      let name = componentName(of: node, section: section) ?? aliases(in: section).names[node]
      return Reference(target: node, componentName: name)
    }
    guard let reference = text.string else {
      reportWrongType(text, expected: "a string", importance)
      return nil
    }
    do {
      let first = try loader.resolve(reference, at: text)
      let target = try chainEnd(of: first)
      let name =
        componentName(of: node, section: section) ?? componentName(of: first, section: section)
        ?? componentName(of: target, section: section) ?? aliases(in: section).names[target]
      return describe(Reference(target: target, componentName: name), from: node)
    } catch {
      report(error, importance)
      return nil
    }
  }

  /// Follows the `$ref` of a path item by one step, since fields may stand beside each reference of a chain.
  func followPathItem(_ node: SourceNode) -> SourceNode? {
    guard let text = node["$ref"] else { return nil }
    guard let reference = text.string else {
      reportWrongType(text, expected: "a string")
      return nil
    }
    do {
      // Followed to its end only to learn whether it has one.
      _ = try chainEnd(of: node)
      return try loader.resolve(reference, at: text)
    } catch {
      report(error)
      return nil
    }
  }

  /// Follows a reference that stands where the specification does not provide for one.
  func followMisplaced(_ node: SourceNode, _ importance: Importance = .essential) -> SourceNode? {
    misplacedReferences.append(node["$ref"] ?? node)
    do {
      return try chainEnd(of: node)
    } catch {
      report(error, importance)
      return nil
    }
  }

  /// A text kept in another place: a string of a document, or the whole of a file that is none, such as
  /// Markdown.
  func referencedText(_ node: SourceNode) -> String? {
    do {
      if let text = try prose(of: node) {
        misplacedReferences.append(node["$ref"] ?? node)
        return text
      }
    } catch {
      // Nothing that is generated depends on the text; the warning below says that it is missing.
    }
    misplacedReferences.append(node["$ref"] ?? node, isFollowed: false)
    return nil
  }

  private func prose(of node: SourceNode) throws(DiagnosticError) -> String? {
    var current = node
    for _ in 0..<Self.longestChainOfTexts {
      guard let reference = current["$ref"], let text = reference.string else { return current.string }
      if let prose = try loader.prose(text, at: reference) { return prose }
      current = try loader.resolve(text, at: reference)
    }
    return nil
  }

  private static let longestChainOfTexts = 16

  /// Follows references until something that is none.
  ///
  /// Each part of a chain is remembered with its end, or many chains that share a long one would take long.
  func chainEnd(of node: SourceNode) throws(DiagnosticError) -> SourceNode {
    var chain: [SourceNode] = []
    var visited: Set<SourceNode> = []
    var current = node
    var end: Result<SourceNode, DiagnosticError>?
    while end == nil {
      if let known = chainEnds[current] {
        end = known
      } else if let reference = current["$ref"], let text = reference.string {
        guard visited.insert(current).inserted else {
          end = circle(through: current)
          break
        }
        chain.append(current)
        do {
          current = try loader.resolve(text, at: reference)
        } catch {
          end = .failure(error)
        }
      } else {
        end = .success(current)
      }
    }
    let result = end ?? .success(current)
    for link in chain { chainEnds[link] = result }
    return try result.get()
  }

  /// The loader words the report of a circle.
  private func circle(through node: SourceNode) -> Result<SourceNode, DiagnosticError> {
    do {
      return .success(try loader.resolveChain(node))
    } catch {
      return .failure(error)
    }
  }

  /// Errors about what only documents are warnings.
  func report(_ error: DiagnosticError, _ importance: Importance = .essential) {
    for var diagnostic in error.diagnostics {
      if importance == .documentation { diagnostic.severity = min(diagnostic.severity, .warning) }
      diagnostics.append(diagnostic)
    }
  }

  /// A schema that does not exist is an error, unless any value may stand for it.
  func report(ofMissingSchema error: DiagnosticError) {
    for var diagnostic in error.diagnostics {
      if allowsDanglingReferences, diagnostic.code == "dangling-reference" {
        diagnostic.severity = .warning
        diagnostic.message += "; any JSON stands for it"
      }
      diagnostics.append(diagnostic)
    }
  }

  private func describe(_ reference: Reference, from node: SourceNode) -> Reference {
    var reference = reference
    for member in node.members where member.key != "$ref" && !member.key.hasPrefix("x-") {
      switch member.key {
      case "summary" where dialect >= .openAPI31: reference.summary = member.value.string
      case "description" where dialect >= .openAPI31: reference.description = member.value.string
      case "summary", "description": break
      default: diagnostics.append(.ignoredSibling(member))
      }
    }
    return reference
  }

  /// The components of a section that are nothing but references.
  func aliases(in section: String) -> ComponentAliases {
    if let known = aliasesBySection[section] { return known }
    // An alias is told by references that are followed from inside; they must not ask for it again.
    aliasesBySection[section] = ComponentAliases(nil, in: self)
    let node = self.section(section).map { misplacedTarget(of: $0) ?? $0 }
    let aliases = ComponentAliases(node, in: self)
    aliasesBySection[section] = aliases
    return aliases
  }

  /// The name of a node that stands directly in a section of a document's `components`, or
  /// in what was one in Swagger 2.0.
  private func componentName(of node: SourceNode, section: String) -> String? {
    guard dialect > .swagger20 else {
      guard let parent = node.parent, parent.key == Self.swaggerSection(section) else { return nil }
      return parent.parent != nil && parent.parent?.parent == nil ? node.key : nil
    }
    guard let parent = node.parent, parent.key == section else { return nil }
    guard let components = parent.parent, components.key == "components" else { return nil }
    return components.parent?.parent == nil ? node.key : nil
  }
}

extension Diagnostic {
  fileprivate static func ignoredSibling(_ member: SourceMember) -> Diagnostic {
    .warning(
      "ignored-sibling",
      "'\(member.key)' has no effect beside '$ref'",
      at: member.value,
      advice: "remove it, or define the object here instead of referring to it"
    )
  }
}
