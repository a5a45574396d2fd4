using System.Collections.Immutable;

namespace OrleansContest.LoadTest.Truth;

/// <summary>
/// What is known of one channel: the states that spectators came to, by position, and which message led from which to which. Whoever comes
/// to a position must come to the same state as all others, on whatever way.
/// </summary>
/// <param name="lanes">The lane of each row that counts one's ingests.</param>
/// <param name="count">How many ingests such a row shows.</param>
/// <param name="isStrict">
/// Whether there is one state at each position. A match that is paced leaves out older figures of a place, so that only what it comes to is the same.
/// </param>
/// <param name="window">How many positions are kept.</param>
internal sealed class ChannelLog(IReadOnlyDictionary<string, int> lanes, Func<byte[], long> count, bool isStrict, int window)
{
    private const int mostFulls = 8;

    private readonly Lock gate = new();
    private readonly Dictionary<(string Epoch, long Seq), State[]> states = [];
    private readonly Queue<(string Epoch, long Seq)> order = new();
    private readonly Dictionary<(string Epoch, long Seq), ulong> digests = [];
    private Dictionary<int, long> begin = [];
    private Step[] fulls = [];

    /// <summary>The latest position that anybody has come to.</summary>
    public State? Latest { get; private set; }

    /// <summary>The state that a newcomer's full message is, if it was seen before.</summary>
    public State? FindFull(ReadOnlySpan<byte> message)
    {
        foreach (var full in Volatile.Read(ref fulls))
        {
            if (message.SequenceEqual(full.Message))
            {
                return full.To;
            }
        }

        return null;
    }

    /// <summary>What a state shows already was not ingested by this run.</summary>
    public void CountFrom(State state)
    {
        lock (gate)
        {
            begin = lanes.ToDictionary(lane => lane.Value, lane => Count(state, lane.Key));
        }
    }

    /// <summary>Takes a message for the first time.</summary>
    /// <param name="at">Where the spectator stands; null when nowhere.</param>
    /// <param name="reading">The message, read.</param>
    /// <param name="message">The message.</param>
    /// <exception cref="BreachException">It may not come here, or what it says is not so.</exception>
    public Step Take(State? at, Reading reading, ReadOnlySpan<byte> message)
    {
        Positions.Check(at, reading);
        lock (gate)
        {
            if (at?.Find(message) is { } known)
            {
                return known;
            }

            var to = reading.Meaning == Meaning.Full ? Replace(at, reading) : Apply(at!, reading);
            var step = new Step(message.ToArray(), to, at is null ? [] : SightingsOf(at, to, reading));
            at?.Remember(step);
            if (reading.Meaning == Meaning.Full && at is null)
            {
                Volatile.Write(ref fulls, [step, .. fulls.Take(mostFulls - 1)]);
            }

            return step;
        }
    }

    /// <summary>How many of a lane's ingests a state shows.</summary>
    public long Count(State state, string row) => state.Rows.TryGetValue(row, out var value) ? count(value.Value) : 0;

    private State Replace(State? at, Reading reading)
    {
        var rows = ImmutableDictionary.CreateBuilder<string, Row>(StringComparer.Ordinal);
        var digest = 0UL;
        foreach (var (key, value) in reading.Rows)
        {
            var row = at is not null && at.Rows.TryGetValue(key, out var old) && value.AsSpan().SequenceEqual(old.Value) ? old : Row.Of(key, value!);
            rows[key] = row;
            digest += row.Digest;
        }

        return Find(reading, digest) ?? Keep(reading, rows.ToImmutable(), digest);
    }

    private State Apply(State at, Reading reading)
    {
        var (rows, digest) = (at.Rows, at.Digest);
        foreach (var (key, value) in reading.Rows)
        {
            digest -= rows.TryGetValue(key, out var old) ? old.Digest : 0;
            var row = value is null ? null : Row.Of(key, value);
            digest += row?.Digest ?? 0;
            rows = row is null ? rows.Remove(key) : rows.SetItem(key, row);
        }

        return Find(reading, digest) ?? Keep(reading, rows, digest);
    }

    private State? Find(Reading reading, ulong digest) => states.GetValueOrDefault((reading.Epoch, reading.Seq), []).FirstOrDefault(one => one.Digest == digest);

    /// <exception cref="BreachException">Others have come to something else there.</exception>
    private State Keep(Reading reading, ImmutableDictionary<string, Row> rows, ulong digest)
    {
        var place = (reading.Epoch, reading.Seq);
        var there = states.GetValueOrDefault(place, []);
        if (isStrict && digests.TryGetValue(place, out var known) && known != digest)
        {
            throw new BreachException($"the state at {place.Epoch}:{place.Seq} {Differences.Between(there.FirstOrDefault(), rows)}");
        }

        var state = new State(reading.Epoch, reading.Seq, rows, digest);
        digests[place] = digest;
        states[place] = [.. there, state];
        if (there.Length == 0)
        {
            order.Enqueue(place);
            Trim();
        }

        Latest = Latest is null || Latest.Epoch != state.Epoch || Latest.Seq <= state.Seq ? state : Latest;
        return state;
    }

    private void Trim()
    {
        while (order.Count > window)
        {
            states.Remove(order.Dequeue(), out var past);
            foreach (var state in past ?? [])
            {
                state.Forget();
            }
        }
    }

    private List<Sighting> SightingsOf(State at, State to, Reading reading)
    {
        var shown = new List<Sighting>();
        foreach (var (key, _) in reading.Rows)
        {
            if (!lanes.TryGetValue(key, out var lane))
            {
                continue;
            }

            var (before, now) = (Count(at, key), Count(to, key));
            if (now < before)
            {
                throw new BreachException($"an older value after a newer one: {key} shows {now} ingests, and showed {before} at {at.Position}");
            }

            var past = begin.GetValueOrDefault(lane);
            for (var number = Math.Max(before, past) + 1; number <= now; number++)
            {
                shown.Add(new Sighting(lane, number - past));
            }
        }

        return shown;
    }
}
