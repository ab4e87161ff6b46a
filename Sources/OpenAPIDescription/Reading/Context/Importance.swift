/// How much a value of the wrong type matters.
enum Importance {
  /// Nothing sensible can be generated without it.
  case essential
  /// It only documents, so the description is read without it.
  case documentation
}
