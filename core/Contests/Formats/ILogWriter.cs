namespace OrleansContest.Contests.Formats;

/// <summary>Writes a log file, entry by entry, to whatever takes bytes.</summary>
public interface ILogWriter
{
    /// <summary>What stands before the first entry. Called once, first.</summary>
    void WriteBegin();

    void Write(LogEntry entry);

    /// <summary>What stands after the last entry. Called once, last.</summary>
    void WriteEnd();
}
