import APIModel

/// Which properties and union members are stored on the heap.
///
/// A value that contains itself needs that to exist at all. Values nested by value also multiply the size of
/// code that copies them, so a large part is boxed too.
struct InlineSizes: Sendable {
  /// A part of a type: a property by position, or a union member by position.
  struct Part: Hashable, Sendable {
    var owner: TypeID
    var position: Int
  }

  /// The largest part that is stored in place, in bytes.
  static let limit = 128

  private(set) var boxed: Set<Part> = []
  private var sizes: [TypeID: Int] = [:]

  /// Everything in place.
  init() {}

  init(_ catalog: TypeCatalog) {
    var inProgress: Set<TypeID> = []
    for declaration in catalog.api.types where sizes[declaration.id] == nil {
      // Depth first with a stack of its own: descriptions can nest types deeper than threads nest calls.
      var stack = [(id: declaration.id, parts: Self.parts(of: declaration.id, catalog), next: 0)]
      inProgress.insert(declaration.id)
      while let (id, parts, next) = stack.last {
        guard next < parts.count else {
          sizes[id] = size(of: id, parts, catalog)
          inProgress.remove(id)
          stack.removeLast()
          continue
        }
        guard case .declared(let child) = catalog.underlying(parts[next]).shape else {
          stack[stack.count - 1].next += 1
          continue
        }
        if inProgress.contains(child) {
          boxed.insert(Part(owner: id, position: next))
        } else if let size = sizes[child] {
          if size > Self.limit { boxed.insert(Part(owner: id, position: next)) }
        } else {
          inProgress.insert(child)
          stack.append((child, Self.parts(of: child, catalog), 0))
          continue
        }
        stack[stack.count - 1].next += 1
      }
    }
  }

  private static func parts(of id: TypeID, _ catalog: TypeCatalog) -> [ValueType] {
    switch catalog.api[id].definition {
    case .record(let record): record.properties.map(\.value)
    case .union(let union): union.members.map(\.value)
    case .alias, .enumeration, .multipart: []
    }
  }

  private func size(of id: TypeID, _ parts: [ValueType], _ catalog: TypeCatalog) -> Int {
    let partSizes = parts.enumerated().map { position, part in
      boxed.contains(Part(owner: id, position: position)) ? 8 : size(of: part, catalog)
    }
    switch catalog.api[id].definition {
    case .record: return partSizes.reduce(8, +)
    case .union: return (partSizes.max() ?? 0) + 8
    case .enumeration: return 16
    case .alias, .multipart: return 16
    }
  }

  private func size(of value: ValueType, _ catalog: TypeCatalog) -> Int {
    switch catalog.underlying(value).shape {
    case .declared(let id): sizes[id] ?? 8
    case .list, .map: 8
    case .scalar, .any: 16
    }
  }
}
