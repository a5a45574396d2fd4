using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using OrleansContest.Channels;

namespace OrleansContest.Gateway.Tests.Hub;

/// <summary>A channel whose state is a few counters: each update says what one of them is now, and the full state says them all.</summary>
internal sealed class FakeChannel(ChannelId id) : IChannel
{
    private readonly Lock gate = new();
    private readonly List<Update> all = [];
    private readonly SortedDictionary<string, int> counters = new(StringComparer.Ordinal);
    private ImmutableArray<IChannelObserver> observers = [];
    private readonly Dictionary<string, Moment> moments = [];
    private string epoch = "e1";
    private DateTimeOffset asOf;
    private int calls;
    private int followers;

    /// <summary>Batches that never reach their observers.</summary>
    public Func<UpdateBatch, bool> Loses { get; set; } = _ => false;

    /// <summary>What a call waits for before it is answered; its answer is already made then.</summary>
    public Func<Task> Delay { get; set; } = () => Task.CompletedTask;

    /// <summary>Set while the channel cannot answer.</summary>
    public bool IsDown { get; set; }

    /// <summary>Bytes that the full state has in vain.</summary>
    public int Ballast { get; set; }

    /// <summary>Bytes that every update has in vain.</summary>
    public int Padding { get; set; }

    /// <summary>How many updates it can still tell; of older ones it only knows what they came to.</summary>
    public int Remembers { get; set; } = int.MaxValue;

    /// <summary>How often it was asked.</summary>
    public int Calls => Volatile.Read(ref calls);

    public int Followers => Volatile.Read(ref followers);

    public Position At
    {
        get
        {
            lock (gate)
            {
                return new Position(epoch, all.Count);
            }
        }
    }

    public IReadOnlyDictionary<string, int> Counters
    {
        get
        {
            lock (gate)
            {
                return counters.ToImmutableDictionary();
            }
        }
    }

    public async Task<CatchUp?> CatchUp(Position? since)
    {
        Interlocked.Increment(ref calls);
        if (IsDown)
        {
            throw new ChannelUnavailableException(id, "a test wants it so");
        }

        CatchUp answer;
        lock (gate)
        {
            answer = Answer(since);
        }

        await Delay();
        return answer;
    }

    /// <summary>Counts up the counters of these names, one after another, and publishes that as one batch.</summary>
    public void Count(params IReadOnlyList<string> names) => Publish(names.Select(name => ("aggregate:updated", CountUp(name))));

    /// <summary>Publishes updates as they are.</summary>
    public void Publish(params IReadOnlyList<(string Type, string Data)> updates) => Publish(updates.AsEnumerable());

    /// <summary>Tells what now holds of something that is only of the moment.</summary>
    public void Show(string name, string data, bool isInFull = false)
    {
        lock (gate)
        {
            moments[name] = new Moment(name, $"moment:{name}", Encoding.UTF8.GetBytes(data), isInFull);
            asOf = asOf.AddTicks(1);
            var batch = new UpdateBatch(id, epoch, all.Count, [], Present());
            if (!Loses(batch))
            {
                Hand(batch);
            }
        }
    }

    /// <summary>What is only of the moment, as it is now.</summary>
    public Moments? Present() => moments.Count == 0 ? null : new Moments(asOf, [.. moments.Values]);

    /// <summary>Tells its position again.</summary>
    public void Announce() => Hand(new UpdateBatch(id, epoch, all.Count, []));

    /// <summary>Hands a batch to the observers, whether it follows or not.</summary>
    public void Hand(UpdateBatch batch)
    {
        foreach (var observer in observers)
        {
            observer.Published(batch);
        }
    }

    /// <summary>Starts a new numbering from nothing.</summary>
    public void Restart(string newEpoch)
    {
        lock (gate)
        {
            all.Clear();
            counters.Clear();
            epoch = newEpoch;
        }
    }

    public IAsyncDisposable Follow(IChannelObserver observer)
    {
        Interlocked.Increment(ref followers);
        ImmutableInterlocked.Update(ref observers, present => present.Add(observer));
        return new Following(this, observer);
    }

    private void Publish(IEnumerable<(string Type, string Data)> updates)
    {
        UpdateBatch batch;
        lock (gate)
        {
            var after = all.Count;
            foreach (var (type, data) in updates)
            {
                all.Add(new Update(all.Count + 1, type, Encoding.UTF8.GetBytes(data), default));
            }

            batch = new UpdateBatch(id, epoch, after, all[after..]);
            if (!Loses(batch))
            {
                Hand(batch);
            }
        }
    }

    private string CountUp(string name)
    {
        counters[name] = counters.GetValueOrDefault(name) + 1;
        return Padding == 0 ? Counter(name) : $"{Counter(name)[..^1]},\"padding\":\"{new string('.', Padding)}\"}}";
    }

    private string Counter(string name) =>
        string.Create(CultureInfo.InvariantCulture, $$"""{"contestId":"{{id.Id}}","periodStart":"{{name}}","totalQsos":{{counters[name]}}}""");

    private CatchUp Answer(Position? since)
    {
        var at = new Position(epoch, all.Count);
        if (since is null || since.Epoch != epoch || since.Seq > at.Seq || at.Seq - since.Seq > Remembers)
        {
            return new CatchUp(at, [], new FullState(at, Encoding.UTF8.GetBytes(FullData())), Present());
        }

        return new CatchUp(at, all[(int)since.Seq..], null, Present());
    }

    private string FullData() =>
        $$"""{"contest":{"id":"{{id.Id}}"},"aggregates":[{{string.Join(',', counters.Keys.Select(Counter))}}],"scoreboard":[],"bandOccupancy":{"lastHour":"2026-01-24T12:00:00.000Z","bands":[]},"ballast":"{{new string('.', Ballast)}}"}""";

    private sealed class Following(FakeChannel channel, IChannelObserver observer) : IAsyncDisposable
    {
        public ValueTask DisposeAsync()
        {
            Interlocked.Decrement(ref channel.followers);
            ImmutableInterlocked.Update(ref channel.observers, present => present.Remove(observer));
            return ValueTask.CompletedTask;
        }
    }
}
