using System.Runtime.CompilerServices;

namespace OrleansContest.Contests.Formats;

/// <summary>Reads Cabrillo 2 and 3.</summary>
/// <remarks>Source: Cabrillo 3.0. Tags are read in either case; header lines may stand anywhere before <c>END-OF-LOG:</c>.</remarks>
internal sealed class CabrilloReader(ByteWindow window) : ILogReader
{
    private const int MaxHeaders = 200;
    private const int MaxHeaderLength = 1000;

    private readonly CabrilloLines lines = new(window);
    private readonly List<HeaderLine> headers = [];
    private bool begun;
    private bool ended;
    private bool done;
    private bool refusedHeaders;

    public LogFormat Format => LogFormat.Cabrillo;

    public string? Station { get; private set; }

    public IReadOnlyList<HeaderLine> Headers => headers;

    public async IAsyncEnumerable<ImportRecord> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        if (begun)
        {
            throw new InvalidOperationException("A log can be read once.");
        }

        begun = true;
        do
        {
            while (!done && lines.TryNext(out var line))
            {
                if (Take(line) is { } import)
                {
                    yield return import;
                }
            }
        }
        while (!done && await window.FillAsync(cancellationToken));
    }

    /// <returns>A contact or an error; null for lines that are neither.</returns>
    private ImportRecord? Take(CabrilloLine line) => line switch
    {
        { TooLong: true } when !ended => new ImportRecord(line.Number, null, $"The line is longer than {ByteWindow.MaxRecord} bytes."),
        { IsBlank: true } => null,
        _ when ended => TakeRest(line),
        { Tag: "START-OF-LOG" } => null,
        { Tag: "END-OF-LOG" } => TakeEnd(),
        { Tag: "QSO" } => TakeQso(line),
        { Tag: "X-QSO" } => new ImportRecord(line.Number, null, "Skipped: X-QSO marks a contact that the station itself does not count."),
        { Tag: "" } => new ImportRecord(line.Number, null, $"{LogText.Quote(line.Value)} is neither a header line nor a QSO line."),
        _ => TakeHeader(line),
    };

    private ImportRecord? TakeEnd()
    {
        ended = true;
        return null;
    }

    private ImportRecord TakeRest(CabrilloLine line)
    {
        done = true;
        return new ImportRecord(line.Number, null, "Nothing behind END-OF-LOG: is read; import it as a file of its own.");
    }

    private ImportRecord TakeQso(CabrilloLine line)
    {
        var import = CabrilloQso.Read(line, Station);
        Station ??= import.Draft?.StationId;
        return import;
    }

    private ImportRecord? TakeHeader(CabrilloLine line)
    {
        if (line.Value.Length > MaxHeaderLength)
        {
            return new ImportRecord(line.Number, null, $"The header line {line.Tag} is longer than {MaxHeaderLength} characters and is not kept.");
        }

        if (headers.Count == MaxHeaders)
        {
            var first = !refusedHeaders;
            refusedHeaders = true;
            return first ? new ImportRecord(line.Number, null, $"Of header lines {MaxHeaders} are kept; this and later ones are not.") : null;
        }

        headers.Add(new HeaderLine(line.Tag, line.Value));
        if (line.Tag == "CALLSIGN" && line.Value.Length > 0)
        {
            Station = Callsigns.TryNormalize(line.Value, out var call) ? call : line.Value;
        }

        return null;
    }
}
