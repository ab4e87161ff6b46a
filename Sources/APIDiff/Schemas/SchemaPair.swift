import OpenAPIDescription

/// Two schemas, or two lists of schemas that hold together, which stand in the same place of a message.
struct SchemaPair {
  /// What makes two pairs the same, so that each is compared once.
  struct Key: Hashable {
    var base: [ObjectIdentifier]
    var revision: [ObjectIdentifier]
    var isNegated: Bool
    var isText: Bool
    var isRepeatable: Bool
  }

  /// A pair inside this one.
  struct Edge {
    var target: Int
    /// The directions in which it is part of the message.
    var directions: Set<MessageDirection>?
  }

  var base: [Schema]
  var revision: [Schema]
  /// Whether the schemas say what is not valid.
  var isNegated: Bool
  /// Whether values are written as text, where `1` may be a string as well as a number.
  var isText: Bool
  /// Whether a list is written as one value after another, so that a single value is a list of one.
  var isRepeatable: Bool
  var edits: [Edit] = []
  var edges: [Edge] = []
  /// The sites that begin here.
  var sites = SiteSet()
}
