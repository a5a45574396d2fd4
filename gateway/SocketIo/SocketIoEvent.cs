using System.Text.Json;
using OrleansContest.Gateway.Hub;

namespace OrleansContest.Gateway.SocketIo;

/// <summary>An event that a client emits.</summary>
/// <param name="Path">In which namespace.</param>
/// <param name="Name">Its name.</param>
/// <param name="Arguments">What stands after the name; gone when the call that was given it returns.</param>
/// <param name="AckId">Given when the client wants an answer.</param>
internal sealed record SocketIoEvent(string Path, string Name, IReadOnlyList<JsonElement> Arguments, long? AckId)
{
    /// <summary>The answer that the client has asked for; null when it has not.</summary>
    /// <param name="json">What its callback is given.</param>
    public Block? AnswerWith(ReadOnlySpan<byte> json) => AckId is { } id ? SocketIoText.Ack(Path, id, json) : null;
}
