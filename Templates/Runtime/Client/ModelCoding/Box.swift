/// A value on the heap, for types that contain themselves and for members too large to be held inline.
///
/// A box behaves like its value: it is copied on write, compares, hashes and encodes as the value does, and forwards
/// its members, so `box.name` is `box.value.name`.
@dynamicMemberLookup
public nonisolated struct Box<Value> {
  private nonisolated final class Storage {
    var value: Value

    init(_ value: Value) {
      self.value = value
    }
  }

  private var storage: Storage

  /// Puts a value on the heap.
  public init(_ value: Value) {
    storage = Storage(value)
  }

  /// The value.
  public var value: Value {
    get {
      storage.value
    }
    set {
      if isKnownUniquelyReferenced(&storage) {
        storage.value = newValue
      } else {
        storage = Storage(newValue)
      }
    }
  }

  /// A member of the value.
  public subscript<Member>(dynamicMember path: KeyPath<Value, Member>) -> Member {
    value[keyPath: path]
  }

  /// A member of the value.
  public subscript<Member>(dynamicMember path: WritableKeyPath<Value, Member>) -> Member {
    get { value[keyPath: path] }
    set { value[keyPath: path] = newValue }
  }
}

// The storage is written only while nobody else refers to it.
nonisolated extension Box: @unchecked Sendable where Value: Sendable {}

nonisolated extension Box: Equatable where Value: Equatable {
  public static func == (left: Box, right: Box) -> Bool {
    left.storage === right.storage || left.value == right.value
  }
}

nonisolated extension Box: Hashable where Value: Hashable {
  public func hash(into hasher: inout Hasher) {
    hasher.combine(value)
  }
}

nonisolated extension Box: Decodable where Value: Decodable {
  public init(from decoder: any Decoder) throws {
    self.init(try decoder.singleValueContainer().decode(Value.self))
  }
}

nonisolated extension Box: Encodable where Value: Encodable {
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(value)
  }
}

nonisolated extension Box: CustomReflectable {
  public var customMirror: Mirror {
    Mirror(reflecting: value)
  }
}

nonisolated extension Box: TextOutputStreamable {
  public func write<Target: TextOutputStream>(to target: inout Target) {
    print(value, terminator: "", to: &target)
  }
}
