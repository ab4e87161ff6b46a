import Mustache
import SwiftModel

/// The webhooks or the callbacks of an API.
struct IncomingView: MustacheParent {
  let incoming: IncomingDeclaration

  func child(named name: String) -> Any? {
    switch name {
    case "isCallbacks": incoming.kind == .callbacks
    case "noun": incoming.kind == .webhooks ? "webhook" : "callback"
    case "heading": folder
    case "defaultPath": folder.lowercased()
    case "eventName": incoming.eventName
    case "handlerName": incoming.handlerName
    case "receiverName": incoming.receiverName
    case "discriminator": section(incoming.discriminator.map(SwiftLiteral.string))
    case "events": incoming.events.map { IncomingEventView(event: $0) }
    case "firstEvent": section(incoming.events.first.map { IncomingEventView(event: $0) })
    default: nil
    }
  }

  /// The folder of the files, the heading of the section, and the last part of the path of requests.
  var folder: String { incoming.kind == .webhooks ? "Webhooks" : "Callbacks" }

  /// The types that signatures mention.
  var types: [String] { incoming.events.compactMap { $0.payload?.type } }
}

/// One of them.
struct IncomingEventView: MustacheParent {
  let event: IncomingDeclaration.Event

  func child(named name: String) -> Any? {
    switch name {
    case "name": SwiftIdentifier.escaped(event.name)
    case "memberName": SwiftIdentifier.member(event.name)
    case "wireName": SwiftLiteral.string(event.wireName)
    case "plainWireName":
      SwiftLiteral.comment(event.wireName.filter { !$0.isNewline && $0 != "|" && $0 != "`" })
    case "method": HTTPText.method(event.method)
    case "payload": section(event.payload?.type)
    case "hasPayload": event.payload != nil
    case "isJSON": event.payload?.isJSON ?? false
    case "discriminatorValue": section(event.discriminatorValue.map(SwiftLiteral.string))
    case "status": HTTPText.status(event.statusCode)
    case "documentation": commentLines(event.documentation)
    default: nil
    }
  }
}
