using System.Runtime.CompilerServices;
using OrleansContest.Channels;

namespace OrleansContest.Gateway.Http;

/// <summary>Asks every channel of a kind the same. One that cannot answer is left out and logged, so that it does not hide the others.</summary>
internal abstract class EveryChannel<TChannel>(string kind, IChannels channels, ILogger logger)
    where TChannel : class, IChannel
{
    /// <summary>Ids of all of them, in ordinal order.</summary>
    public Task<IReadOnlyList<string>> ListAsync(CancellationToken cancellationToken) => channels.ListAsync(kind, cancellationToken);

    /// <returns>The answers, in the order of the ids.</returns>
    public async IAsyncEnumerable<T> AskAsync<T>(
        IReadOnlyList<string> ids, Func<TChannel, Task<T?>> question, [EnumeratorCancellation] CancellationToken cancellationToken = default)
        where T : class
    {
        foreach (var id in ids)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (await AskOneAsync(id, question) is { } answer)
            {
                yield return answer;
            }
        }
    }

    private async Task<T?> AskOneAsync<T>(string id, Func<TChannel, Task<T?>> question)
        where T : class
    {
        try
        {
            return await question(channels.Get<TChannel>(id));
        }
        catch (Exception fault) when (fault is ChannelUnavailableException or JournalDamagedException)
        {
            GatewayLog.ChannelLeftOut(logger, fault, kind, id);
            return null;
        }
    }
}
