using System.Security.Cryptography;
using OrleansContest.Channels;

namespace OrleansContest.Gateway.Hub;

/// <summary>All channels of one kind as one, with a numbering of its own that begins when somebody first follows it.</summary>
/// <remarks>
/// Updates are numbered as they come. For a full state every channel is asked for its own, while what comes is held back; then
/// those updates are numbered that the states already hold, then the full state is composed, then the rest goes on: so what
/// follows a full state is exactly what it does not hold. A channel that appears, restarts or goes leaves a number without an
/// update: whoever follows has a hole there, and fills it with a full state.
/// </remarks>
internal sealed class CombinedSource : IFeedSource
{
    private readonly ICombiner combiner;
    private readonly FeedDirectory feeds;
    private readonly Mailbox mailbox;
    private readonly CombinedRoll roll;
    private readonly FeedOptions options;
    private readonly FeedTools tools;
    private readonly Dictionary<string, CombinedMember> members = new(StringComparer.Ordinal);
    private readonly List<(CombinedMember Member, string Epoch, Update Update)> held = [];
    private readonly List<TaskCompletionSource<CatchUp?>> asking = [];
    private readonly List<Update> outgoing = [];
    private readonly string epoch = RandomNumberGenerator.GetHexString(16, lowercase: true);
    private IChannelObserver? observer;
    private long? composingSince;
    private long seq;
    private bool hasJumped;

    public CombinedSource(string channel, ICombiner combiner, FeedDirectory feeds, CombinedParts parts)
    {
        (Channel, this.combiner, this.feeds) = (channel, combiner, feeds);
        (options, tools) = (parts.Options.Value, parts.Tools);
        mailbox = new Mailbox(EndTurn, Fail);
        roll = new CombinedRoll(combiner.Kind, mailbox, parts, Appear);
    }

    public string Channel { get; }

    public SeatPlan? Seats => null;

    public string? Gone => null;

    public Task<IAsyncDisposable> FollowAsync(IChannelObserver observer, CancellationToken cancellationToken)
    {
        this.observer = observer;
        roll.Start();
        return Task.FromResult<IAsyncDisposable>(new Following(this));
    }

    public Task<CatchUp?> CatchUpAsync(Position? since)
    {
        var answer = new TaskCompletionSource<CatchUp?>(TaskCreationOptions.RunContinuationsAsynchronously);
        mailbox.Post(() => asking.Add(answer));
        return answer.Task;
    }

    public void Begin(CombinedMember member)
    {
        held.RemoveAll(waiting => waiting.Member == member);
        hasJumped |= IsHere(member);
    }

    public void Take(CombinedMember member, string memberEpoch, IReadOnlyList<Update> updates)
    {
        foreach (var update in IsHere(member) ? updates : [])
        {
            if (composingSince is null)
            {
                Number(member, memberEpoch, update);
            }
            else
            {
                held.Add((member, memberEpoch, update));
            }
        }
    }

    public void Lose(CombinedMember member, JoinOutcome reason)
    {
        if (!IsHere(member))
        {
            return;
        }

        members.Remove(member.Channel);
        held.RemoveAll(waiting => waiting.Member == member);
        hasJumped |= member.Full is not null;
        if (reason != JoinOutcome.Closed)
        {
            HubLog.LeftOut(tools.Logger, member.Channel);
            roll.Strike(member.Channel);
        }
    }

    /// <summary>Whether the member is still one: what it has sent may arrive after it was lost.</summary>
    private bool IsHere(CombinedMember member) => members.GetValueOrDefault(member.Channel) == member;

    private void Appear(string channel)
    {
        if (!members.ContainsKey(channel) && feeds.Open(channel) is { } feed)
        {
            var member = new CombinedMember(this, mailbox, feed);
            members.Add(channel, member);
            member.Join();
        }
    }

    private void EndTurn()
    {
        if (asking.Count > 0 && composingSince is null)
        {
            composingSince = tools.Clock.GetTimestamp();
            foreach (var member in members.Values.Where(member => !member.IsAwaited))
            {
                member.RequestFull();
            }
        }

        if (composingSince is { } since)
        {
            LeaveOutTheSilent(tools.Clock.GetElapsedTime(since));
            ComposeIfAllAnswered();
        }
        else if (hasJumped)
        {
            Jump();
        }

        Publish();
    }

    private void LeaveOutTheSilent(TimeSpan waited)
    {
        if (waited < options.AnswerWithin / 2)
        {
            return;
        }

        foreach (var member in members.Values.Where(member => member.IsAwaited).ToList())
        {
            member.Leave();
            Lose(member, JoinOutcome.Unavailable);
        }
    }

    private void ComposeIfAllAnswered()
    {
        if (!roll.IsRead || members.Values.Any(member => member.IsAwaited))
        {
            return;
        }

        var contained = held.FindAll(waiting => waiting.Member.Holds(waiting.Epoch, waiting.Update));
        var rest = held.FindAll(waiting => !waiting.Member.Holds(waiting.Epoch, waiting.Update));
        held.Clear();
        composingSince = null;
        contained.ForEach(next => Number(next.Member, next.Epoch, next.Update));
        if (hasJumped)
        {
            Jump();
        }

        Publish();
        Answer();
        rest.ForEach(next => Number(next.Member, next.Epoch, next.Update));
    }

    private void Answer()
    {
        var at = new Position(epoch, seq);
        var fulls = members.Values.OrderBy(member => member.Channel, StringComparer.Ordinal).Select(member => (member.Channel, member.Full!));
        var full = new FullState(at, combiner.Combine([.. fulls]));
        asking.ForEach(answer => answer.TrySetResult(new CatchUp(at, [], full)));
        asking.Clear();
    }

    private void Number(CombinedMember member, string memberEpoch, Update update) =>
        outgoing.Add(update with { Seq = ++seq, Beside = combiner.Beside(member.Channel, memberEpoch, update) });

    private void Jump()
    {
        Publish();
        hasJumped = false;
        observer!.Published(new UpdateBatch(CombinedId, epoch, ++seq, []));
    }

    private void Publish()
    {
        if (outgoing.Count > 0)
        {
            observer!.Published(new UpdateBatch(CombinedId, epoch, outgoing[0].Seq - 1, [.. outgoing]));
            outgoing.Clear();
        }
    }

    /// <summary>A feed has one source, so it is never looked at.</summary>
    private ChannelId CombinedId => new(combiner.Kind, Channel);

    private void Stop()
    {
        roll.Stop();
        asking.ForEach(answer => answer.TrySetCanceled());
        asking.Clear();
        foreach (var member in members.Values)
        {
            member.Leave();
        }

        members.Clear();
    }

    private void Fail(Exception fault)
    {
        HubLog.CombinedFailed(tools.Logger, fault);
        asking.ForEach(answer => answer.TrySetException(fault));
        asking.Clear();
    }

    private sealed class Following(CombinedSource combination) : IAsyncDisposable
    {
        public ValueTask DisposeAsync()
        {
            combination.mailbox.Post(combination.Stop);
            return ValueTask.CompletedTask;
        }
    }
}
