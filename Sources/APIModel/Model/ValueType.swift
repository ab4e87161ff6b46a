/// Identifies a type declaration of an ``API``.
public struct TypeID: Sendable, Hashable {
  public var index: Int
}

/// The type of a value wherever one stands: a property, an element, a parameter, a body.
public struct ValueType: Sendable, Hashable {
  public var shape: Shape
  /// Whether `null` is a value of it.
  public var isNullable: Bool

  public init(_ shape: Shape, isNullable: Bool = false) {
    self.shape = shape
    self.isNullable = isNullable
  }

  /// Any JSON value.
  public static let any = ValueType(.any)

  /// Any text.
  public static let text = ValueType(.scalar(Scalar(kind: .string)))

  func nullable(_ isNullable: Bool) -> ValueType {
    ValueType(shape, isNullable: self.isNullable || isNullable)
  }
}

/// What a value is made of.
public indirect enum Shape: Sendable, Hashable {
  case any
  case scalar(Scalar)
  case list(ValueType)
  /// An object whose members all have one type and any name.
  case map(ValueType)
  case declared(TypeID)
}

/// A value without parts.
public struct Scalar: Sendable, Hashable {
  public enum Kind: String, Sendable, Hashable {
    case string, integer, number, boolean
  }

  public var kind: Kind
  /// The `format` as written.
  public var format: String?
  /// The type that a configuration chooses for this place, in the words of the target language.
  public var chosenType: String?
}
