using System.Runtime.CompilerServices;
using OrleansContest.Channels;
using OrleansContest.Contests;

namespace OrleansContest.Gateway.Contests;

/// <summary>Reads a contest's log from its beginning, page by page, without the entries that were merged into others.</summary>
internal sealed class LogPages(IChannels channels, string contestId, string? stationId)
{
    private const int PageSize = 1_000;

    public async IAsyncEnumerable<IReadOnlyList<LogEntry>> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        string? after = null;
        while (true)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var query = new EntryQuery(stationId, after, PageSize, OldestFirst: true);
            if (await channels.Get<IContest>(contestId).Entries(query) is not { Count: > 0 } page)
            {
                yield break;
            }

            yield return [.. page.Where(entry => entry.MergedIntoId is null)];
            after = page[^1].Id;
        }
    }

    /// <returns>The station of all entries; null when there are several, or no entry.</returns>
    public async Task<string?> OnlyStationAsync()
    {
        string? station = null;
        await foreach (var page in ReadAsync())
        {
            station ??= page.FirstOrDefault()?.StationId;
            if (page.Any(entry => entry.StationId != station))
            {
                return null;
            }
        }

        return station;
    }
}
