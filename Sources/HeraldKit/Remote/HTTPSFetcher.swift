import SourceDocuments

/// Fetches documents over https with curl, one after the other, within ``FetchRules``. No cookies, credentials,
/// caches or settings of the user are used.
struct HTTPSFetcher: RemoteFetching {
  var rules = FetchRules()

  func fetch(_ address: String) throws(RemoteFailure) -> RemoteText {
    let scheme = address.firstIndex(of: ":").map { String(address[..<$0]) }
    if let refusal = rules.refusal(of: scheme) { throw RemoteFailure(refusal) }
    let answer: ChildProcess
    do {
      answer = try ChildProcess.run("curl", arguments(address), outputLimit: rules.sizeLimit + 65_536)
    } catch {
      throw RemoteFailure("curl cannot be run: \(error.reason)")
    }
    return try read(answer)
  }

  private func arguments(_ address: String) -> [String] {
    [
      "--disable", "--silent", "--show-error", "--globoff", "--location",
      "--proto", "=https", "--proto-redir", "=https",
      "--max-redirs", String(rules.redirectionLimit),
      "--max-time", String(rules.timeLimit),
      "--max-filesize", String(rules.sizeLimit),
      "--write-out", #"\n%{http_code} %{url_effective}"#,
      "--url", address,
    ]
  }

  /// The document in front of the line that `--write-out` adds.
  private func read(_ answer: ChildProcess) throws(RemoteFailure) -> RemoteText {
    if let refusal = rules.refusal(ofSize: answer.output.count - 65_536) { throw RemoteFailure(refusal) }
    guard answer.exitCode == 0 else { throw RemoteFailure(reason(of: answer)) }
    guard let end = answer.output.lastIndex(of: UInt8(ascii: "\n")) else {
      throw RemoteFailure("there is no answer")
    }
    let words = answer.output[(end + 1)...].split(separator: UInt8(ascii: " "), maxSplits: 1)
      .map { String(decoding: $0, as: UTF8.self) }
    guard words.count == 2, let status = Int(words[0]) else { throw RemoteFailure("there is no answer") }
    let bytes = Array(answer.output[..<end])
    if let refusal = rules.refusal(ofStatus: status) ?? rules.refusal(ofSize: bytes.count) {
      throw RemoteFailure(refusal)
    }
    return RemoteText(address: words[1], bytes: bytes)
  }

  /// What curl's exit codes mean here; else what it said.
  private func reason(of answer: ChildProcess) -> String {
    switch answer.exitCode {
    case 1: return "the server redirects to an address without https"
    case 28: return "it took longer than \(rules.timeLimit) seconds"
    case 47: return "there are more than \(rules.redirectionLimit) redirections"
    case 63: return "it is larger than \(rules.sizeLimit >> 20) MiB"
    default:
      let line = answer.errors.split(whereSeparator: \.isNewline).first ?? "curl failed"
      // `curl: (6) Could not resolve host: example.org`
      return line.split(separator: ") ", maxSplits: 1).last.map(String.init) ?? String(line)
    }
  }
}
