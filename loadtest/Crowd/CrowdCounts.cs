namespace OrleansContest.LoadTest.Crowd;

/// <summary>Counts that all spectators of a process add to.</summary>
internal sealed class CrowdCounts
{
    public long Open;
    public long Ready;
    public long Messages;
    public long Bytes;
    public long Returns;
    public long Compressed;
}
