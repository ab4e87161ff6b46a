/// What may be fetched from other machines, and how much of it.
struct FetchRules: Sendable {
  /// The most seconds for one document, redirections included.
  var timeLimit = 30
  /// The most bytes of one document.
  var sizeLimit = 64 << 20
  /// The most redirections on the way to one document.
  var redirectionLimit = 5

  /// Why an address must not be asked; nil when it may be.
  func refusal(of scheme: String?) -> String? {
    scheme?.lowercased() == "https" ? nil : "only https is allowed"
  }

  /// Why an answer must not be read; nil when it may be.
  func refusal(ofStatus status: Int) -> String? {
    status == 200 ? nil : "the server answered \(status)"
  }

  /// Why no more must be read; nil when there may be more.
  func refusal(ofSize bytes: Int) -> String? {
    bytes <= sizeLimit ? nil : "it is larger than \(sizeLimit >> 20) MiB"
  }
}
