using System.Globalization;
using System.Text.Json;
using OrleansContest.Channels;
using OrleansContest.Events;
using static OrleansContest.Gateway.Tests.Events.RealExport;
using Row = System.Collections.Generic.IReadOnlyDictionary<string, string>;

namespace OrleansContest.Gateway.Tests.Events;

/// <summary>A real export of two days, figure by figure against what the file itself says. Where we differ, a test names the case.</summary>
public sealed class ARealExport : IAsyncLifetime
{
    private const string WipedRace = "C1M_ST_BR2_6";

    /// <summary>Both runs of theirs were wiped in the timing software, which still carries the totals they had.</summary>
    private static readonly string[] wiped = ["10113.C1M_ST", "10120.C1M_ST", "10127.C1M_ST", "10134.C1M_ST", "10141.C1M_ST"];

    /// <summary>Nobody here has a clean run; all the same the software has them behind somebody, or in a place within their age group.</summary>
    private static readonly (string Race, string Id)[] placedThoughOut =
    [
        ("FR_HO_BR2_6", "10001.FR_HO.PZC"),
        ("K1M_HO_BR2_6", "11576.K1M_HO"),
        ("K1W_HO_BR2_6", "11863.K1W_HO"),
        ("K1W_HO_BR2_6", "11940.K1W_HO"),
        ("C1M_HO_BR2_7", "10526.C1M_HO"),
    ];

    /// <summary>Equal totals: the software places the one with the worse other run behind.</summary>
    private static readonly (string Race, string Id)[] brokenTies = [("K1M_ST_BR2_7", "10274.K1M_ST"), ("C1M_ST_BR2_7", "10099.C1M_ST")];

    private RealExport real = null!;
    private JsonElement full;
    private RunningEvent live = null!;

