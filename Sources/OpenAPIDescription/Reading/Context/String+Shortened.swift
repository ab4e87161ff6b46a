extension String {
  /// The text as a message can hold it: a path of many kilobytes may be named in thousands of messages.
  var shortened: String {
    utf8.count > 120 ? prefix(100) + "…" : self
  }
}
