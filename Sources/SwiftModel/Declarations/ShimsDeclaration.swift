/// Deprecated declarations under the names of an earlier version, so that code which uses them goes on to compile.
public struct ShimsDeclaration: Sendable {
  public var aliases: [Alias]
  public var extensions: [Extension]

  public init(aliases: [Alias] = [], extensions: [Extension] = []) {
    self.aliases = aliases
    self.extensions = extensions
  }

  public var isEmpty: Bool { aliases.isEmpty && extensions.isEmpty }

  /// Another name for a type.
  public struct Alias: Sendable, Hashable {
    /// The old name, without backticks and without the types around it.
    public var name: String
    /// The new name in full.
    public var target: String

    public init(name: String, target: String) {
      self.name = name
      self.target = target
    }
  }

  /// What is added to a type.
  public struct Extension: Sendable {
    /// The type's name in full.
    public var type: String
    public var aliases: [Alias]
    public var members: [Member]

    public init(type: String, aliases: [Alias] = [], members: [Member] = []) {
      self.type = type
      self.aliases = aliases
      self.members = members
    }
  }

  /// A member that forwards to another one.
  public struct Member: Sendable {
    public enum Kind: Sendable, Hashable {
      case property(isSettable: Bool)
      /// A static property that is a case without values, or another static property.
      case staticProperty
      /// A static function that makes a case, or calls another static function.
      case staticFunction
      /// An asynchronous function that throws.
      case function
      case initializer
      /// The initializer of the server's router, which also takes what every router's does.
      case routerInitializer
    }

    public var kind: Kind
    /// The old name, without backticks.
    public var name: String
    /// The name of what it forwards to, without backticks.
    public var target: String
    public var parameters: [Parameter]
    /// The type of a property, or what a function returns; nil for nothing.
    public var type: String?
    /// What it forwards to as documentation refers to it.
    public var renamed: String

    public init(
      _ kind: Kind,
      name: String,
      target: String,
      parameters: [Parameter] = [],
      type: String?,
      renamed: String
    ) {
      self.kind = kind
      self.name = name
      self.target = target
      self.parameters = parameters
      self.type = type
      self.renamed = renamed
    }
  }

  public struct Parameter: Sendable {
    /// The old label; `_` for none.
    public var label: String
    /// The label of what is forwarded to.
    public var target: String
    public var type: String
    public var defaultValue: String?
    /// Where it stands among the arguments of what is forwarded to.
    public var position: Int

    public init(label: String, target: String, type: String, defaultValue: String?, position: Int) {
      self.label = label
      self.target = target
      self.type = type
      self.defaultValue = defaultValue
      self.position = position
    }
  }
}
