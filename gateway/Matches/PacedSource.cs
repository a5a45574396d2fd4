using OrleansContest.Channels;
using OrleansContest.Gateway.Hub;
using OrleansContest.Matches;

namespace OrleansContest.Gateway.Matches;

/// <summary>A match whose spectators are told no more than they can follow: ten messages a second while it is stormed with votes.</summary>
/// <remarks>
/// What comes within a tenth of a second goes out together, of each place the latest. When more than a hundred votes have come
/// within a second, it goes out as ten messages a second allow; and when too much has changed for that, as a full state, seldomer
/// the larger it is. Numbers stay the match's own. A full state reaches those who follow as a hole does: the feed is told of a
/// position that it has not, and asks. So it is also with newcomers: who asks is answered at the next round, so that no feed gets ahead of itself.
/// </remarks>
internal sealed class PacedSource(IFeedSource match, ChannelId channel, TimeProvider clock) : IFeedSource, IChannelObserver, IAsyncDisposable
{
    /// <summary>Messages a second while it is stormed.</summary>
    public const int MostMessages = 10;

    /// <summary>Updates or votes a second from which on it is stormed.</summary>
    private const int Storm = 100;

    /// <summary>Messages that say a full state: the totals, and the map.</summary>
    private const int FullMessages = 2;

    /// <summary>Messages of one round while it is stormed; more are said by a full state.</summary>
    private const int Few = MostMessages - FullMessages;

    /// <summary>A full state of so many bytes is given no more than once a second.</summary>
    private const double FullBytesPerSecond = 4 << 20;

    private static readonly TimeSpan together = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan soonestFull = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan latestFull = TimeSpan.FromSeconds(2);

    private readonly Lock gate = new();
    private readonly MessagePace arrivals = new(clock);
    private readonly MessagePace told = new(clock);
    private readonly HeldUpdates held = new();
    private readonly List<TaskCompletionSource<CatchUp?>> asking = [];
    private Alarm? alarm;
    private IChannelObserver? follower;
    private IAsyncDisposable? following;
    private Task fetching = Task.CompletedTask;
    private Position? at;
    private Jump? jump;
    private long? toldAt;
    private (long At, TimeSpan Pause)? lastFull;
    private long votes;
    private bool isFetching;
    private bool isOver;

    public string Channel => match.Channel;

    public SeatPlan? Seats => match.Seats;

    public string? Gone => match.Gone;

    private bool IsStormed => arrivals.Recent > Storm;

    private bool WantsFull => held.IsOverfull || (IsStormed && held.Messages > Few);

    public async Task<IAsyncDisposable> FollowAsync(IChannelObserver observer, CancellationToken cancellationToken)
    {
        follower = observer;
        alarm = new Alarm(clock, Ring);
        following = await match.FollowAsync(this, cancellationToken);
        return this;
    }

    public void Published(UpdateBatch batch)
    {
        lock (gate)
        {
            if (batch.Epoch != at?.Epoch || batch.After > held.Last)
            {
                // Another numbering, or a hole: the feed finds out by asking.
                follower!.Published(batch with { After = batch.Last, Updates = [] });
            }
            else if (batch.Last > held.Last)
            {
                arrivals.Add(Math.Max((int)(batch.Last - held.Last), NewVotes(batch.Updates)));
                held.Add(batch.Updates);
                Consider();
            }
        }
    }

    public Task<CatchUp?> CatchUpAsync(Position? since)
    {
        lock (gate)
        {
            if (jump is { } now && since == now.From)
            {
                return Task.FromResult<CatchUp?>(now.To);
            }

            if (at is null || (since is not null && !WantsFull))
            {
                return PassAsync(since);
            }

            var answer = new TaskCompletionSource<CatchUp?>(TaskCreationOptions.RunContinuationsAsynchronously);
            asking.Add(answer);
            Consider();
            return answer.Task;
        }
    }

    public async ValueTask DisposeAsync()
    {
        lock (gate)
        {
            isOver = true;
            alarm?.Dispose();
            asking.ForEach(one => one.TrySetCanceled());
            asking.Clear();
        }

        await fetching;
        await (following?.DisposeAsync() ?? ValueTask.CompletedTask);
    }

