/// Thrown at a pattern that is no regular expression, or one beyond what is understood here.
struct UnsupportedPattern: Error {}
