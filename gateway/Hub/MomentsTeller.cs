using OrleansContest.Channels;

namespace OrleansContest.Gateway.Hub;

/// <summary>Tells live subscribers what is only of the moment: all of it when they become live, then what is news to them. Touched by its feed only.</summary>
/// <remarks>Whose outbox takes nothing more hears of it later, and then of the latest only.</remarks>
internal sealed class MomentsTeller(string channel, Replica replica, Audience audience)
{
    /// <summary>Sets of news that are remembered. Most subscribers were last told the same.</summary>
    private const int MostBlocks = 64;

    private readonly Dictionary<(VariantKey Key, Moments? Told), Block?> blocks = [];
    private readonly List<Subscription> untold = [];
    private Moments? present;

    /// <summary>Whether somebody has not heard yet what holds now.</summary>
    public bool IsBehind => untold.Count > 0;

    /// <summary>Updates have gone to everyone who is live. One that shows the moment of its making may be older than what was told before it.</summary>
    public void Follow(IReadOnlyList<Update> updates)
    {
        if (present is not null && updates.Any(UpdatesBlock.IsWhole))
        {
            untold.Clear();
            untold.AddRange(audience.All);
            untold.ForEach(subscription => subscription.ForgetMoments());
        }
    }

    public void Serve(WriterWave wave)
    {
        untold.AddRange(audience.TakeArrived());
        if (present != replica.Moments)
        {
            present = replica.Moments;
            blocks.Clear();
            untold.Clear();
            untold.AddRange(audience.All);
        }

        untold.RemoveAll(subscription => present is null || subscription.Place < 0 || TryTell(subscription, wave));
    }

    private bool TryTell(Subscription subscription, WriterWave wave) =>
        subscription.TryTell(present!, BlockFor(subscription.Key, subscription.WithdrawMoments()), wave);

    /// <returns>Null when there is no news.</returns>
    private Block? BlockFor(VariantKey key, Moments? told)
    {
        if (blocks.TryGetValue((key, told), out var block))
        {
            return block;
        }

        if (blocks.Count == MostBlocks)
        {
            blocks.Clear();
        }

        Moment[] news = [.. present!.NewsFor(told).Where(moment => key.Filter?.Passes(moment) != false)];
        return blocks[(key, told)] = news.Length == 0 ? null : new MomentsBlock(key.Dialect, channel, news, present.AsOf);
    }
}
