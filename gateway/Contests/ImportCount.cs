using OrleansContest.Channels;
using OrleansContest.Contests;

namespace OrleansContest.Gateway.Contests;

/// <summary>Counts what becomes of a file's records.</summary>
internal sealed class ImportCount
{
    private const int MaxListed = 1_000;

    private readonly List<RejectedRecord> rejected = [];
    private int logged;
    private int deduped;
    private int dupes;
    private int rejectedCount;

    public void Add(int line, Outcome<Logged> outcome)
    {
        switch (outcome)
        {
            case { Refusal: { } refusal }:
                Reject(line, refusal.Details is { Count: > 0 } details ? $"{refusal.Message}: {string.Join(' ', details)}" : refusal.Message);
                break;
            case { Value.Deduped: true }:
                deduped++;
                break;
            default:
                logged++;
                dupes += outcome.Value?.Entry?.IsDupe == true ? 1 : 0;
                break;
        }
    }

    public void Reject(int line, string error)
    {
        rejectedCount++;
        if (rejected.Count < MaxListed)
        {
            rejected.Add(new RejectedRecord(line, error));
        }
    }

    public Imported Total() => new(logged + deduped + rejectedCount, logged, deduped, dupes, rejected, rejectedCount);
}
