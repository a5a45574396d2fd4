using OrleansContest.Channels;

namespace OrleansContest.Gateway.Hub;

/// <summary>This gateway's copy of a channel: where it stands, the recent updates, and the last full state. Not safe for threads.</summary>
/// <remarks>Positions tell duplicates and holes. What comes after a hole is kept until the channel has told what was in it.</remarks>
internal sealed class Replica(FeedOptions options, TimeProvider clock)
{
    private readonly List<UpdateBatch> ahead = [];
    private readonly List<Update> fresh = [];
    private RecentUpdates recent = new(options.RecentBytes, options.RecentUpdates);
    private IReadOnlyList<Update> older = [];
    private long fullSince;
    private int aheadCount;

    /// <summary>The numbering; null until the channel has first answered.</summary>
    public string? Epoch { get; private set; }

    /// <summary>The number of the last update here.</summary>
    public long Seq { get; private set; }

    /// <summary>Changes with everything here.</summary>
    public int Version { get; private set; }

    /// <summary>The last full state fetched. It may be ahead of <see cref="Seq"/> for a moment.</summary>
    public FullState? Full { get; private set; }

    /// <summary>What the last full state shows of what is only of the moment; null when that is nothing.</summary>
    public Moments? FullMoments { get; private set; }

    /// <summary>What is only of the moment, the latest that is known; null for a channel that has nothing of the sort.</summary>
    public Moments? Moments { get; private set; }

    /// <summary>Whether something has come that does not follow on what is here: a hole, or another numbering.</summary>
    public bool HasHole => Epoch is not null && ahead.Count > 0;

    /// <summary>Whether the last full state holds updates that should have come by now, or soon will.</summary>
    public bool IsAwaited => Full?.At.Seq > Seq;

    /// <summary>Set when everyone needs the full state, because the numbering is new or the hole could not be filled.</summary>
    public bool HasJumped { get; private set; }

    /// <summary>Bytes of missed updates that are sent rather than the full state.</summary>
    public long Allowance => Math.Max(options.ResumeBytes, Full?.Data.Length ?? 0);

    /// <summary>Updates that are new since they were last taken.</summary>
    public int FreshCount => fresh.Count;

    public TimeSpan FullAge => clock.GetElapsedTime(fullSince);

    /// <summary>Whether all that is here weighs so much that whatever is older costs more than the full state.</summary>
    public bool IsLongEnough => recent.Bytes > Allowance;

    public Position? At => Epoch is null ? null : new Position(Epoch, Seq);

    public void Take(UpdateBatch batch)
    {
        Moments = Moments.Later(Moments, batch.Moments);
        if (batch.Epoch == Epoch && batch.After <= Seq)
        {
            Append(batch.Updates);
            TakeAhead();
        }
        else
        {
            KeepAhead(batch);
        }
    }

    /// <summary>Takes what the channel answered to somebody who has <paramref name="asked"/>.</summary>
    public void Take(Position? asked, CatchUp answer)
    {
        var before = At;
        Moments = Moments.Later(Moments, answer.Moments);
        if (answer.Full is { } full)
        {
            TakeFull(asked, full);
            FullMoments = answer.Moments is { } shown ? shown with { Values = [.. shown.Values.Where(value => value.IsInFull)] } : null;
        }
        else
        {
            TakeMissed(asked!.Seq, answer);
        }

        if (asked is not null && asked == before && before == At)
        {
            // The channel knows of nothing more, so what seemed to be ahead was not: a late batch of an older numbering.
            ahead.Clear();
            Full = IsAwaited ? null : Full;
        }

        TakeAhead();
        Version++;
    }

    /// <summary>Hands over what is new since the last call, and ends <see cref="HasJumped"/>.</summary>
    public IReadOnlyList<Update> TakeFresh()
    {
        HasJumped = false;
        if (fresh.Count == 0)
        {
            return [];
        }

        Update[] taken = [.. fresh];
        fresh.Clear();
        return taken;
    }

    /// <summary>Whether everything after <paramref name="seq"/> is among the recent updates.</summary>
    public bool ReachesRecent(long seq) => recent.Reaches(seq, Seq);

    /// <summary>Whether everything after <paramref name="seq"/> is here.</summary>
    public bool Reaches(long seq) => ReachesRecent(seq) || (older.Count > 0 && seq >= older[0].Seq - 1 && seq < Seq);

    /// <summary>All updates within reach, the last of which is <see cref="Seq"/>.</summary>
    public IReadOnlyList<Update> All() =>
        older.Count == 0 ? recent.After(0) : [.. older, .. recent.After(older[^1].Seq)];

    /// <summary>The updates after <paramref name="seq"/>, which must be in reach of the recent ones.</summary>
    public IReadOnlyList<Update> After(long seq) => seq == Seq ? [] : recent.After(seq);

    /// <summary>Lets go of what was fetched for those who resume from long ago.</summary>
    public void ForgetOlder()
    {
        if (older.Count > 0)
        {
            older = [];
            Version++;
        }
    }

    private void TakeFull(Position? asked, FullState full)
    {
        (Full, fullSince) = (full, clock.GetTimestamp());
        var isUnfillable = asked?.Seq == Seq && full.At.Seq > Seq;
        if (full.At.Epoch != Epoch || isUnfillable)
        {
            HasJumped = Epoch is not null;
            (Epoch, Seq) = (full.At.Epoch, full.At.Seq);
            recent = new(options.RecentBytes, options.RecentUpdates);
            older = [];
            fresh.Clear();
        }
    }

    private void TakeMissed(long after, CatchUp answer)
    {
        if (Epoch is null)
        {
            (Epoch, Seq) = (answer.At.Epoch, after);
        }

        if (!recent.Reaches(after, Seq) && recent.Reaches(Math.Min(answer.At.Seq, Seq), Seq))
        {
            older = answer.Missed;
        }

        Append(answer.Missed);
    }

    private void Append(IReadOnlyList<Update> updates)
    {
        foreach (var update in updates)
        {
            if (update.Seq > Seq)
            {
                recent.Add(update);
                fresh.Add(update);
                Seq = update.Seq;
                Version++;
            }
        }
    }

    private void KeepAhead(UpdateBatch batch)
    {
        aheadCount = ahead.Count == 0 ? 0 : aheadCount;
        if (aheadCount + batch.Updates.Count > options.RecentUpdates)
        {
            ahead.Clear();
            aheadCount = 0;
        }

        ahead.Add(batch);
        aheadCount += batch.Updates.Count;
    }

    private void TakeAhead()
    {
        foreach (var batch in ahead)
        {
            if (batch.Epoch == Epoch && batch.After <= Seq)
            {
                Append(batch.Updates);
            }
        }

        ahead.RemoveAll(batch => batch.Epoch == Epoch && batch.Last <= Seq);
    }
}
