using OrleansContest.LoadTest.Truth;

namespace OrleansContest.LoadTest.Kinds;

/// <summary>A match at <c>/ws</c>.</summary>
internal sealed class MatchSocket : IDialect
{
    public string Name => "ws";

    public string PathOf(string channel, string? since) => "/ws";

    public byte[]? AnswerTo(ReadOnlySpan<byte> message, string channel, string? since) => ContestSocket.Subscription(message, $"match:{channel}", since);

    public Reading Read(ReadOnlySpan<byte> message) => Fields.Read(message, static root =>
        root.Text("type") is var type && type == "subscribed" ? Reading.Subscribed : MatchRows.Read(type, root.TryGetProperty("data", out var data) ? data : default, root));
}
