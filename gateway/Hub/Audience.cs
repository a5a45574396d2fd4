using OrleansContest.Channels;

namespace OrleansContest.Gateway.Hub;

/// <summary>The live subscribers of a feed: those who have everything that the feed has.</summary>
internal sealed class Audience(string channel)
{
    private readonly Dictionary<VariantKey, Variant> variants = [];
    private List<Subscription> arrived = [];

    public bool IsEmpty => variants.Count == 0;

    public int Count => variants.Values.Sum(variant => variant.Count);

    public IEnumerable<Subscription> All => variants.Values.SelectMany(variant => variant.All);

    /// <summary>Hands over those who have become live since the last call; some may be so no more.</summary>
    public IReadOnlyList<Subscription> TakeArrived()
    {
        if (arrived.Count == 0)
        {
            return [];
        }

        var taken = arrived;
        arrived = [];
        return taken;
    }

    public void Add(Subscription subscription)
    {
        if (!variants.TryGetValue(subscription.Key, out var variant))
        {
            variants.Add(subscription.Key, variant = new Variant(subscription.Key));
        }

        variant.Add(subscription);
        arrived.Add(subscription);
    }

    public void Remove(Subscription subscription)
    {
        var variant = variants[subscription.Key];
        variant.Remove(subscription);
        if (variant.Count == 0)
        {
            variants.Remove(subscription.Key);
        }
    }

    /// <returns>Those who could not take it, and are live no more.</returns>
    public IReadOnlyList<Subscription> Broadcast(Position before, IReadOnlyList<Update> updates, WriterWave wave)
    {
        List<Subscription> fallen = [];
        foreach (var (key, variant) in variants)
        {
            variant.Broadcast(channel, before, updates, wave, fallen);
            if (variant.Count == 0)
            {
                variants.Remove(key);
            }
        }

        return fallen;
    }

    /// <summary>Ends the live part for everyone.</summary>
    /// <param name="through">The number up to which they have everything.</param>
    public IReadOnlyList<Subscription> Dismiss(long through)
    {
        List<Subscription> all = [.. variants.Values.SelectMany(variant => variant.TakeAll())];
        all.ForEach(subscription => subscription.FallBehind(through));
        variants.Clear();
        return all;
    }
}
