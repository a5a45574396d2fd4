using System.Threading.Channels;

namespace OrleansContest.Channels;

/// <summary>Runs one channel: the only one who touches its state, whatever engine hosts it.</summary>
/// <remarks>
/// Takes what waits, decides it in turn, appends everything in one write, and only when that is durable answers and publishes.
/// When an append fails, the outcome is unknown: the state is dropped, the callers get a temporary error, and the next turn
/// replays the journal.
/// </remarks>
public sealed class ChannelRunner<TState, TCommand, TEvent> : IChannelRunner<TState, TCommand>, IAsyncDisposable
{
    private readonly ChannelId id;
    private readonly RunnerPorts ports;
    private readonly RunnerOptions options;
    private readonly ChannelLoader<TState, TCommand, TEvent> loader;
    private readonly SnapshotSchedule<TState, TCommand, TEvent> snapshots;
    private readonly Channel<RunnerItem<TState, TCommand, TEvent>> mailbox;
    private readonly List<RunnerItem<TState, TCommand, TEvent>> turn = [];
    private readonly WakeTimer wake;
    private readonly Task loop;

    private LiveChannel<TState, TCommand, TEvent>? live;
    private JournalDamagedException? damage;
    private int waiting;

    public ChannelRunner(
        ChannelId id, IChannelModel<TState, TCommand, TEvent> model, RunnerPorts ports, RunnerOptions options)
    {
        (this.id, this.ports, this.options) = (id, ports, options);
        loader = new(id, model, ports, options);
        snapshots = new(id, ports, options);
        mailbox = Channel.CreateUnbounded<RunnerItem<TState, TCommand, TEvent>>(new() { SingleReader = true });
        wake = new(ports.Clock, () => mailbox.Writer.TryWrite(new WakeItem<TState, TCommand, TEvent>(ports.Clock)));
        LastAsked = ports.Clock.GetTimestamp();
        loop = RunAsync();
    }

    /// <summary>When something was last asked of it, as a timestamp of the runner's clock.</summary>
    public long LastAsked { get; private set; }

    /// <summary>Whether the channel did not exist when it was last asked, or nothing has ever happened in it.</summary>
    public bool IsVacant { get; private set; }

    /// <summary>Whether time alone will change something in it: it has to stay in memory until then.</summary>
    public bool IsTicking => wake.IsSet;

    public async Task<Outcome<TAnswer>> AskAsync<TAnswer>(TCommand command)
        where TAnswer : class
    {
        var outcomes = await AskEachAsync<TAnswer>([command]).ConfigureAwait(false);
        return outcomes[0];
    }

    public Task<IReadOnlyList<Outcome<TAnswer>>> AskEachAsync<TAnswer>(IReadOnlyList<TCommand> commands)
        where TAnswer : class
    {
        if (commands.Count == 0)
        {
            return Task.FromResult<IReadOnlyList<Outcome<TAnswer>>>([]);
        }

        var item = new CommandItem<TState, TCommand, TEvent, TAnswer>(commands);
        return TryPost(item)
            ? item.Answer
            : Task.FromResult<IReadOnlyList<Outcome<TAnswer>>>([.. commands.Select(_ => (Outcome<TAnswer>)Refusal.Busy)]);
    }

    public Task<TAnswer> QueryAsync<TAnswer>(Func<TState, TAnswer> query) => QueryLiveAsync(channel => query(channel.State));

    public Task<CatchUp?> CatchUpAsync(Position? since) =>
        QueryLiveAsync(channel => channel.CatchUp(since, ports.Clock.GetUtcNow()));

    /// <summary>Serves what waits, then stops. Whatever is asked later ends in a <see cref="ChannelUnavailableException"/>.</summary>
    public async ValueTask DisposeAsync()
    {
        mailbox.Writer.TryComplete();
        await loop.ConfigureAwait(false);
    }

    private Task<TAnswer> QueryLiveAsync<TAnswer>(Func<LiveChannel<TState, TCommand, TEvent>, TAnswer> query)
    {
        var item = new QueryItem<TState, TCommand, TEvent, TAnswer>(query);
        return TryPost(item)
            ? item.Answer
            : Task.FromException<TAnswer>(new ChannelUnavailableException(id, Refusal.Busy.Message));
    }

