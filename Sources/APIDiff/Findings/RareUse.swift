/// Code that a change breaks although it is additive: what hardly anybody writes of a generated package.
public enum RareUse: String, Sendable, Hashable, CaseIterable {
  /// A function, or initializer, by its full name and without a call: `Order.init(id:total:)`.
  case reference
  /// A switch over all requests of an endpoint without `default`.
  case exhaustiveSwitch = "exhaustive-switch"
  /// A pattern that takes the values out of a request: `case .listOrders(let limit)`.
  case pattern

  /// In words that go on after "unless it".
  var words: String {
    switch self {
    case .reference: "refers to a function by its full name instead of calling it"
    case .exhaustiveSwitch: "switches over all requests without default"
    case .pattern: "takes the arguments out of a request"
    }
  }
}
