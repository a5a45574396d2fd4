using OrleansContest.Channels;

namespace OrleansContest.Gateway.Hub;

/// <summary>The subscribers who are not current: newcomers, those who return, and those who could not keep up. Makes them live.</summary>
/// <remarks>
/// Newcomers and returners are served at once. Those who fell behind are served together, not more often than
/// <see cref="FeedOptions.MergeEvery"/>, and only when most of what waited for them has left.
/// </remarks>
internal sealed class WaitingRoom(
    Replica replica, CatchUpBlocks blocks, CatchUpPlan plan, Audience audience, FeedOptions options, TimeProvider clock)
{
    private readonly List<Subscription> behind = [];
    private readonly HashSet<Subscription> left = [];
    private readonly List<Subscription> stuck = [];
    private List<Subscription> due = [];
    private List<Subscription> spare = [];
    private IReadOnlyList<Subscription> waitedFor = [];
    private int servedVersion;
    private long? mergedAt;

    public bool IsEmpty => due.Count == 0 && stuck.Count == 0 && behind.Count == 0;

    /// <summary>Whether somebody can only be helped by a new full state.</summary>
    public bool WantsFull { get; private set; }

    /// <summary>Whether somebody claims to be further than this gateway.</summary>
    public bool WantsCheck { get; private set; }

    /// <summary>The oldest position that somebody resumes from and that is out of reach.</summary>
    public long? WantsAfter { get; private set; }

    /// <summary>When those who fell behind may be served next; null when there are none.</summary>
    public TimeSpan? NextMerge => behind.Count == 0 ? null : mergedAt is { } last ? options.MergeEvery - clock.GetElapsedTime(last) : TimeSpan.Zero;

    public void Admit(Subscription newcomer) => due.Add(newcomer);

    /// <summary>Takes those in who were live until the feed jumped.</summary>
    public void Restart(IEnumerable<Subscription> subscriptions)
    {
        foreach (var subscription in subscriptions)
        {
            subscription.TakesFull = true;
            due.Add(subscription);
        }
    }

    public void KeepBehind(IEnumerable<Subscription> subscriptions) => behind.AddRange(subscriptions);

    /// <summary>Forgets a subscription that is not live.</summary>
    public void Remove(Subscription subscription) => left.Add(subscription);

    /// <summary>Empties the room.</summary>
    public IReadOnlyList<Subscription> DismissAll()
    {
        Subscription[] all = [.. due.Concat(stuck).Concat(behind).Except(left)];
        due.Clear();
        stuck.Clear();
        behind.Clear();
        left.Clear();
        return all;
    }

    /// <summary>Where whoever came first stands.</summary>
    public Cursor? First => due.Count > 0 ? due[0].Cursor : null;

    /// <summary>The channel is being asked; those who wait now are answered by it, and not those who come meanwhile.</summary>
    /// <param name="forFull">Whether it is asked for the full state.</param>
    /// <param name="visitors">Those who will be admitted when it has answered.</param>
    public void Asking(bool forFull, IReadOnlyList<Subscription> visitors)
    {
        waitedFor = [.. due, .. stuck, .. visitors];
        if (forFull)
        {
            plan.Fetching();
        }
    }

    /// <summary>The channel has answered and the replica has it.</summary>
    /// <param name="asked">The position it was asked about; null if it was asked for the full state.</param>
    /// <param name="answer">Its answer.</param>
    public void Answered(Position? asked, CatchUp answer)
    {
        var costsLess = asked is not null && answer.Full is not null;
        foreach (var subscription in waitedFor)
        {
            subscription.WasChecked |= asked is not null;
            subscription.TakesFull |= costsLess && plan.StepFor(subscription) == CatchUpStep.Ask;
        }

        waitedFor = [];
    }

    /// <param name="wave">Takes the writers that are woken.</param>
    /// <param name="areMoreExpected">Whether some will be admitted soon who came long ago.</param>
    public void Serve(WriterWave wave, bool areMoreExpected)
    {
        ForgetLeft();
        Promote();
        LookAgainAtTheStuck();
        (due, spare) = (spare, due);
        foreach (var subscription in spare)
        {
            subscription.Welcome(wave);
            Serve(subscription, wave);
        }

        spare.Clear();
        replica.ForgetOlder();
        if (!areMoreExpected)
        {
            plan.Offered();
        }
    }

    private void Serve(Subscription subscription, WriterWave wave)
    {
        if (!subscription.Socket.KeepsUp(options.MergeEvery))
        {
            behind.Add(subscription);
            return;
        }

        switch (plan.StepFor(subscription))
        {
            case CatchUpStep.Resume:
                Resume(subscription, wave);
                break;
            case CatchUpStep.Check:
                WantsCheck = true;
                stuck.Add(subscription);
                break;
            case CatchUpStep.Ask:
                WantsAfter = Math.Min(WantsAfter ?? long.MaxValue, subscription.Cursor.Through);
                stuck.Add(subscription);
                break;
            default:
                GiveFull(subscription, wave);
                break;
        }
    }

    private void Resume(Subscription subscription, WriterWave wave)
    {
        var end = subscription.Cursor with { Through = replica.Seq };
        if (blocks.Missed(subscription.Key, subscription.Cursor) is { } missed)
        {
            subscription.Send(missed, end with { Seq = missed.Last }, wave);
            if (missed.HoldsWhole)
            {
                subscription.ForgetMoments();
            }
        }
        else
        {
            subscription.Pass(replica.Seq);
        }

        subscription.Arrive();
        audience.Add(subscription);
    }

    private void GiveFull(Subscription subscription, WriterWave wave)
    {
        var isBogus = subscription.WasChecked && subscription.Cursor.Through > replica.Seq;
        if (isBogus)
        {
            subscription.Forget();
        }

        if (!plan.MayGiveFull(subscription))
        {
            WantsFull = true;
            stuck.Add(subscription);
            return;
        }

        var at = replica.Full!.At;
        var isChained = !subscription.IsNew && subscription.Cursor.Epoch == at.Epoch;
        var block = subscription.OwnFull is { } own ? blocks.OwnFull(own, isChained) : blocks.Full(subscription.Key.Dialect, isChained);
        subscription.Send(block, new Cursor(at.Epoch, at.Seq, at.Seq), wave);
        subscription.HasSeen(replica.FullMoments);
        subscription.TakesFull = false;
        subscription.Arrive();
        GoOnAfterFull(subscription, wave);
    }

    private void GoOnAfterFull(Subscription subscription, WriterWave wave)
    {
        if (plan.FollowsCheaply(subscription.Cursor.Seq))
        {
            Resume(subscription, wave);
        }
        else
        {
            behind.Add(subscription);
        }
    }

    private void Promote()
    {
        if (NextMerge > TimeSpan.Zero || behind.Count == 0)
        {
            return;
        }

        mergedAt = clock.GetTimestamp();
        due.AddRange(behind);
        behind.Clear();
    }

    /// <summary>Those who wait for an answer can only be helped when something has changed.</summary>
    private void LookAgainAtTheStuck()
    {
        if (servedVersion != replica.Version)
        {
            servedVersion = replica.Version;
            due.AddRange(stuck);
            stuck.Clear();
            (WantsFull, WantsCheck, WantsAfter) = (false, false, null);
        }
    }

    private void ForgetLeft()
    {
        if (left.Count > 0)
        {
            due.RemoveAll(left.Contains);
            stuck.RemoveAll(left.Contains);
            behind.RemoveAll(left.Contains);
            left.Clear();
        }
    }
}
