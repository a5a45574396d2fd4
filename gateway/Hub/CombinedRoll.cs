using OrleansContest.Channels;

namespace OrleansContest.Gateway.Hub;

/// <summary>Finds the channels of a kind, those that come later included, for a combined feed.</summary>
/// <param name="kind">The kind.</param>
/// <param name="mailbox">Where everything is done but the asking.</param>
/// <param name="parts">Whom to ask, and how often.</param>
/// <param name="appear">Called with the name of each channel found, again and again.</param>
internal sealed class CombinedRoll(string kind, Mailbox mailbox, CombinedParts parts, Action<string> appear)
{
    /// <summary>How long a channel that did not answer is left alone.</summary>
    private static readonly TimeSpan leftAlone = TimeSpan.FromSeconds(30);

    private readonly Dictionary<string, long> struck = new(StringComparer.Ordinal);
    private Task listing = Task.CompletedTask;
    private ITimer? timer;

    /// <summary>Whether the channels that existed at the start are known.</summary>
    public bool IsRead { get; private set; }

    public void Start()
    {
        parts.News.Created += Take;
        timer = parts.Tools.Clock.CreateTimer(_ => mailbox.Post(List), null, TimeSpan.Zero, parts.Options.Value.ListEvery);
    }

    public void Stop()
    {
        parts.News.Created -= Take;
        timer?.Dispose();
    }

    /// <summary>Leaves a channel alone for a while.</summary>
    public void Strike(string channel) => struck[channel] = parts.Tools.Clock.GetTimestamp();

    private void Take(ChannelId created)
    {
        if (created.Kind == kind)
        {
            mailbox.Post(() => Find(created));
        }
    }

    private void List()
    {
        if (listing.IsCompleted)
        {
            listing = ListAsync();
        }
    }

    private async Task ListAsync()
    {
        try
        {
            var ids = await parts.Channels.ListAsync(kind, CancellationToken.None);
            mailbox.Post(() =>
            {
                IsRead = true;
                foreach (var id in ids)
                {
                    Find(new ChannelId(kind, id));
                }
            });
        }
        catch (Exception fault)
        {
            HubLog.NotListed(parts.Tools.Logger, fault, kind);
        }
    }

    private void Find(ChannelId channel)
    {
        var name = channel.ToString();
        if (!struck.TryGetValue(name, out var since) || parts.Tools.Clock.GetElapsedTime(since) > leftAlone)
        {
            struck.Remove(name);
            appear(name);
        }
    }
}
