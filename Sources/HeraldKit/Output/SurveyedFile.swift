/// One path of the output folder: what was generated for it, and what stands there.
struct SurveyedFile: Sendable, Hashable {
  let path: RelativePath
  let state: OutputState
  /// The generated content; nil when the file is no longer generated.
  let generated: [UInt8]?
  /// The content on disk; nil when there is none.
  let existing: [UInt8]?
}
