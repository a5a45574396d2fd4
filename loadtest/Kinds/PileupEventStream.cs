using OrleansContest.LoadTest.Truth;

namespace OrleansContest.LoadTest.Kinds;

/// <summary>A pileup's <c>/api/events/stream</c>.</summary>
internal sealed class PileupEventStream : IDialect
{
    public string Name => "sse";

    public bool IsStream => true;

    public bool SubscribesByConnecting => true;

    public string PathOf(string channel, string? since) => $"/api/events/stream?pileup={channel}{Fields.Since(since, '&')}";

    /// <param name="message">The data of one event.</param>
    public Reading Read(ReadOnlySpan<byte> message) => Fields.Read(message, static root => PileupRows.Read(root.Text("type"), root, null));
}