    public async Task InitializeAsync()
    {
        real = await SharedAsync();
        live = real.Import();
        full = live.Full();
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public void Has_45_races_and_1422_results()
    {
        Assert.Equal(
            new Imported(366, 15, 45, 1_422, 4, 0), live.Do(new ImportExport(Caller.Trusted, real.Export, Noon), out var updates));
        Assert.Empty(updates);
    }

    [Fact]
    public void Shows_every_class_with_its_categories()
    {
        Assert.Equal(
            real.Sections["Classes"].Select(row => (row["ClassId"], Text(row, "Class"), Text(row, "LongTitle"))),
            full.GetProperty("classes").EnumerateArray().Select(one => (One(one, "classId")!, One(one, "name"), One(one, "longTitle"))));
        Assert.Equal(88, full.GetProperty("classes").EnumerateArray().Sum(one => one.GetProperty("categories").GetArrayLength()));
        var veterans = full.GetProperty("categories").EnumerateArray().Single(category => One(category, "catId") == "VM");
        Assert.Equal(12, veterans.GetProperty("classIds").GetArrayLength());
    }

    [Fact]
    public void Shows_every_race_in_the_order_of_the_schedule()
    {
        var races = full.GetProperty("races").EnumerateArray().ToDictionary(race => One(race, "raceId")!);
        foreach (var row in real.Sections["Schedule"])
        {
            var race = races[row["RaceId"]];
            Assert.Equal(
                (Text(row, "ClassId"), Number(row, "RaceOrder"), Number(row, "RaceStatus"), RaceTypes.Of(row["DisId"])),
                (One(race, "classId"), Int(race, "raceOrder"), Int(race, "raceStatus"), One(race, "raceType")));
            Assert.Equal(
                Text(row, "StartTime") is { } start ? DateTimeOffset.Parse(start, CultureInfo.InvariantCulture).UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.000'Z'", CultureInfo.InvariantCulture) : null,
                One(race, "startTime"));
        }

        Assert.Equal(races.Values.Select(race => Int(race, "raceOrder") ?? int.MaxValue).Order(), races.Values.Select(race => Int(race, "raceOrder") ?? int.MaxValue));
    }

    [Fact]
    public void Shows_both_runs_of_everybody_with_their_figures()
    {
        foreach (var (line, first, second) in Lines())
        {
            Assert.Equal((Time(second, "Time"), Pen(second, "Pen"), Time(second, "Total")), (Int(line, "time"), Int(line, "pen"), Int(line, "total")));
            Assert.Equal((Time(first, "Time"), Pen(first, "Pen"), Time(first, "Total")), (Int(line, "prevTime"), Int(line, "prevPen"), Int(line, "prevTotal")));
            Assert.Equal((Text(first, "Status"), Text(second, "Status")), (One(line, "prevStatus"), One(line, "currStatus")));
            Assert.Equal((Number(first, "Rnk"), Number(second, "PrevRnk")), (Int(line, "prevRnk"), Int(line, "prevRnk")));
        }
    }

    [Fact]
    public void Combines_two_runs_as_the_software_does()
    {
        foreach (var (line, _, second) in Lines().Where(line => !IsWiped(line.Second)))
        {
            Assert.Equal(Time(second, "TotalTotal"), Int(line, "totalTotal"));
            var better = Number(second, "BetterRunNr");
            Assert.Equal(better > 0 && Time(second, "TotalTotal") is not null ? better : null, Int(line, "betterRunNr"));
        }
    }

    [Fact]
    public void Ranks_overall_as_the_software_does()
    {
        foreach (var (line, _, second) in Lines().Where(line => Race(line.Second) != WipedRace && !Is(line.Second, placedThoughOut)))
        {
            var rank = Number(second, "TotalRnk") - (Is(second, brokenTies) ? 1 : 0);
            Assert.Equal((rank, Text(second, "TotalTotalBehind")), (Int(line, "rnk"), One(line, "totalBehind")));
        }
    }

    [Fact]
    public void Ranks_within_age_groups_as_the_software_does()
    {
        foreach (var (line, _, second) in Lines().Where(line => Race(line.Second) != WipedRace && !Is(line.Second, placedThoughOut)))
        {
            var rank = Number(second, "TotalCatRnk");
            Assert.Equal((rank, Text(second, "catTotalTotalBehind") ?? (rank == 1 ? "0.00" : null)), (Int(line, "catRnk"), One(line, "catTotalBehind")));
        }
    }

    /// <summary>The contract: a total is that of the lower clean run. Of a run that is no more there is none, so those behind move up.</summary>
    [Fact]
    public void Does_not_count_totals_of_runs_that_were_wiped()
    {
        var race = Lines().Where(line => Race(line.Second) == WipedRace).ToArray();
        foreach (var (line, _, second) in race.Where(line => IsWiped(line.Second)))
        {
            Assert.NotNull(Number(second, "TotalRnk"));
            Assert.Equal((null, null, null), (Int(line, "rnk"), Int(line, "totalTotal"), One(line, "totalBehind")));
        }

        foreach (var (line, _, second) in race.Where(line => !IsWiped(line.Second)))
        {
            Assert.Equal(Number(second, "TotalRnk") - Before(second, "TotalRnk", _ => true), Int(line, "rnk"));
            Assert.Equal(Number(second, "TotalCatRnk") - Before(second, "TotalCatRnk", other => Text(other, "CatId") == Text(second, "CatId")), Int(line, "catRnk"));
            Assert.Equal(Text(second, "TotalTotalBehind"), One(line, "totalBehind"));
        }

        int Before(Row row, string rank, Func<Row, bool> counts) =>
            race.Count(other => IsWiped(other.Second) && counts(other.Second) && Number(other.Second, rank) < Number(row, rank));
    }

    /// <summary>The contract: a status has no rank, and nothing to be behind with.</summary>
    [Fact]
    public void Has_no_place_for_who_has_a_status()
    {
        foreach (var (line, first, second) in Lines().Where(line => Is(line.Second, placedThoughOut)))
        {
            Assert.True((Number(second, "TotalCatRnk"), Text(second, "TotalTotalBehind")) != (null, null));
            Assert.Equal((null, null, null, null), (Int(line, "rnk"), One(line, "totalBehind"), Int(line, "catRnk"), One(line, "catTotalBehind")));
            Assert.True(Text(first, "Status") is not null && Text(second, "Status") is not null);
            Assert.Equal(Text(second, "Status"), One(line, "status"));
        }
    }

    /// <summary>The contract: equal totals share a rank.</summary>
    [Fact]
    public void Shares_a_rank_where_the_software_breaks_a_tie()
    {
        foreach (var (line, _, second) in Lines().Where(line => Is(line.Second, brokenTies)))
        {
            var same = Lines().Where(other => Race(other.Second) == Race(second) && Int(other.Line, "totalTotal") == Int(line, "totalTotal"));
            Assert.Equal([Int(line, "rnk"), Int(line, "rnk")], same.Select(other => Int(other.Line, "rnk")));
        }
    }

    [Fact]
    public void Shows_every_gate_of_every_run()
    {
        foreach (var (line, first, second) in Detailed())
        {
            Assert.Equal(Gates(second), line.Detail!.Gates?.Select(gate => (gate.Number, gate.Penalty)));
            Assert.Equal(Gates(first), line.Detail.Previous!.PrevGates?.Select(gate => (gate.Number, gate.Penalty)));
            Assert.Equal((Text(second, "dtStart"), Text(second, "dtFinish")), (line.Detail.DtStart, line.Detail.DtFinish));
            Assert.Equal((Text(first, "dtStart"), Text(first, "dtFinish")), (line.Detail.Previous.PrevDtStart, line.Detail.Previous.PrevDtFinish));
        }
    }

    [Fact]
    public void Keeps_the_place_of_gates_that_were_not_judged()
    {
        var line = Detailed().Single(line => Race(line.Second) == "K1M_ST_BR2_6" && line.Second["Id"] == "10071.K1M_ST").Line;

        Assert.Equal(24, line.Detail!.CourseGateCount);
        Assert.Equal([null, null, null, null, 2, .. new int?[19]], line.Detail.Gates!.Select(gate => gate.Penalty));
        Assert.Equal("NNRNNRNRNNNRNNRNRNNRNNRN", string.Concat(line.Detail.Gates!.Select(gate => gate.Type == "normal" ? 'N' : 'R')));
    }

    [Fact]
    public void Does_not_know_what_a_cell_says_that_no_judge_would_write()
    {
        var line = Detailed().Single(line => Race(line.Second) == "K1M_ST_BR2_6" && line.Second["Id"] == "10939.K1M_ST").Line;

        Assert.Equal([2, 2, 2, 0, 0, null], line.Detail!.Gates!.Select(gate => gate.Penalty));
        Assert.Equal((6_300, 30_600, 36_900), (line.Time, line.Pen, line.Total));
    }

    [Fact]
    public async Task Has_the_start_lists_of_every_race()
    {
        foreach (var race in real.Sections["Results"].GroupBy(Race))
        {
            var startlist = (await live.Ask().Startlist(race.Key)).Value!.Startlist;
            Assert.Equal(
                race.OrderBy(row => Number(row, "StartOrder")).Select(row => (Number(row, "Bib"), Text(row, "StartTime"))),
                startlist.Select(entry => (entry.Bib, entry.StartTime)));
        }
    }

    /// <summary>One changed result is under 500 bytes and at least 80 % smaller than everything.</summary>
    [Fact]
    public void Tells_one_changed_result_in_a_few_hundred_bytes()
    {
        foreach (var last in new[] { "K1M_ST_BR2_7", "K1W_HO_BR2_6", "C2W_HO_BR2_7" })
        {
            var slowest = Lines().Where(line => Race(line.Second) == last && Int(line.Line, "total") is not null).MaxBy(line => Int(line.Line, "totalTotal"));
            var report = new ResultReport(last, slowest.Second["Id"], Int(slowest.Line, "bib"), 99_900, 5_000, 104_900);
            live.Do(new PushResults(Caller.Trusted, [report], Noon), out var updates);

            Assert.Equal(2, updates.Count);
            Assert.All(updates, update => Assert.Equal(1, JsonDocument.Parse(update.Data).RootElement.GetProperty("results").GetArrayLength()));
            Assert.All(updates, update => Assert.InRange(update.Data.Length + Envelope, 1, Math.Min(499, live.FullBytes().Length / 5)));
        }
    }

    /// <summary>What a message has beside its data: <c>{"type":"diff","epoch":…,"seq":…,"data":…}</c>.</summary>
    private static int Envelope => """{"type":"diff","epoch":"","seq":1000000,"data":}""".Length + 16;

    /// <summary>Every line of a race of two runs, with the rows that it is made of.</summary>
    private IEnumerable<(JsonElement Line, Row First, Row Second)> Lines()
    {
        foreach (var (second, first) in Pairs())
        {
            var (race, bib) = (Race(second), Number(second, "Bib"));
            yield return (full.GetProperty("results").GetProperty(race).EnumerateArray().Single(line => Int(line, "bib") == bib), first, second);
        }
    }

    private IEnumerable<(PublicResult Line, Row First, Row Second)> Detailed()
    {
        foreach (var race in Pairs().GroupBy(pair => Race(pair.Second)))
        {
            var lines = Answer(live.Ask().Results(race.Key, null, detailed: true)).Results.ToDictionary(line => line.Bib!.Value);
            foreach (var (second, first) in race)
            {
                yield return (lines[Number(second, "Bib")!.Value], first, second);
            }
        }
    }

    private IEnumerable<(Row Second, Row First)> Pairs()
    {
        var rows = real.Sections["Results"].ToDictionary(row => (Race(row), row["Id"]));
        return rows.Values.Where(row => Race(row).Contains("_BR2_", StringComparison.Ordinal))
            .Select(row => (row, rows[(Race(row).Replace("_BR2_", "_BR1_", StringComparison.Ordinal), row["Id"])]));
    }

    /// <summary>The cells of a row, three characters each, as many as the course has gates.</summary>
    private IEnumerable<(int, int?)>? Gates(Row row)
    {
        if (!row.TryGetValue("Gates", out var text) || text.Length == 0)
        {
            return null;
        }

        var course = real.Sections["Schedule"].Single(race => race["RaceId"] == Race(row))["CourseNr"];
        var gates = real.Sections["CourseData"].Single(one => one["CourseNr"] == course)["CourseConfig"].Count(type => type != 'S');
        return text.Chunk(3).Take(gates).Select((cell, i) => (i + 1, int.TryParse(cell, out var points) && points is 0 or 2 or 50 ? points : (int?)null));
    }

    private static RaceResults Answer(Task<Outcome<RaceResults>> asked) => asked.IsCompletedSuccessfully
        ? asked.GetAwaiter().GetResult().Value!
        : throw new InvalidOperationException("It should have been there at once.");

    private static bool IsWiped(Row row) => Race(row) == WipedRace && wiped.Contains(row["Id"]);

    private static bool Is(Row row, (string Race, string Id)[] cases) => cases.Contains((Race(row), row["Id"]));

    private static string Race(Row row) => row["RaceId"];

    private static int? Int(JsonElement line, string name) =>
        line.GetProperty(name) is { ValueKind: not JsonValueKind.Null } number ? number.GetInt32() : null;

    private static string? One(JsonElement line, string name) => line.GetProperty(name).GetString();
}
