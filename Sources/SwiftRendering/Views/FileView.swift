import Mustache

/// The contents of a file together with the modules that it imports.
struct FileView: MustacheParent {
  let contents: any MustacheParent
  let imports: [String]

  func child(named name: String) -> Any? {
    switch name {
    case "imports": imports
    case "hasImports": !imports.isEmpty
    default: contents.child(named: name)
    }
  }
}

/// One view over another: what the first does not know is looked up in the second.
struct LayeredView: MustacheParent {
  let upper: any MustacheParent
  let lower: any MustacheParent

  func child(named name: String) -> Any? {
    upper.child(named: name) ?? lower.child(named: name)
  }
}

/// An endpoint's file: Foundation for signatures, swift-http-types for the bodies of functions.
struct EndpointImportsView: MustacheParent {
  let service: any MustacheParent
  let importsFoundation: Bool
  let isInOneFile: Bool

  func child(named name: String) -> Any? {
    switch name {
    case "imports": importsFoundation ? ["Foundation"] : [String]()
    case "hasImports": true
    case "isInOneFile": isInOneFile
    default: service.child(named: name)
    }
  }
}

/// A value for a section that is left out when there is none.
///
/// Nil would have the name looked up in the surrounding views, where it may mean something else.
func section(_ value: (some Any)?) -> Any {
  value.map { $0 as Any } ?? false
}
