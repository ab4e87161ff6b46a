import SourceDocuments

/// Replaces a few files together, and puts them back when one of them cannot be replaced.
struct FileReplacement {
  struct File {
    var path: String
    var contents: [UInt8]
    /// What is there now; nil when there is no file.
    var existing: [UInt8]?

    init(path: String, contents: [UInt8], in fileSystem: any FileSystem) throws(DiagnosticError) {
      do throws(FileSystemFailure) {
        self.path = path
        self.contents = contents
        existing = try fileSystem.kind(of: path) == nil ? nil : fileSystem.contents(of: path)
      } catch {
        throw DiagnosticError(.outputFailure(error))
      }
    }
  }

  let files: [File]
  let fileSystem: any FileSystem

  /// Does `work` when everything is ready to be moved to its place, then moves it.
  ///
  /// - Parameter undo: Takes back what `work` did, when a file cannot be moved after it.
  func perform(
    around work: () throws(DiagnosticError) -> Void,
    undo: () throws(DiagnosticError) -> Void
  ) throws(DiagnosticError) {
    let changed = files.filter { $0.contents != $0.existing }
    var folders: [String] = []
    do throws(FileSystemFailure) {
      for file in changed {
        if let slash = file.path.lastIndex(of: "/"), slash != file.path.startIndex {
          folders += try fileSystem.createFolders(String(file.path[..<slash]))
        }
        try fileSystem.write(file.contents, to: staged(file))
      }
    } catch {
      discard(changed, folders)
      throw DiagnosticError(.outputFailure(error))
    }
    do {
      try work()
    } catch {
      discard(changed, folders)
      throw error
    }
    var done: [File] = []
    do throws(FileSystemFailure) {
      for file in changed {
        try fileSystem.rename(staged(file), to: file.path)
        done.append(file)
      }
    } catch {
      discard(changed, [])
      try restore(done)
      discard([], folders)
      try undo()
      throw DiagnosticError(.outputFailure(error))
    }
  }

  private func staged(_ file: File) -> String { file.path + ".herald-new" }

  private func restore(_ done: [File]) throws(DiagnosticError) {
    do throws(FileSystemFailure) {
      for file in done {
        if let existing = file.existing {
          try fileSystem.write(existing, to: staged(file))
          try fileSystem.rename(staged(file), to: file.path)
        } else {
          try fileSystem.removeFile(file.path)
        }
      }
    } catch {
      throw DiagnosticError(.outputFailure(error))
    }
  }

  private func discard(_ files: [File], _ folders: [String]) {
    do {
      for file in files where try fileSystem.kind(of: staged(file)) != nil {
        try fileSystem.removeFile(staged(file))
      }
      for folder in folders.reversed() { try fileSystem.removeFolder(folder) }
    } catch {
      // The failure that led here says more, and the next run writes over what is left.
    }
  }
}
