using System.Runtime.CompilerServices;
using OrleansContest.Channels;
using OrleansContest.Contests;

namespace OrleansContest.Gateway.Contests;

/// <summary>Asks every contest the same. One that cannot answer is left out and logged, so that it does not hide the others.</summary>
internal sealed class EveryContest(IChannels channels, ILogger<EveryContest> logger)
{
    /// <summary>Ids of all contests, in ordinal order.</summary>
    public Task<IReadOnlyList<string>> ListAsync(CancellationToken cancellationToken) => channels.ListAsync("contest", cancellationToken);

    /// <returns>The answers, in the order of the contests' ids.</returns>
    public async IAsyncEnumerable<T> AskAsync<T>(
        IReadOnlyList<string> ids, Func<IContest, Task<T?>> question, [EnumeratorCancellation] CancellationToken cancellationToken = default)
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

    private async Task<T?> AskOneAsync<T>(string id, Func<IContest, Task<T?>> question)
        where T : class
    {
        try
        {
            return await question(channels.Get<IContest>(id));
        }
        catch (Exception fault) when (fault is ChannelUnavailableException or JournalDamagedException)
        {
            GatewayLog.ContestLeftOut(logger, fault, id);
            return null;
        }
    }
}
