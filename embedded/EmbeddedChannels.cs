using System.Collections.Concurrent;
using OrleansContest.Channels;

namespace OrleansContest.Embedded;

/// <summary>Hosts channels in this process, each with a runner that lives while it is used.</summary>
/// <remarks>Take a channel anew for each call: one kept for long may have gone to rest, and then answers as unavailable.</remarks>
internal sealed class EmbeddedChannels(
    IEnumerable<ChannelKind> kinds, IJournal journal, ISnapshots snapshots, IRunnerMonitor monitor, TimeProvider clock, EmbeddedOptions options)
    : IChannels, ISeats, IAsyncDisposable
{
    private readonly Dictionary<string, ChannelKind> kinds = kinds.ToDictionary(kind => kind.Name);
    private readonly ConcurrentDictionary<ChannelId, Lazy<HostedChannel>> hosted = new();
    private readonly LocalFanOut fanOut = new();
    private readonly LocalRosters rosters = new(clock);

    public TChannel Get<TChannel>(string id)
        where TChannel : class, IChannel =>
        (TChannel)Get(new ChannelId(KindOf(typeof(TChannel)).Name, id));

    public IChannel Get(ChannelId channel)
    {
        var kind = kinds.GetValueOrDefault(channel.Kind)
            ?? throw new ArgumentException($"This engine hosts no channels of kind '{channel.Kind}'.", nameof(channel));
        return hosted.GetOrAdd(channel, id => new(() => Host(kind, id))).Value.Face;
    }

    public Task<IReadOnlyList<string>> ListAsync(string kind, CancellationToken cancellationToken) =>
        journal.ListAsync(kind, cancellationToken);

    public Task<IAsyncDisposable> FollowAsync(ChannelId channel, IChannelObserver observer, CancellationToken cancellationToken) =>
        Task.FromResult(fanOut.Follow(channel, observer));

    public Task<SeatGrant> SeatAsync(ChannelId channel, SeatRequest request, CancellationToken cancellationToken) =>
        Task.FromResult(rosters.Ask(channel, request));

    /// <summary>How many channels are in memory.</summary>
    internal int Count => hosted.Count;

    /// <summary>
    /// Lets channels go to rest that nobody has asked for a while, nobody follows and whose clock is not running; those that
    /// do not exist, soon.
    /// </summary>
    public Task RestIdleAsync() => RestAsync((id, channel) =>
        clock.GetElapsedTime(channel.LastAsked) >= (channel.IsVacant ? options.VacantIdle : options.Idle)
        && !channel.IsTicking
        && !fanOut.IsFollowed(id));

    /// <summary>Lets the channels go to rest that are chosen. Whoever asks one of them next brings it back from its journal.</summary>
    internal async Task RestAsync(Func<ChannelId, HostedChannel, bool> chosen)
    {
        foreach (var (id, channel) in hosted)
        {
            if (channel.IsValueCreated && chosen(id, channel.Value) && hosted.TryRemove(KeyValuePair.Create(id, channel)))
            {
                await channel.Value.DisposeAsync();
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var channel in hosted.Values)
        {
            await channel.Value.DisposeAsync();
        }
    }

    private HostedChannel Host(ChannelKind kind, ChannelId id) =>
        kind.Host(id, new RunnerPorts(journal, snapshots, fanOut, monitor, clock), options.Runner);

    private ChannelKind KindOf(Type face) =>
        kinds.Values.FirstOrDefault(kind => kind.Face == face)
        ?? throw new ArgumentException($"This engine hosts no {face.Name}.");
}
