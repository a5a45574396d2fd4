namespace OrleansContest.Gateway.Hub;

/// <summary>Tells subscribers who want it how many watch the channel: when they are live, and when it has changed. Touched by its feed only.</summary>
/// <param name="channel">The channel, by the name subscribers use.</param>
/// <param name="mailbox">The feed's.</param>
internal sealed class AudienceTeller(string channel, Mailbox mailbox)
{
    private readonly Dictionary<Subscription, int?> told = [];
    private readonly List<Subscription> untold = [];
    private readonly Dictionary<IDialect, Block> blocks = [];
    private int blocksOf;
    private SeatLease? source;

    public void Add(Subscription subscription)
    {
        if (subscription is { WantsAudience: true, Seat: { } seat } && told.TryAdd(subscription, null))
        {
            untold.Add(subscription);
            Follow(seat.Lease);
        }
    }

    public void Remove(Subscription subscription)
    {
        untold.Remove(subscription);
        if (told.Remove(subscription) && told.Count == 0)
        {
            Follow(null);
        }
    }

    public void Serve(WriterWave wave)
    {
        if (untold.Count > 0)
        {
            untold.RemoveAll(subscription => IsServed(subscription, wave));
        }
    }

    private bool IsServed(Subscription subscription, WriterWave wave)
    {
        if (subscription.Place < 0 || subscription.Seat?.Lease.Audience is not { } count)
        {
            return false;
        }

        if (told[subscription] != count && !subscription.TryTell(BlockOf(subscription.Key.Dialect, count), wave))
        {
            return false;
        }

        told[subscription] = count;
        return true;
    }

    private Block BlockOf(IDialect dialect, int count)
    {
        if (blocksOf != count)
        {
            blocks.Clear();
            blocksOf = count;
        }

        if (!blocks.TryGetValue(dialect, out var block))
        {
            var output = FrameBuffer.Rent();
            output.Begin();
            dialect.WriteAudience(output, channel, count);
            blocks.Add(dialect, block = ReplyBlock.Text(output));
        }

        return block;
    }

    private void Follow(SeatLease? lease)
    {
        if (lease != source)
        {
            source?.Unwatch(Changed);
            lease?.Watch(Changed);
            source = lease;
        }
    }

    private void Changed() => mailbox.Post(() =>
    {
        untold.Clear();
        untold.AddRange(told.Keys);
    });
}
