using Microsoft.Extensions.DependencyInjection;
using OrleansContest.Channels;

namespace OrleansContest.Gateway.Tests.Http;

/// <summary>An engine of which every call fails in the same way, or hangs when no fault is given.</summary>
internal sealed class FaultyEngine(Exception? fault) : IChannels, ISeats
{
    /// <summary>Makes a gateway use it.</summary>
    public void AddTo(IServiceCollection services) => services.AddSingleton<IChannels>(this).AddSingleton<ISeats>(this);

    public TChannel Get<TChannel>(string id)
        where TChannel : class, IChannel => throw fault!;

    public IChannel Get(ChannelId channel) => throw fault!;

    public Task<IReadOnlyList<string>> ListAsync(string kind, CancellationToken cancellationToken) =>
        fault is null ? new TaskCompletionSource<IReadOnlyList<string>>().Task : Task.FromException<IReadOnlyList<string>>(fault);

    public Task<IAsyncDisposable> FollowAsync(ChannelId channel, IChannelObserver observer, CancellationToken cancellationToken) =>
        Task.FromException<IAsyncDisposable>(fault!);

    public Task<SeatGrant> SeatAsync(ChannelId channel, SeatRequest request, CancellationToken cancellationToken) =>
        Task.FromException<SeatGrant>(fault!);
}
