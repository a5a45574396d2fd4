using OrleansContest.Channels;

namespace OrleansContest.Gateway.Hub;

/// <summary>One channel within a combined one. Passes on to the combination's mailbox what its feed tells.</summary>
internal sealed class CombinedMember(CombinedSource combination, Mailbox mailbox, Feed feed) : IFeedTap
{
    public string Channel => feed.Channel;

    /// <summary>The channel's last full state; null until it has first answered.</summary>
    public FullState? Full { get; private set; }

    /// <summary>Whether a full state is under way that the combination needs.</summary>
    public bool IsAwaited { get; private set; } = true;

    public void Join() => feed.Join(this);

    public void Leave() => feed.Leave(this);

    public void RequestFull()
    {
        IsAwaited = true;
        feed.RequestFull(this);
    }

    public void Begin(FullState full) => mailbox.Post(() =>
    {
        Keep(full);
        combination.Begin(this);
    });

    public void Take(string epoch, IReadOnlyList<Update> updates) => mailbox.Post(() => combination.Take(this, epoch, updates));

    public void TakeFull(FullState full) => mailbox.Post(() => Keep(full));

    public void End(JoinOutcome reason) => mailbox.Post(() => combination.Lose(this, reason));

    /// <summary>Whether the last full state holds that update.</summary>
    public bool Holds(string epoch, Update update) => Full!.At.Epoch == epoch && update.Seq <= Full.At.Seq;

    private void Keep(FullState full) => (Full, IsAwaited) = (full, false);
}
