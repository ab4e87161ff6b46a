import OpenAPIDescription
import SourceDocuments

/// Makes forms of the types that are sent as several parts.
///
/// A type that is only sent that way becomes a form itself; one that is JSON elsewhere gets a form beside it. Which
/// of the two it is, is known only when all operations have been lowered and the directions of types marked.
struct MultipartFormBuilder {
  let lowering: SchemaLowering
  private var table: TypeTable { lowering.table }

  init(lowering: SchemaLowering) {
    self.lowering = lowering
  }

  /// Defines the forms, and has the bodies mention them.
  func build(in services: inout [Service]) {
    var bodies: [TypeID: [MediaType]] = [:]
    for (media, value) in table.multipartBodies {
      if let id = table.underlying(value).declaredID, record(of: id) != nil {
        bodies[id, default: []].append(media)
      } else if let schema = media.schema {
        lowering.report(.untypedParts(media, schema))
      }
    }
    var forms: [SourceNode: TypeID] = [:]
    for id in bodies.keys.sorted(by: { $0.index < $1.index }) {
      guard let record = record(of: id) else { continue }
      // Bodies that share a schema share its form where they write it alike.
      var known: [[EncodingSignature]: TypeID] = [:]
      let wasUsed = !table.declarations[id.index].usage.isEmpty
      for media in bodies[id] ?? [] {
        let signature = media.encoding.map(EncodingSignature.init)
        let isBeside = wasUsed || !known.isEmpty
        let form = known[signature] ?? form(of: record, for: id, media.encoding, isBeside: isBeside)
        known[signature] = form
        forms[media.origin] = form
      }
    }
    for service in services.indices {
      for operation in services[service].operations.indices {
        replace(in: &services[service].operations[operation].requestBody, by: forms)
      }
    }
  }

  private func replace(in body: inout RequestBody?, by forms: [SourceNode: TypeID]) {
    for index in body?.contents.indices ?? 0..<0 {
      guard let content = body?.contents[index], case .multipart(.some, let subtype) = content.kind else {
        continue
      }
      body?.contents[index].kind = .multipart(forms[content.origin], subtype: subtype)
    }
  }

  /// The object whose members are the parts; nil for a type that is no object.
  private func record(of id: TypeID) -> Record? {
    switch table.declarations[id.index].definition {
    case .record(let record) where !record.isTuple: return record
    case .union(let union):
      var records: [Record] = []
      for member in union.members {
        guard let id = table.underlying(member.value).declaredID,
          case .record(let record) = table.declarations[id.index].definition, !record.isTuple
        else { return nil }
        records.append(record)
      }
      return Record(alternatives: records)
    default: return nil
    }
  }

  /// The form of an object.
  ///
  /// - Parameter isBeside: Whether the type is something else already, and the form stands beside it.
  private func form(
    of record: Record,
    for id: TypeID,
    _ encoding: [Encoding],
    isBeside: Bool
  ) -> TypeID {
    let declaration = table.declarations[id.index]
    let parts = record.properties.map { part(of: $0, encoding) }
    for encoding in encoding
    where parts.contains(where: { $0.name == encoding.propertyName && hasEffect(encoding, $0) }) {
      lowering.report(.styleOfPart(encoding))
    }
    let form = MultipartForm(
      parts: parts,
      allowsAdditionalParts: record.additionalProperties != nil
    )
    for keyword in ConstraintReader.assertedKeywords(of: declaration.schema) {
      lowering.report(.uncheckedOnParts(keyword, declaration.schema))
    }
    if isBeside { return table.declare(form: form, beside: id) }
    table.define(.multipart(form), of: id)
    return id
  }

  /// Whether a style would have the part written otherwise than it is: `form` leaves files and single values as they are,
  /// and repeats lists.
  private func hasEffect(_ encoding: Encoding, _ part: MultipartPart) -> Bool {
    guard let style = encoding.style ?? (encoding.explode == nil ? nil : .form), part.content != .file else {
      return false
    }
    guard style == .form else { return true }
    return part.isRepeated ? encoding.explode == false : !isSingle(part)
  }

  private func isSingle(_ part: MultipartPart) -> Bool {
    guard case .value(let value) = part.content else { return true }
    switch table.underlying(value).shape {
    case .scalar: return true
    case .declared(let id): return table.declarations[id.index].isEnumeration
    case .any, .list, .map: return false
    }
  }

  private func part(of property: RecordProperty, _ encodings: [Encoding]) -> MultipartPart {
    let encoding = encodings.first { $0.propertyName == property.name }
    let (content, isRepeated) = content(of: property, encoding?.contentType)
    if isRepeated, let encoding, !encoding.headers.isEmpty { lowering.report(.headersOfParts(encoding)) }
    return MultipartPart(
      name: property.name,
      content: content,
      memberType: property.value,
      mentions: property.mentions,
      isRepeated: isRepeated,
      isRequired: property.isRequired,
      contentType: encoding?.contentType,
      headers: isRepeated ? [] : (encoding?.headers ?? []).compactMap { header(of: $0, name: property.name) },
      schema: property.schema,
      description: property.description,
      isDeprecated: property.isDeprecated,
      origins: property.origins
    )
  }

