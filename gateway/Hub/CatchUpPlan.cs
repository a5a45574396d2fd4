using OrleansContest.Channels;

namespace OrleansContest.Gateway.Hub;

/// <summary>Decides how a subscriber who is not current is made so.</summary>
internal sealed class CatchUpPlan(Replica replica, CatchUpBlocks blocks, FeedOptions options, SocketOptions sockets, TimeProvider clock)
{
    /// <summary>Seconds' worth of fetches that may be made at once.</summary>
    private const int FetchBurst = 5;

    private readonly TokenBucket fetches = new(options.FullsPerSecond, FetchBurst * options.FullsPerSecond, clock);
    private FullState? offered;

    public CatchUpStep StepFor(Subscription subscription)
    {
        var cursor = subscription.Cursor;
        if (cursor.Epoch != replica.Epoch || subscription.TakesFull)
        {
            return CatchUpStep.GiveFull;
        }

        if (cursor.Through > replica.Seq)
        {
            return subscription.WasChecked ? CatchUpStep.GiveFull : CatchUpStep.Check;
        }

        if (replica.Reaches(cursor.Through))
        {
            return blocks.WeightAfter(cursor.Through) <= replica.Allowance ? CatchUpStep.Resume : CatchUpStep.GiveFull;
        }

        return replica.IsLongEnough ? CatchUpStep.GiveFull : CatchUpStep.Ask;
    }

    /// <summary>Whether the replica's full state is good enough for the subscriber.</summary>
    /// <remarks>
    /// One that was just fetched is, and an earlier one while nothing has changed. When too many have been fetched, an earlier
    /// one is too if what followed is cheap. One older than what the subscriber has never is, nor the very one that it has when
    /// more has come since: that would be a repeat, and help nobody.
    /// </remarks>
    public bool MayGiveFull(Subscription subscription)
    {
        var full = replica.Full;
        if (full is null || full.At.Epoch != replica.Epoch || full.At.Seq > replica.Seq)
        {
            return false;
        }

        var (cursor, at) = (subscription.Cursor, full.At);
        var isOlder = cursor.Epoch == at.Epoch && (cursor.Seq > at.Seq || (cursor.Seq == at.Seq && at.Seq < replica.Seq));
        var isFresh = !ReferenceEquals(full, offered) && at.Seq >= subscription.NotBefore;
        var isCurrent = at.Seq == replica.Seq && replica.FullAge <= options.FullAge;
        return !isOlder && (isFresh || isCurrent || (fetches.Left < 1 && FollowsCheaply(at.Seq)));
    }

    /// <summary>Whether what came after a full state can be sent after it.</summary>
    public bool FollowsCheaply(long seq) =>
        replica.Reaches(seq) && blocks.WeightAfter(seq) <= replica.Allowance && blocks.CountAfter(seq) <= sockets.OutboxFrames;

    /// <summary>A full state is being fetched.</summary>
    public void Fetching() => fetches.Spend();

    /// <summary>All who waited were offered the replica's full state, unless it is still ahead.</summary>
    public void Offered() => offered = replica.IsAwaited ? offered : replica.Full;
}

/// <summary>What makes a subscriber current.</summary>
internal enum CatchUpStep
{
    /// <summary>What was missed is here and cheap.</summary>
    Resume,

    /// <summary>The client is further than this gateway, or says so: the channel must be asked.</summary>
    Check,

    /// <summary>What was missed is not here: the channel may still have it.</summary>
    Ask,

    GiveFull,
}
