using System.Globalization;

namespace OrleansContest.Bench.Fanout;

/// <summary>What Linux knows of a process and its children.</summary>
internal static class ProcessFigures
{
    private const int ticksPerSecond = 100;
    private const int fieldsBeforeUserTime = 11;

    public static TimeSpan ProcessorTime(int id) =>
        WithChildren(id).Aggregate(TimeSpan.Zero, (sum, each) => sum + ProcessorTimeOf(each));

    public static long MemoryBytes(int id) => WithChildren(id).Sum(MemoryOf);

    private static IEnumerable<int> WithChildren(int id) =>
        File.ReadAllText($"/proc/{id}/task/{id}/children").Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .SelectMany(child => WithChildren(int.Parse(child, CultureInfo.InvariantCulture))).Prepend(id);

    private static TimeSpan ProcessorTimeOf(int id)
    {
        var stat = File.ReadAllText($"/proc/{id}/stat");
        var fields = stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
        var ticks = long.Parse(fields[fieldsBeforeUserTime], CultureInfo.InvariantCulture) + long.Parse(fields[fieldsBeforeUserTime + 1], CultureInfo.InvariantCulture);
        return TimeSpan.FromSeconds((double)ticks / ticksPerSecond);
    }

    private static long MemoryOf(int id)
    {
        var line = File.ReadLines($"/proc/{id}/smaps_rollup").First(line => line.StartsWith("Pss:", StringComparison.Ordinal));
        return 1024 * long.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture);
    }
}
