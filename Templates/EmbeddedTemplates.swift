/// The templates and the runtime, compiled into the tool by the plugin `EmbedTemplates`.
public enum EmbeddedTemplates {
  /// A template by the path that it has in this folder.
  public struct File: Sendable {
    public let path: String
    public let text: String
  }
}
