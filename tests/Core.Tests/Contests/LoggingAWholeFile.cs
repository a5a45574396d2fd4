using OrleansContest.Core.Tests.Contests.Formats;
using static OrleansContest.Tests.Contests.ContestScenario;

namespace OrleansContest.Tests.Contests;

/// <summary>A real log of a real contest, counted from its lines as text: nothing of ours but the file is in the count.</summary>
public sealed class LoggingAWholeFile
{
    private const string Station = "W200YARC";

    private static readonly string text = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Contests", "ssb-party.cbr"));

    private static readonly Line[] lines =
    [
        .. text.Split('\n').Where(line => line.StartsWith("QSO:", StringComparison.Ordinal))
            .Select(line => line.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
            .Select(words => new Line(BandOf(words[1]), $"{words[3]} {words[4][..2]}", words[8])),
    ];

    [Fact]
    public async Task Takes_every_contact_once()
    {
        var scenario = await LogAsync();

        Assert.NotEmpty(lines);
        Assert.Equal(lines.Length, scenario.Log.Statistics().QsoCount);
    }

    [Fact]
    public async Task Logs_nothing_new_the_second_time()
    {
        var scenario = await LogAsync();

        foreach (var draft in (await LogFile.ReadAsync(text)).Drafts)
        {
            scenario.When(Qso(draft)).ChangesNothing();
        }
    }

    [Fact]
    public async Task Counts_hours_bands_and_modes_as_the_lines_do()
    {
        var log = (await LogAsync()).Log;

        Assert.Equal(
            Count(lines.Select(line => line.Hour)),
            log.Aggregates(null, null).Select(hour => ($"{hour.PeriodStart:yyyy-MM-dd HH}", hour.TotalQsos)));
        Assert.Equal(Count(lines.Select(line => line.Band)), log.Statistics().BandDist.Select(band => (band.Key, band.Value)));
        Assert.Equal([new("SSB", lines.Length)], log.Statistics().ModeDist);
    }

    [Fact]
    public async Task Ranks_its_only_operator_with_every_contact_and_a_point_for_each_that_is_no_dupe()
    {
        var log = (await LogAsync()).Log;
        var different = lines.Select(line => (line.Band, line.Call)).Distinct().Count();

        var row = Assert.Single(log.Scoreboard());

        Assert.Equal((Station, lines.Length, different), (row.Operator, row.Qsos, row.Points));
        Assert.Equal(lines.Length - different, log.Statistics().DupeCount);
    }

    private static async Task<ContestScenario> LogAsync() =>
        Given([Contest(), .. (await LogFile.ReadAsync(text)).Drafts.Select(draft => Qso(draft))]);

    private static string BandOf(string kilohertz) => kilohertz[..^3] switch
    {
        "3" => "80",
        "7" => "40",
        "14" => "20",
        "21" => "15",
        "28" => "10",
        var other => throw new FormatException($"No contact of this file is on {other} MHz."),
    };

    private static IEnumerable<(string, int)> Count(IEnumerable<string> names) =>
        names.GroupBy(name => name).OrderBy(group => group.Key, StringComparer.Ordinal).Select(group => (group.Key, group.Count()));

    private sealed record Line(string Band, string Hour, string Call);
}
