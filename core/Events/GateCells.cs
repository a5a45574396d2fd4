using System.Globalization;

namespace OrleansContest.Events;

/// <summary>What a run cost at each gate from the first on: 0, 2 or 50 points, or null while a gate is not passed.</summary>
internal static class GateCells
{
    public const int MaxGates = 200;

    private const int Width = 3;

    /// <summary>Reads a row of cells three characters wide, one for each gate: <c>"  0  2 50   "</c> is 0, 2, 50, not passed yet.</summary>
    /// <param name="row">The row. A blank cell keeps its place. Values are to the right in their cells, so a trimmed row can be told.</param>
    /// <param name="gates">How many gates the course has; blank cells past that are no gates. Null when it is not known.</param>
    /// <returns>Null when there is no row. A cell that holds anything but 0, 2 or 50 is null.</returns>
    public static IReadOnlyList<int?>? Read(string? row, int? gates)
    {
        if (string.IsNullOrEmpty(row))
        {
            return null;
        }

        var text = row.TrimEnd();
        text = text.PadLeft(CellsIn(text) * Width);
        var filled = text.Length / Width;
        var cells = new int?[Math.Max(filled, Math.Min(CellsIn(row), gates ?? MaxGates))];
        for (var i = 0; i < filled; i++)
        {
            cells[i] = ReadCell(text.AsSpan(i * Width, Width));
        }

        return cells;
    }

    /// <summary>Puts reports of single gates in order. A gate of which nothing is said is null.</summary>
    public static IReadOnlyList<int?>? Of(IReadOnlyList<GateReport>? reports)
    {
        if (reports is null or [])
        {
            return null;
        }

        var cells = new int?[reports.Max(report => report.Gate)];
        foreach (var report in reports)
        {
            cells[report.Gate - 1] = Points(report.Pen);
        }

        return cells;
    }

    public static IReadOnlyList<int?> Of(IReadOnlyList<int?> gates) => [.. gates.Select(Points)];

    /// <summary>Whether two rows say the same. One that is not there says nothing else, nor do gates that are not passed.</summary>
    public static bool Agree(IReadOnlyList<int?>? one, IReadOnlyList<int?>? other) =>
        one is null || other is null || Passed(one).SequenceEqual(Passed(other));

    /// <summary>The gates with their types.</summary>
    /// <param name="cells">The row; null when nothing is known.</param>
    /// <param name="types">The types in order: <c>N</c>, <c>R</c>, anything else unknown.</param>
    public static IReadOnlyList<PublicGate>? Show(IReadOnlyList<int?>? cells, string types) =>
        cells is null ? null : [.. cells.Select((penalty, i) => new PublicGate(i + 1, TypeOf(i < types.Length ? types[i] : '?'), penalty))];

    private static IEnumerable<int?> Passed(IReadOnlyList<int?> cells)
    {
        var count = cells.Count;
        while (count > 0 && cells[count - 1] is null)
        {
            count--;
        }

        return cells.Take(count);
    }

    private static int CellsIn(string row) => (row.Length + Width - 1) / Width;

    private static int? ReadCell(ReadOnlySpan<char> cell) =>
        int.TryParse(cell.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var points) ? Points(points) : null;

    private static int? Points(int? points) => points is 0 or 2 or 50 ? points : null;

    private static string TypeOf(char type) => type switch
    {
        'N' => "normal",
        'R' => "reverse",
        _ => "unknown",
    };
}
