/// What about a message an edit changes. Who is hurt follows from the effect and the direction; how far the
/// receiver puts up with it follows from the facet.
public enum Facet: String, Sendable, Hashable, CaseIterable {
  /// The method, path or server that a message is sent to.
  case address
  /// That something is there at all.
  case presence
  /// Which members, parameters or headers exist; receivers pass over unknown ones.
  case members
  /// Which members exist, where the receiver refuses unknown ones.
  case closedMembers = "closed-members"
  /// Which type of value it is.
  case type
  /// Whether it may be null.
  case null
  /// Which of a list of values it has.
  case values
  /// The only value it can have.
  case constant
  /// Bounds, lengths, patterns and the like, which generated clients do not check in what they read.
  case limits
  /// A format that has a type of its own in Swift, such as `date-time`.
  case format
  /// A format that is only a hint: the value stays a string or a number.
  case formatHint = "format-hint"
  /// The range or precision of a number.
  case precision
  /// Which of the alternatives of a union it is.
  case alternatives
  /// The value that tells the alternatives of a union apart.
  case discriminator
  /// How a value is written.
  case serialization
  /// The media type of a body.
  case mediaType = "media-type"
  /// Whether a client can choose another media type than the one that changed.
  case offeredMediaType = "offered-media-type"
  /// The status of a response.
  case status
  /// Which statuses there are besides those that stay.
  case furtherStatus = "further-status"
  /// Proof of who calls.
  case credentials
  /// What a message means or leads to; its form is as before.
  case meaning
}