    /// <summary>How many votes the updates tell of, whatever they leave out.</summary>
    private int NewVotes(IReadOnlyList<Update> updates)
    {
        var before = votes;
        votes = updates.LastOrDefault(update => update.Type == MatchPayload.Stats) is { } stats ? MatchPayload.VotesIn(stats.Data.Span) : votes;
        return before == 0 ? 0 : (int)Math.Max(0, votes - before);
    }

    private void Ring()
    {
        lock (gate)
        {
            Consider();
        }
    }

    /// <summary>Begins a round if it is time for one.</summary>
    private void Consider()
    {
        if (isOver || isFetching || (held.IsEmpty && asking.Count == 0))
        {
            return;
        }

        if (UntilRound() is var wait && wait > TimeSpan.Zero)
        {
            alarm!.Set(wait);
        }
        else if (WantsFull || asking.Count > 0)
        {
            isFetching = true;
            fetching = FetchAsync();
        }
        else
        {
            Tell();
        }
    }

    private TimeSpan UntilRound()
    {
        if (WantsFull)
        {
            var pause = lastFull is { } last ? last.Pause - clock.GetElapsedTime(last.At) : TimeSpan.Zero;
            var room = told.WaitFor(FullMessages, MostMessages);
            return pause > room ? pause : room;
        }

        return IsStormed ? told.WaitFor(held.Messages, MostMessages)
            : held.IsEmpty || toldAt is not { } before ? TimeSpan.Zero
            : together - clock.GetElapsedTime(before);
    }

    private void Tell()
    {
        var before = at!.Seq;
        told.Add(held.Messages);
        toldAt = clock.GetTimestamp();
        var merged = held.TakeMerged();
        at = at with { Seq = held.Last };
        if (merged.Count > 0)
        {
            follower!.Published(new UpdateBatch(channel, at.Epoch, before, merged));
        }
    }

    private async Task FetchAsync()
    {
        try
        {
            // Leaves the lock before anything else.
            await Task.CompletedTask.ConfigureAwait(ConfigureAwaitOptions.ForceYielding);
            var answer = await match.CatchUpAsync(null);
            lock (gate)
            {
                Settle(answer);
            }
        }
        catch (Exception fault)
        {
            lock (gate)
            {
                isFetching = false;
                asking.ForEach(one => one.TrySetException(fault));
                asking.Clear();
                lastFull = (clock.GetTimestamp(), latestFull);
                Consider();
            }
        }
    }

    private void Settle(CatchUp? answer)
    {
        if (answer?.Full is { } full)
        {
            Take(answer, full);
        }

        asking.ForEach(one => one.TrySetResult(answer));
        asking.Clear();
        isFetching = false;
        Consider();
    }

    private void Take(CatchUp answer, FullState full)
    {
        if (full.At.Epoch != at?.Epoch)
        {
            Begin(full.At);
        }
        else if (WantsFull)
        {
            var pause = TimeSpan.FromSeconds(full.Data.Length / FullBytesPerSecond);
            lastFull = (clock.GetTimestamp(), pause < soonestFull ? soonestFull : pause > latestFull ? latestFull : pause);
            told.Add(FullMessages);
            jump = new Jump(at, answer);
            at = full.At;
            held.Pass(at.Seq);
            follower!.Published(new UpdateBatch(channel, at.Epoch, at.Seq, []));
        }
        else if (!held.IsEmpty)
        {
            Tell();
        }
    }

    private async Task<CatchUp?> PassAsync(Position? since)
    {
        var answer = await match.CatchUpAsync(since);
        if (answer?.Missed.Any(update => update.Type == MatchModel.Refresh) == true)
        {
            answer = await match.CatchUpAsync(null);
        }

        lock (gate)
        {
            if (answer is not null && (answer.At.Epoch != at?.Epoch || answer.At.Seq > at.Seq))
            {
                Begin(answer.At);
            }
        }

        return answer;
    }

    /// <summary>The feed has everything up to here by an answer.</summary>
    private void Begin(Position position)
    {
        if (position.Epoch == at?.Epoch)
        {
            held.Pass(position.Seq);
        }
        else
        {
            held.Begin(position.Seq);
        }

        (at, jump) = (position, null);
    }

    /// <summary>A full state for all who follow.</summary>
    /// <param name="From">Where the feed stands.</param>
    /// <param name="To">Where it goes.</param>
    private sealed record Jump(Position From, CatchUp To);
}