  private func content(
    of property: RecordProperty,
    _ contentType: String?
  ) -> (content: MultipartPart.Content, isRepeated: Bool) {
    let schema = lowering.resolved(property.schema)
    // One file or several.
    let members = schema.oneOf + schema.anyOf
    if !members.isEmpty, members.allSatisfy({ isFile($0, contentType) || isListOfFiles($0, contentType) }) {
      return (.file, members.contains { isListOfFiles($0, contentType) })
    }
    if isFile(schema, contentType) { return (.file, false) }
    if isListOfFiles(schema, contentType) { return (.file, true) }
    if case .list(let element) = table.underlying(property.value).shape { return (.value(element), true) }
    return (.value(property.value), false)
  }

  private func isListOfFiles(_ schema: Schema, _ contentType: String?) -> Bool {
    let schema = lowering.resolved(schema)
    return schema.isArray && (schema.items.map { isFile($0, contentType) } ?? false)
  }

  /// Bytes, and strings that the encoding gives a media type other than text and JSON.
  private func isFile(_ schema: Schema, _ contentType: String?) -> Bool {
    if lowering.isBinary(schema) { return true }
    guard let contentType, lowering.resolved(schema).scalar?.kind == .string else { return false }
    let essence = contentType.prefix { $0 != ";" && $0 != "," }.lowercased()
    return !essence.hasPrefix("text/") && !essence.hasSuffix("json")
  }

  private func header(of header: Header, name: String) -> MultipartPartHeader? {
    guard header.name.lowercased() != "content-type" else { return nil }
    var value = ValueType(.scalar(Scalar(kind: .string)))
    if let scalar = header.schema.flatMap({ lowering.resolved($0).scalar }) {
      value = ValueType(.scalar(scalar))
    }
    return MultipartPartHeader(
      name: header.name,
      value: value,
      isRequired: header.isRequired,
      description: header.description
    )
  }
}

extension SchemaLowering {
  /// Whether values of a schema are bytes as they are: a binary string, or something without a type.
  func isBinary(_ schema: Schema) -> Bool {
    let schema = resolved(schema)
    if schema.boolean != nil { return true }
    if schema.contentEncoding != nil, schema.contentEncoding != "binary" { return false }
    let isUntyped = schema.types.isEmpty && !schema.isStructural
    if schema.format == "binary" || schema.contentEncoding == "binary" { return true }
    if let mediaType = schema.contentMediaType, isUntyped || schema.scalar?.kind == .string {
      return !mediaType.hasPrefix("text/") && !mediaType.hasSuffix("json")
    }
    return isUntyped
  }
}

/// What encodings have to have in common for two bodies to be written alike.
private struct EncodingSignature: Hashable {
  let propertyName: String
  let contentType: String?
  let headers: [String]

  init(_ encoding: Encoding) {
    propertyName = encoding.propertyName
    contentType = encoding.contentType
    headers = encoding.headers.map { $0.name.lowercased() }.sorted()
  }
}

extension SourceDocuments.Diagnostic {
  fileprivate static func untypedParts(_ media: MediaType, _ schema: Schema) -> Diagnostic {
    .warning(
      "unsupported-content",
      "the parts of '\(media.name)' are generated without their types, since no object names them",
      at: schema.origin,
      advice: "pass the parts as a MultipartBody"
    )
  }

  fileprivate static func headersOfParts(_ encoding: Encoding) -> Diagnostic {
    .warning(
      "unsupported-construct",
      "the headers of the parts '\(encoding.propertyName)' are not generated, since there may be several parts",
      at: encoding.origin["headers"] ?? encoding.origin,
      advice: "set the headers of each MultipartFile"
    )
  }

  fileprivate static func styleOfPart(_ encoding: Encoding) -> Diagnostic {
    .warning(
      "unsupported-construct",
      "the part '\(encoding.propertyName)' is written without 'style', 'explode' and 'allowReserved': lists are repeated, "
        + "objects are JSON",
      at: encoding.origin,
      advice: "describe the part with 'contentType'"
    )
  }

  fileprivate static func uncheckedOnParts(_ keyword: String, _ schema: Schema) -> Diagnostic {
    .warning(
      "unsupported-keyword",
      "'\(keyword)' is not checked where the object is sent as several parts",
      at: schema.origin[keyword] ?? schema.origin,
      advice: "check it in the handler"
    )
  }
}

extension TypeDeclaration {
  fileprivate var isEnumeration: Bool {
    if case .enumeration = definition { true } else { false }
  }
}
