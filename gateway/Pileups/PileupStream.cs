using OrleansContest.Gateway.Hub;

namespace OrleansContest.Gateway.Pileups;

/// <summary>One stream of server-sent events of one pileup.</summary>
internal sealed class PileupStream(SpectatorSocket socket, string pileup, Cursor since, PileupAudience audience, PileupStreamFrames frames, TimeProvider clock)
    : IConversation
{
    public static readonly TimeSpan KeepAliveEvery = TimeSpan.FromSeconds(30);

    private readonly PileupVisit visit = new(socket, pileup, audience);
    private ITimer? keepAlive;

    /// <summary>A stream hears nothing.</summary>
    public Block? TooManyMessages => null;

    public Block Farewell => frames.Farewell();

    public Task Beginning { get; private set; } = Task.CompletedTask;

    public void Open()
    {
        keepAlive = clock.CreateTimer(_ => socket.Answer(frames.KeepAlive()), null, KeepAliveEvery, KeepAliveEvery);
        Beginning = visit.BeginAsync(new VariantKey(frames, Filter: null), since, ownFull: null, needsSeat: false);
    }

    public ValueTask HearAsync(ReadOnlyMemory<byte> text) => ValueTask.CompletedTask;

    public void End()
    {
        keepAlive?.Dispose();
        visit.End();
    }
}
