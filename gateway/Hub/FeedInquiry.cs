using OrleansContest.Channels;

namespace OrleansContest.Gateway.Hub;

/// <summary>Asks a feed's channel: one question at a time, with patience that ends.</summary>
/// <param name="source">The channel.</param>
/// <param name="observer">Follows it from the first question on.</param>
/// <param name="mailbox">Where the answer is posted.</param>
/// <param name="options">How long to wait.</param>
/// <param name="tools">The time, and where faults are told of.</param>
internal sealed class FeedInquiry(IFeedSource source, IChannelObserver observer, Mailbox mailbox, FeedOptions options, FeedTools tools)
{
    private readonly TimeProvider clock = tools.Clock;
    private Task asking = Task.CompletedTask;
    private IAsyncDisposable? following;
    private long? failedAt;

    public bool IsUnderWay { get; private set; }

    /// <summary>How long to wait before the next question, after one that found no answer; null when there is no need to.</summary>
    public TimeSpan? Pause => failedAt is { } at ? options.RetryAfter - clock.GetElapsedTime(at) : null;

    /// <param name="since">The position to ask about; null for the full state.</param>
    /// <param name="answered">Gets the answer, null when there is no such channel.</param>
    /// <param name="failed">Gets what went wrong.</param>
    public void Ask(Position? since, Action<CatchUp?> answered, Action<Exception> failed)
    {
        IsUnderWay = true;
        asking = AskAsync(since, answered, failed);
    }

    /// <summary>Follows the channel no more.</summary>
    public async Task CloseAsync()
    {
        await asking;
        try
        {
            await (following?.DisposeAsync() ?? ValueTask.CompletedTask);
        }
        catch (Exception fault)
        {
            HubLog.StillFollowed(tools.Logger, fault, source.Channel);
        }
    }

    private async Task AskAsync(Position? since, Action<CatchUp?> answered, Action<Exception> failed)
    {
        try
        {
            following ??= await source.FollowAsync(observer, CancellationToken.None);
            var answer = await source.CatchUpAsync(since).WaitAsync(options.AnswerWithin, clock);
            Post(null, () => answered(answer));
        }
        catch (Exception fault)
        {
            Post(clock.GetTimestamp(), () => failed(fault));
        }
    }

    private void Post(long? failure, Action tell) => mailbox.Post(() =>
    {
        (IsUnderWay, failedAt) = (false, failure);
        tell();
    });
}
