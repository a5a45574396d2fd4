using System.Text.Json.Serialization;

namespace OrleansContest.Gateway.SocketIo;

/// <summary>Why a request does not begin an Engine.IO connection, as the reference server says it: 400, <c>{code, message}</c>.</summary>
/// <remarks>Source: Engine.IO, revision 4. WebSocket is the only transport, so long polling is one that is not known.</remarks>
/// <param name="Code">0 to 5.</param>
/// <param name="Message">The same for people.</param>
internal sealed record HandshakeRefusal(int Code, string Message) : IResult
{
    private static readonly HandshakeRefusal unknownTransport = new(0, "Transport unknown");
    private static readonly HandshakeRefusal unknownSession = new(1, "Session ID unknown");
    private static readonly HandshakeRefusal badMethod = new(2, "Bad handshake method");
    private static readonly HandshakeRefusal badRequest = new(3, "Bad request");
    private static readonly HandshakeRefusal badVersion = new(5, "Unsupported protocol version");

    /// <returns>Null when it may become a connection.</returns>
    public static HandshakeRefusal? Of(HttpContext context)
    {
        var request = context.Request;
        return request.Query switch
        {
            var query when query["transport"] != "websocket" => unknownTransport,
            var query when query.ContainsKey("sid") => unknownSession,
            _ when !HttpMethods.IsGet(request.Method) && !HttpMethods.IsConnect(request.Method) => badMethod,
            var query when query["EIO"] != "4" => badVersion,
            _ when !request.Headers.ContainsKey("Sec-WebSocket-Version") => badRequest,
            _ => null,
        };
    }

    public Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Response.StatusCode = StatusCodes.Status400BadRequest;
        return httpContext.Response.WriteAsJsonAsync(this, SocketIoJson.Default.HandshakeRefusal);
    }
}

/// <summary>How a refusal is written.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(HandshakeRefusal))]
internal sealed partial class SocketIoJson : JsonSerializerContext;
