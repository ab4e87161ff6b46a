import Parallelism
import SourceDocuments

/// Compares what was generated with what is on disk, without changing anything.
struct OutputSurvey: Sendable {
  /// Every path that is generated or was, sorted; those that are gone and no longer wanted are left out.
  let files: [SurveyedFile]
  /// What earlier runs recorded.
  let record: OutputRecord

  /// - Throws: When the folder, its manifest or a file cannot be read, or a recorded path leads out of it.
  init(of folder: OutputFolder, for generated: OutputFileSet) throws(DiagnosticError) {
    guard try folder.exists() else {
      record = OutputRecord(manifest: nil, journal: nil)
      files = generated.files.map {
        SurveyedFile(path: $0.path, state: .missing, generated: $0.contents, existing: nil)
      }
      return
    }
    let record = try folder.record()
    let former = record.paths.subtracting(generated.files.map(\.path))
    var surveyor = OutputSurveyor(folder: folder, record: record, former: former)
    var files: [SurveyedFile] = []
    // Each part looks at the folders above its files once more, which is little beside reading the files.
    let surveyed = generated.files.parts(of: 64).concurrentMap { [surveyor] part in
      Self.surveyed(part, surveyor)
    }
    for part in surveyed { files += try part.get() }
    for path in former {
      if let file = try surveyor.survey(former: path) { files.append(file) }
    }
    self.record = record
    self.files = files.sorted { $0.path < $1.path }
  }

  private static func surveyed(
    _ files: ArraySlice<OutputFile>,
    _ surveyor: OutputSurveyor
  ) -> Result<[SurveyedFile], DiagnosticError> {
    var surveyor = surveyor
    var surveyed: [SurveyedFile] = []
    do throws(DiagnosticError) {
      for file in files { surveyed.append(try surveyor.survey(file)) }
    } catch {
      return .failure(error)
    }
    return .success(surveyed)
  }
}
