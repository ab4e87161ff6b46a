import Foundation

nonisolated extension FieldWriter {
  /// One member of a model, as equality and hashing see it.
  nonisolated enum Collected: Hashable {
    case absent
    case null
    case string(String)
    case integer(Int)
    case number(Double)
    case boolean(Bool)
    case date(Date)
    case other(AnyHashable)
  }
}
