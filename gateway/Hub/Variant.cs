using OrleansContest.Channels;

namespace OrleansContest.Gateway.Hub;

/// <summary>The live subscribers who are sent the same frames.</summary>
internal sealed class Variant(VariantKey key)
{
    private readonly List<Subscription> live = [];
    private long tail;

    public int Count => live.Count;

    public IEnumerable<Subscription> All => live;

    public void Add(Subscription subscription)
    {
        if (live.Count == 0)
        {
            tail = subscription.Cursor.Seq;
        }

        subscription.Place = live.Count;
        live.Add(subscription);
    }

    public void Remove(Subscription subscription)
    {
        var last = live[^1];
        live[subscription.Place] = last;
        last.Place = subscription.Place;
        live.RemoveAt(live.Count - 1);
        subscription.Place = -1;
    }

    public IReadOnlyList<Subscription> TakeAll()
    {
        live.ForEach(subscription => subscription.Place = -1);
        return live;
    }

    /// <summary>Sends updates to all who want one of them; gives those whose outbox is full to <paramref name="fallen"/>.</summary>
    public void Broadcast(string channel, Position before, IReadOnlyList<Update> updates, WriterWave wave, List<Subscription> fallen)
    {
        var wanted = key.Filter is { } filter ? updates.Where(filter.Passes).ToList() : updates;
        if (wanted.Count == 0)
        {
            return;
        }

        var block = new UpdatesBlock(new FeedVoice(key.Dialect, channel, before.Epoch), wanted, tail);
        tail = wanted[^1].Seq;
        var next = new Cursor(before.Epoch, tail, updates[^1].Seq);
        for (var i = live.Count - 1; i >= 0; i--)
        {
            var subscription = live[i];
            if (!subscription.TrySend(block, before.Seq, next, wave))
            {
                Remove(subscription);
                subscription.FallBehind(before.Seq);
                fallen.Add(subscription);
            }
        }
    }
}
