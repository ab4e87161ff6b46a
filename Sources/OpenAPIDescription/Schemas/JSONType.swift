/// A type of JSON Schema (JSON Schema Validation 2020-12 §6.1.1).
public enum JSONType: String, Sendable, Hashable, CaseIterable {
  case null
  case boolean
  case object
  case array
  case number
  case string
  case integer
}
