namespace OrleansContest.Contests.Formats;

/// <summary>Reads one log file, record by record, whatever its size. It never throws for what the file holds.</summary>
/// <remarks>The stream is the caller's to close; its faults (<see cref="IOException"/>) pass through.</remarks>
public interface ILogReader
{
    /// <summary>What the file is.</summary>
    LogFormat Format { get; }

    /// <summary>The station that the file itself names first; null as long as it has named none. Certain once all records are read.</summary>
    string? Station { get; }

    /// <summary>The header lines read so far, in the file's order, as <see cref="StationHeaders"/> keeps them; none for ADIF.</summary>
    IReadOnlyList<HeaderLine> Headers { get; }

    /// <summary>The file's records, in order; those that are no contacts have an error. Can be read once.</summary>
    /// <exception cref="InvalidOperationException">It was read before.</exception>
    IAsyncEnumerable<ImportRecord> ReadAsync(CancellationToken cancellationToken = default);
}
