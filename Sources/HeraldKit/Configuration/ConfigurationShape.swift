/// What the value of an option looks like.
indirect enum ConfigurationShape: Sendable {
  /// Text; the pattern is a regular expression of JSON Schema.
  case text(pattern: String?)
  /// True or false.
  case flag
  case choice([String])
  case integer(minimum: Int)
  case list(of: ConfigurationShape)
  /// An object with keys of the user's choice.
  case map(of: ConfigurationShape)
  /// An object with these keys only.
  case section([ConfigurationOption])
}
