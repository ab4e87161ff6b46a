import SourceDocuments

/// Loads text as a file of that name.
func load(_ text: String, as path: String) throws(DiagnosticError) -> SourceNode {
  try DocumentLoader().load(text: Array(text.utf8), path: path).root
}

func json(_ text: String) throws(DiagnosticError) -> SourceNode {
  try load(text, as: "test.json")
}

func yaml(_ text: String) throws(DiagnosticError) -> SourceNode {
  try load(text, as: "test.yaml")
}

/// The diagnostics of bytes that cannot be loaded; none when they can.
func diagnostics(of bytes: [UInt8], as path: String) -> [Diagnostic] {
  do {
    _ = try DocumentLoader().load(text: bytes, path: path)
    return []
  } catch {
    return error.diagnostics
  }
}

/// `line:column code` of everything that is wrong with a text.
func mistakes(in text: String, as path: String) -> [String] {
  diagnostics(of: Array(text.utf8), as: path).map(summary)
}

func summary(_ diagnostic: Diagnostic) -> String {
  guard let location = diagnostic.location else { return diagnostic.code }
  return "\(location.line):\(location.column) \(diagnostic.code)"
}
