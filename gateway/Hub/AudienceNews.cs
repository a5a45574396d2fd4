namespace OrleansContest.Gateway.Hub;

/// <summary>How many watch a channel, over all gateways, and who wants to hear when that changes. Touched by its lease only, but for reading.</summary>
/// <param name="every">The least time between two calls.</param>
internal sealed class AudienceNews(TimeSpan every)
{
    private const int Unknown = -1;

    private readonly List<Action> watchers = [];
    private volatile int audience = Unknown;
    private int told = Unknown;
    private TimeSpan? toldAt;

    /// <summary>Null until it is known. Callable from any thread.</summary>
    public int? Audience => audience is >= 0 and var known ? known : null;

    public bool IsWanted => watchers.Count > 0;

    /// <summary>When the next call may be made; null while there is nothing to tell.</summary>
    public TimeSpan? Next => IsWanted && told != audience ? toldAt + every : null;

    public void Add(Action changed) => watchers.Add(changed);

    public void Remove(Action changed) => watchers.Remove(changed);

    /// <summary>What it is now.</summary>
    public void Note(int? current) => audience = current ?? audience;

    /// <summary>Calls those who want to hear, if there is something new and it is not too soon.</summary>
    public void Tell(TimeSpan now)
    {
        if (!IsWanted || told == audience || toldAt + every > now)
        {
            return;
        }

        (told, toldAt) = (audience, now);
        watchers.ForEach(changed => changed());
    }
}
