// The values that are made of others, as they are read from a JSON document and written to JSON output.

nonisolated extension Array: JSONComposite {
  init(from json: JSONReader) throws {
    self = try json.elements(Element.self)
  }

  func write(to output: JSONOutput) throws {
    try output.elements(self)
  }
}

nonisolated extension Dictionary: JSONComposite where Key == String {
  init(from json: JSONReader) throws {
    self = try json.members(Value.self)
  }

  func write(to output: JSONOutput) throws {
    try output.object(self)
  }
}

nonisolated extension Optional: JSONComposite {
  init(from json: JSONReader) throws {
    self = json.kind == .null ? nil : try json.value(Wrapped.self)
  }

  func write(to output: JSONOutput) throws {
    if let self { try output.value(self) } else { output.null() }
  }
}

nonisolated extension Nullable: JSONComposite {
  init(from json: JSONReader) throws {
    self = json.kind == .null ? .null : .value(try json.value(Wrapped.self))
  }

  func write(to output: JSONOutput) throws {
    switch self {
    case .null: output.null()
    case .value(let value): try output.value(value)
    }
  }
}

nonisolated extension Box: JSONComposite {
  init(from json: JSONReader) throws {
    self.init(try json.value(Value.self))
  }

  func write(to output: JSONOutput) throws {
    try output.value(value)
  }
}

nonisolated extension JSONValue: JSONComposite {
  init(from json: JSONReader) throws {
    switch json.kind {
    case .null: self = .null
    case .boolean: self = .boolean(try json.boolean())
    case .string: self = .string(try json.string())
    case .array: self = .array(try json.elements(JSONValue.self))
    case .object: self = .object(try json.members(JSONValue.self))
    case .number:
      if let value = json.document.integer(json.index) {
        self = .integer(value)
      } else {
        self = .number(try json.number())
      }
    }
  }

  func write(to output: JSONOutput) throws {
    switch self {
    case .null: output.null()
    case .boolean(let value): output.boolean(value)
    case .integer(let value): try integer(value, output)
    case .number(let value): try output.number(value)
    case .string(let value): output.string(value)
    case .array(let value): try output.elements(value)
    case .object(let value): try output.object(value)
    }
  }

  /// In a comparison, `1` equals `1.0`.
  private func integer(_ value: Int, _ output: JSONOutput) throws {
    if output.isComparing, let number = Double(exactly: value) { return try output.number(number) }
    output.integer(value)
  }
}
