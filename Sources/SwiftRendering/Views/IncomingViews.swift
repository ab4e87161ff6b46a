import SwiftModel
import TemplateEngine

/// The webhooks or the callbacks of an API.
struct IncomingView: TemplateView {
  let incoming: IncomingDeclaration

  func value(named name: String) -> TemplateValue? {
    switch name {
    case "isCallbacks": .flag(incoming.kind == .callbacks)
    case "noun": .text(incoming.kind == .webhooks ? "webhook" : "callback")
    case "heading": .text(folder)
    case "defaultPath": .text(folder.lowercased())
    case "eventName": .text(incoming.eventName)
    case "handlerName": .text(incoming.handlerName)
    case "receiverName": .text(incoming.receiverName)
    case "discriminator": .optional(incoming.discriminator.map(SwiftLiteral.string))
    case "events": .views(incoming.events.map { IncomingEventView(event: $0) })
    case "firstEvent": .optional(incoming.events.first.map { IncomingEventView(event: $0) })
    default: nil
    }
  }

  /// The folder of the files, the heading of the section, and the last part of the path of requests.
  var folder: String { incoming.kind == .webhooks ? "Webhooks" : "Callbacks" }

  /// The types that signatures mention.
  var types: [String] { incoming.events.flatMap { [$0.payload?.type, $0.answer?.type].compactMap(\.self) } }
}

/// One of them.
struct IncomingEventView: TemplateView {
  let event: IncomingDeclaration.Event

  func value(named name: String) -> TemplateValue? {
    switch name {
    case "name": .text(SwiftIdentifier.escaped(event.name))
    case "memberName": .text(SwiftIdentifier.member(event.name))
    case "wireName": .text(SwiftLiteral.string(event.wireName))
    case "plainWireName":
      .text(SwiftLiteral.comment(event.wireName.filter { !$0.isNewline && $0 != "|" && $0 != "`" }))
    case "method": .text(HTTPText.method(event.method))
    case "isToldByMethod": .flag(event.isToldByMethod)
    case "payload": .optional(event.payload?.type)
    case "hasPayload": .flag(event.payload != nil)
    case "isJSON": .flag(event.payload?.isJSON ?? false)
    case "discriminatorValue": .optional(event.discriminatorValue.map(SwiftLiteral.string))
    case "status": .text(HTTPText.status(event.statusCode))
    case "answer": .optional(event.answer.map { IncomingAnswerView(answer: $0) })
    case "hasAnswer": .flag(event.answer != nil)
    case "documentation": .texts(commentLines(event.documentation))
    default: nil
    }
  }
}

/// What a handler returns.
struct IncomingAnswerView: TemplateView {
  let answer: IncomingDeclaration.Answer

  func value(named name: String) -> TemplateValue? {
    switch name {
    case "type": .text(answer.type)
    case "kind": .text(answer.kind.rawValue)
    case "isJSON": .flag(answer.kind == .json)
    case "status": .text(HTTPText.status(answer.statusCode))
    case "statusWithout": .optional(answer.statusCodeWithout.map(HTTPText.status))
    case "contentType": .optional(answer.contentType.map(SwiftLiteral.string))
    default: nil
    }
  }
}
