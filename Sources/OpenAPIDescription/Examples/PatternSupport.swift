/// What is known of regular expressions in descriptions.
public enum PatternSupport {
  /// Whether a pattern is a regular expression (ECMA-262 §22.2.1) that is matched in linear time: without look-around,
  /// back references and classes by Unicode property.
  public static func isDecidable(_ pattern: String) -> Bool {
    TextPattern(pattern) != nil
  }
}
