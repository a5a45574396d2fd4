using OrleansContest.LoadTest.Truth;

namespace OrleansContest.LoadTest.Kinds;

/// <summary>A pileup's <c>/ws/connect</c>.</summary>
internal sealed class PileupSocket : IDialect
{
    public string Name => "ws";

    public bool SubscribesByConnecting => true;

    public string PathOf(string channel, string? since) => $"/ws/connect?pileup={channel}{Fields.Since(since, '&')}";

    public Reading Read(ReadOnlySpan<byte> message) => Fields.Read(message, static root =>
        root.Text("type") == "event" ? PileupRows.Read(root.Text("event"), root, "state") : Reading.Moment);
}
