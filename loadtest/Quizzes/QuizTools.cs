using OrleansContest.LoadTest.Crowd;
using OrleansContest.LoadTest.Figures;

namespace OrleansContest.LoadTest.Quizzes;

/// <summary>What all participants of a process share.</summary>
/// <param name="Crowd">What all who are connected share.</param>
/// <param name="Alarms">Does what is due.</param>
/// <param name="Seed">Makes the same choices again.</param>
internal sealed record QuizTools(CrowdTools Crowd, Alarms Alarms, int Seed)
{
    private long sent;
    private long acknowledged;
    private long retries;
    private bool isStopped;

    /// <summary>From due to result.</summary>
    public LatencyHistogram Acknowledged { get; } = new();

    public long Sent => Volatile.Read(ref sent);

    public long Counted => Volatile.Read(ref acknowledged);

    public long Retries => Volatile.Read(ref retries);

    /// <summary>Whether nothing more is to be answered.</summary>
    public bool IsStopped => Volatile.Read(ref isStopped);

    public void CountSent() => Interlocked.Increment(ref sent);

    public void CountAcknowledged() => Interlocked.Increment(ref acknowledged);

    public void CountRetry() => Interlocked.Increment(ref retries);

    public void Stop() => Volatile.Write(ref isStopped, true);
}