    /// <returns>False when the mailbox is full.</returns>
    private bool TryPost(RunnerItem<TState, TCommand, TEvent> item)
    {
        LastAsked = ports.Clock.GetTimestamp();
        if (Interlocked.Add(ref waiting, item.Weight) > options.MaxWaiting)
        {
            Interlocked.Add(ref waiting, -item.Weight);
            return false;
        }

        ports.Monitor.Waiting(id, item.Weight);
        if (!mailbox.Writer.TryWrite(item))
        {
            Release(item);
            item.Fail(new ChannelUnavailableException(id, "it is stopping."));
        }

        return true;
    }

    private void Release(RunnerItem<TState, TCommand, TEvent> item)
    {
        Interlocked.Add(ref waiting, -item.Weight);
        ports.Monitor.Waiting(id, -item.Weight);
    }

    private async Task RunAsync()
    {
        while (await mailbox.Reader.WaitToReadAsync().ConfigureAwait(false))
        {
            TakeTurn();
            await ServeTurnAsync().ConfigureAwait(false);
            turn.Clear();
        }

        wake.Dispose();
        await snapshots.FinishAsync().ConfigureAwait(false);
        await CloseAsync().ConfigureAwait(false);
    }

    private void TakeTurn()
    {
        for (var weight = 0; weight < options.MaxBatch && mailbox.Reader.TryRead(out var item); weight += item.Weight)
        {
            Release(item);
            turn.Add(item);
        }
    }

    private async Task ServeTurnAsync()
    {
        try
        {
            live ??= await LoadAsync().ConfigureAwait(false);
            turn.ForEach(item => item.Serve(live));
            await CommitAsync(live).ConfigureAwait(false);
        }
        catch (Exception fault)
        {
            await DropAsync(fault).ConfigureAwait(false);
            return;
        }

        IsVacant = !live.Exists || live.Journal.Last == 0;
        turn.ForEach(item => item.Complete());
        Tell(live, ports.Clock.GetUtcNow());
        snapshots.Consider(live);
    }

    private void Tell(LiveChannel<TState, TCommand, TEvent> channel, DateTimeOffset now)
    {
        wake.Set(channel.NextWake(now));
        if (channel.TakeNews(now) is { } news)
        {
            ports.Publisher.Publish(news);
        }
    }

    /// <summary>A damaged journal stays damaged: it is read once, not for every call.</summary>
    private async Task<LiveChannel<TState, TCommand, TEvent>> LoadAsync()
    {
        if (damage is not null)
        {
            throw damage;
        }

        try
        {
            var loaded = await loader.LoadAsync(CancellationToken.None).ConfigureAwait(false);
            snapshots.StartAt(loaded.SnapshotAt);
            return loaded.Channel;
        }
        catch (JournalDamagedException found)
        {
            damage = found;
            throw;
        }
    }

    private async Task CommitAsync(LiveChannel<TState, TCommand, TEvent> channel)
    {
        var started = ports.Clock.GetTimestamp();
        var (records, bytes) = await channel.CommitAsync(CancellationToken.None).ConfigureAwait(false);
        if (records > 0)
        {
            ports.Monitor.Appended(id, records, bytes, ports.Clock.GetElapsedTime(started));
        }
    }

    private async Task DropAsync(Exception fault)
    {
        ports.Monitor.Dropped(id, fault);
        await CloseAsync().ConfigureAwait(false);
        if (damage is null && (wake.IsSet || turn.Exists(item => item is WakeItem<TState, TCommand, TEvent>)))
        {
            wake.Set(ports.Clock.GetUtcNow() + options.WakeAgain);
        }

        var answer = new ChannelUnavailableException(id, fault.Message, fault);
        turn.ForEach(item => item.Fail(answer));
    }

    private async Task CloseAsync()
    {
        if (live is { } closing)
        {
            live = null;
            await closing.Journal.DisposeAsync().ConfigureAwait(false);
        }
    }
}
