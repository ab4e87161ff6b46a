/// The templates and the runtime, compiled into the tool.
public enum EmbeddedTemplates {
  /// A template by the path that it has in this folder.
  public struct File: Sendable {
    public let path: String
    public let bytes: [UInt8]
  }

  /// Every template, sorted by path. A test holds that none is missing.
  public static let files: [File] = [
    File(path: "Client/Arguments.mustache", bytes: PackageResources.Arguments_mustache),
    File(path: "Client/Client.mustache", bytes: PackageResources.Client_mustache),
    File(path: "Client/Endpoint.mustache", bytes: PackageResources.Endpoint_mustache),
    File(path: "Client/Forwarding.mustache", bytes: PackageResources.Forwarding_mustache),
    File(path: "Client/Service.mustache", bytes: PackageResources.Service_mustache),
    File(path: "Models/Aliases.mustache", bytes: PackageResources.Aliases_mustache),
    File(path: "Models/Enumeration.mustache", bytes: PackageResources.Enumeration_mustache),
    File(path: "Models/ModelFile.mustache", bytes: PackageResources.ModelFile_mustache),
    File(path: "Models/Record.mustache", bytes: PackageResources.Record_mustache),
    File(path: "Models/Union.mustache", bytes: PackageResources.Union_mustache),
    File(path: "Package/Header.mustache", bytes: PackageResources.Header_mustache),
    File(path: "Package/Package.mustache", bytes: PackageResources.Package_mustache),
    File(path: "Package/README.mustache", bytes: PackageResources.README_mustache),
    File(
      path: "Runtime/Client/APIClosedEnumeration.swift",
      bytes: PackageResources.APIClosedEnumeration_swift
    ),
    File(path: "Runtime/Client/APICredentials.swift", bytes: PackageResources.APICredentials_swift),
    File(path: "Runtime/Client/APIEndpoint.swift", bytes: PackageResources.APIEndpoint_swift),
    File(path: "Runtime/Client/APIEnumeration.swift", bytes: PackageResources.APIEnumeration_swift),
    File(path: "Runtime/Client/APIError.swift", bytes: PackageResources.APIError_swift),
    File(path: "Runtime/Client/APIModel.swift", bytes: PackageResources.APIModel_swift),
    File(path: "Runtime/Client/APIRequest.swift", bytes: PackageResources.APIRequest_swift),
    File(path: "Runtime/Client/APIResponse.swift", bytes: PackageResources.APIResponse_swift),
    File(path: "Runtime/Client/APIServer.swift", bytes: PackageResources.APIServer_swift),
    File(path: "Runtime/Client/APIUnion.swift", bytes: PackageResources.APIUnion_swift),
    File(path: "Runtime/Client/Box.swift", bytes: PackageResources.Box_swift),
    File(path: "Runtime/Client/CalendarDate.swift", bytes: PackageResources.CalendarDate_swift),
    File(path: "Runtime/Client/CallOptions.swift", bytes: PackageResources.CallOptions_swift),
    File(path: "Runtime/Client/ChunkSource.swift", bytes: PackageResources.ChunkSource_swift),
    File(path: "Runtime/Client/ClientConfiguration.swift", bytes: PackageResources.ClientConfiguration_swift),
    File(path: "Runtime/Client/ClientCore.swift", bytes: PackageResources.ClientCore_swift),
    File(path: "Runtime/Client/ClientCoreSending.swift", bytes: PackageResources.ClientCoreSending_swift),
    File(path: "Runtime/Client/ClientMiddleware.swift", bytes: PackageResources.ClientMiddleware_swift),
    File(path: "Runtime/Client/ClientTransport.swift", bytes: PackageResources.ClientTransport_swift),
    File(path: "Runtime/Client/DateTimeFormat.swift", bytes: PackageResources.DateTimeFormat_swift),
    File(path: "Runtime/Client/DecodingProblem.swift", bytes: PackageResources.DecodingProblem_swift),
    File(path: "Runtime/Client/DigitReader.swift", bytes: PackageResources.DigitReader_swift),
    File(path: "Runtime/Client/FieldKey.swift", bytes: PackageResources.FieldKey_swift),
    File(path: "Runtime/Client/FieldReader.swift", bytes: PackageResources.FieldReader_swift),
    File(path: "Runtime/Client/FieldValue.swift", bytes: PackageResources.FieldValue_swift),
    File(path: "Runtime/Client/FieldWriter.swift", bytes: PackageResources.FieldWriter_swift),
    File(path: "Runtime/Client/HTTPBody.swift", bytes: PackageResources.HTTPBody_swift),
    File(path: "Runtime/Client/HTTPDate.swift", bytes: PackageResources.HTTPDate_swift),
    File(path: "Runtime/Client/HeaderText.swift", bytes: PackageResources.HeaderText_swift),
    File(path: "Runtime/Client/InMemoryTransport.swift", bytes: PackageResources.InMemoryTransport_swift),
    File(path: "Runtime/Client/JSONCoding.swift", bytes: PackageResources.JSONCoding_swift),
    File(path: "Runtime/Client/JSONValue.swift", bytes: PackageResources.JSONValue_swift),
    File(path: "Runtime/Client/JSONValueLiterals.swift", bytes: PackageResources.JSONValueLiterals_swift),
    File(path: "Runtime/Client/MediaType.swift", bytes: PackageResources.MediaType_swift),
    File(path: "Runtime/Client/MultipartBody.swift", bytes: PackageResources.MultipartBody_swift),
    File(path: "Runtime/Client/Nullable.swift", bytes: PackageResources.Nullable_swift),
    File(path: "Runtime/Client/ParameterContent.swift", bytes: PackageResources.ParameterContent_swift),
    File(path: "Runtime/Client/ParameterStyle.swift", bytes: PackageResources.ParameterStyle_swift),
    File(path: "Runtime/Client/ParameterValue.swift", bytes: PackageResources.ParameterValue_swift),
    File(
      path: "Runtime/Client/ParameterValueFormats.swift",
      bytes: PackageResources.ParameterValueFormats_swift
    ),
    File(path: "Runtime/Client/PercentEncoding.swift", bytes: PackageResources.PercentEncoding_swift),
    File(path: "Runtime/Client/RawResponse.swift", bytes: PackageResources.RawResponse_swift),
    File(path: "Runtime/Client/RedactedDescribable.swift", bytes: PackageResources.RedactedDescribable_swift),
    File(path: "Runtime/Client/RequestParts.swift", bytes: PackageResources.RequestParts_swift),
    File(path: "Runtime/Client/RequestPartsBody.swift", bytes: PackageResources.RequestPartsBody_swift),
    File(
      path: "Runtime/Client/RequestPartsParameters.swift",
      bytes: PackageResources.RequestPartsParameters_swift
    ),
    File(path: "Runtime/Client/RequestPartsRequest.swift", bytes: PackageResources.RequestPartsRequest_swift),
    File(path: "Runtime/Client/RetryAfter.swift", bytes: PackageResources.RetryAfter_swift),
    File(path: "Runtime/Client/RetryPolicy.swift", bytes: PackageResources.RetryPolicy_swift),
    File(path: "Runtime/Client/StatusReason.swift", bytes: PackageResources.StatusReason_swift),
    File(path: "Runtime/Client/TransportReason.swift", bytes: PackageResources.TransportReason_swift),
    File(
      path: "Runtime/Client/URLSessionConnection.swift",
      bytes: PackageResources.URLSessionConnection_swift
    ),
    File(path: "Runtime/Client/URLSessionExchange.swift", bytes: PackageResources.URLSessionExchange_swift),
    File(path: "Runtime/Client/URLSessionTransport.swift", bytes: PackageResources.URLSessionTransport_swift),
    File(path: "Runtime/Client/UnionReader.swift", bytes: PackageResources.UnionReader_swift),
    File(path: "Runtime/Client/UnionWriter.swift", bytes: PackageResources.UnionWriter_swift),
    File(path: "Runtime/Server/HandlerError.swift", bytes: PackageResources.HandlerError_swift),
    File(path: "Runtime/Server/MultipartReader.swift", bytes: PackageResources.MultipartReader_swift),
    File(path: "Runtime/Server/ParameterText.swift", bytes: PackageResources.ParameterText_swift),
    File(path: "Runtime/Server/PathPattern.swift", bytes: PackageResources.PathPattern_swift),
    File(
      path: "Runtime/Server/PresentedCredentials.swift",
      bytes: PackageResources.PresentedCredentials_swift
    ),
    File(path: "Runtime/Server/RequestContext.swift", bytes: PackageResources.RequestContext_swift),
    File(path: "Runtime/Server/RequestParameters.swift", bytes: PackageResources.RequestParameters_swift),
    File(path: "Runtime/Server/Route.swift", bytes: PackageResources.Route_swift),
    File(path: "Runtime/Server/RouteGroup.swift", bytes: PackageResources.RouteGroup_swift),
    File(path: "Runtime/Server/RouteTable.swift", bytes: PackageResources.RouteTable_swift),
    File(path: "Runtime/Server/Router.swift", bytes: PackageResources.Router_swift),
    File(
      path: "Runtime/Server/SecuritySchemeDescription.swift",
      bytes: PackageResources.SecuritySchemeDescription_swift
    ),
    File(path: "Runtime/Server/ServerRequest.swift", bytes: PackageResources.ServerRequest_swift),
    File(path: "Runtime/Server/ServerRequestBody.swift", bytes: PackageResources.ServerRequestBody_swift),
    File(
      path: "Runtime/Server/ServerRequestObjects.swift",
      bytes: PackageResources.ServerRequestObjects_swift
    ),
    File(path: "Runtime/Server/ServerResponse.swift", bytes: PackageResources.ServerResponse_swift),
    File(path: "Runtime/Server/StubExample.swift", bytes: PackageResources.StubExample_swift),
    File(path: "Runtime/Server/TextDecoder.swift", bytes: PackageResources.TextDecoder_swift),
    File(path: "Runtime/Server/TextDecoderNode.swift", bytes: PackageResources.TextDecoderNode_swift),
    File(path: "Runtime/Tests/Example.swift", bytes: PackageResources.Example_swift),
    File(path: "Runtime/Tests/ExampleParameter.swift", bytes: PackageResources.ExampleParameter_swift),
    File(path: "Server/Handler.mustache", bytes: PackageResources.Handler_mustache),
    File(path: "Server/HandlerArguments.mustache", bytes: PackageResources.HandlerArguments_mustache),
    File(path: "Server/Router.mustache", bytes: PackageResources.Router_mustache),
    File(path: "Server/Routes.mustache", bytes: PackageResources.Routes_mustache),
    File(path: "Server/Stub.mustache", bytes: PackageResources.Stub_mustache),
    File(path: "Tests/ModelTests.mustache", bytes: PackageResources.ModelTests_mustache),
    File(path: "Tests/ServiceTests.mustache", bytes: PackageResources.ServiceTests_mustache),
  ]
}
