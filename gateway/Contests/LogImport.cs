using OrleansContest.Channels;
using OrleansContest.Contests;
using OrleansContest.Contests.Formats;

namespace OrleansContest.Gateway.Contests;

/// <summary>Reads one file's records and logs them, a batch at a time: never more than one batch is in memory.</summary>
/// <param name="intake">Where they go.</param>
/// <param name="reader">Where they come from.</param>
/// <param name="stationId">The station of all of them; the file's own when null or empty.</param>
internal sealed class LogImport(ImportIntake intake, ILogReader reader, string? stationId)
{
    private const int MaxBatch = 500;

    private readonly ImportCount count = new();
    private readonly List<ImportRecord> batch = [];

    /// <returns>What became of the records; or why the import was broken off. What was logged by then stays, and sending the file again completes it.</returns>
    public async Task<Outcome<Imported>> RunAsync(CancellationToken cancellationToken)
    {
        await foreach (var record in reader.ReadAsync(cancellationToken))
        {
            Take(record);
            if (batch.Count == MaxBatch && await LogBatchAsync(cancellationToken) is { } refusal)
            {
                return refusal;
            }
        }

        if (await LogBatchAsync(cancellationToken) is { } last)
        {
            return last;
        }

        await KeepHeadersAsync();
        return count.Total();
    }

    private void Take(ImportRecord record)
    {
        if (record.Draft is null)
        {
            count.Reject(record.Line, record.Error!);
        }
        else
        {
            batch.Add(record);
        }
    }

    /// <returns>A refusal that is not about a record but about the import as a whole.</returns>
    private async Task<Refusal?> LogBatchAsync(CancellationToken cancellationToken)
    {
        if (batch.Count == 0)
        {
            return null;
        }

        var outcomes = await intake.LogAsync([.. batch.Select(record => WithStation(record.Draft!))], cancellationToken);
        var refusal = outcomes.Select(outcome => outcome.Refusal).FirstOrDefault(ConcernsAll);
        foreach (var (record, outcome) in batch.Zip(outcomes))
        {
            count.Add(record.Line, outcome);
        }

        batch.Clear();
        return refusal;
    }

    private QsoDraft WithStation(QsoDraft draft) =>
        draft with { StationId = string.IsNullOrEmpty(stationId) ? draft.StationId ?? reader.Station : stationId };

    private async Task KeepHeadersAsync()
    {
        var station = string.IsNullOrEmpty(stationId) ? reader.Station : stationId;
        if (reader.Headers.Count > 0 && station is not null
            && (await intake.KeepHeadersAsync(new StationHeaders(station, reader.Headers))).Refusal is { } refusal)
        {
            count.Reject(1, $"The header lines were not kept: {string.Join(' ', refusal.Details ?? [refusal.Message])}");
        }
    }

    private static bool ConcernsAll(Refusal? refusal) =>
        refusal?.Code == Refusal.Busy.Code
        || refusal?.Code == ContestRefusals.Unauthorized.Code
        || refusal?.Code == ContestRefusals.ContestNotFound.Code;
}
