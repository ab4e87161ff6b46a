import APIDiff
import SourceDocuments

/// A type of option: how its values look, and how they are read.
struct ConfigurationType<Value: Sendable>: Sendable {
  let shape: ConfigurationShape
  /// Reads a value, or reports why that is not possible and returns nil.
  let read: @Sendable (_ node: SourceNode, _ reading: inout ConfigurationReading) -> Value?

  /// Values that must meet a condition besides.
  ///
  /// - Parameter problem: Says what is wrong with a value, beginning with a verb: "is a keyword of Swift".
  func checked(_ problem: @escaping @Sendable (Value) -> String?) -> ConfigurationType {
    ConfigurationType(shape: shape) { node, reading in
      guard let value = read(node, &reading) else { return nil }
      guard let problem = problem(value) else { return value }
      reading.report(.invalidValue(node, problem))
      return nil
    }
  }
}

extension ConfigurationType where Value == String {
  /// Text that is not empty.
  static let text = text(pattern: nil)

  static func text(pattern: String?) -> ConfigurationType {
    ConfigurationType(shape: .text(pattern: pattern)) { node, reading in
      guard let text = node.string else {
        reading.report(.wrongKind(node, expected: "text"))
        return nil
      }
      guard !text.isEmpty else {
        reading.report(.invalidValue(node, "is empty"))
        return nil
      }
      return text
    }
  }

  /// A version as Semantic Versioning has it, without pre-release and build.
  static let semanticVersion = text(pattern: #"^\d+\.\d+\.\d+$"#).checked { text in
    SemanticVersion(text)?.text == text ? nil : "is no version such as 1.4.0"
  }

  /// A path, relative to the configuration file.
  static let path = ConfigurationType(shape: .text(pattern: nil)) { node, reading in
    text.read(node, &reading).map(reading.resolve)
  }
}

extension ConfigurationType where Value == Int {
  static func integer(from minimum: Int) -> ConfigurationType {
    ConfigurationType(shape: .integer(minimum: minimum)) { node, reading in
      guard let value = node.number?.integer else {
        reading.report(.wrongKind(node, expected: "a whole number"))
        return nil
      }
      guard value >= minimum else {
        reading.report(.invalidValue(node, "is less than \(minimum)"))
        return nil
      }
      return value
    }
  }
}

extension ConfigurationType where Value == Bool {
  static let flag = ConfigurationType(shape: .flag) { node, reading in
    if let flag = node.boolean { return flag }
    reading.report(.wrongKind(node, expected: "true or false"))
    return nil
  }
}

extension ConfigurationType {
  /// One of the cases of an enumeration, by its raw value.
  static func choice(of type: Value.Type) -> ConfigurationType
  where Value: CaseIterable & RawRepresentable, Value.RawValue == String {
    let words = Value.allCases.map(\.rawValue)
    return ConfigurationType(shape: .choice(words)) { node, reading in
      if let value = node.string.flatMap(Value.init) { return value }
      reading.report(.notAChoice(node, among: words))
      return nil
    }
  }

  static func list<Element: Sendable>(of type: ConfigurationType<Element>) -> ConfigurationType
  where Value == [Element] {
    ConfigurationType(shape: .list(of: type.shape)) { node, reading in
      guard node.kind == .array else {
        reading.report(.wrongKind(node, expected: "a list"))
        return nil
      }
      return node.elements.compactMap { type.read($0, &reading) }
    }
  }

  static func map<Element: Sendable>(of type: ConfigurationType<Element>) -> ConfigurationType
  where Value == [String: Element] {
    ConfigurationType(shape: .map(of: type.shape)) { node, reading in
      guard node.kind == .object else {
        reading.report(.wrongKind(node, expected: "an object"))
        return nil
      }
      var values: [String: Element] = [:]
      for member in node.members {
        values[member.key] = type.read(member.value, &reading)
      }
      return values
    }
  }
}
