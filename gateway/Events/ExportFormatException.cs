namespace OrleansContest.Gateway.Events;

/// <summary>What is sent as an export is none. Never leaves <see cref="ExportReader"/>.</summary>
/// <param name="line">Where, from 1.</param>
/// <param name="reason">What is wrong, in one sentence.</param>
internal sealed class ExportFormatException(int line, string reason) : Exception(reason)
{
    public int Line { get; } = line;
}
