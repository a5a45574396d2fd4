using OrleansContest.Channels;
using OrleansContest.Contests;
using static OrleansContest.Tests.Contests.ContestScenario;

namespace OrleansContest.Tests.Contests;

public sealed class KeepingHeaderLines
{
    private static readonly HeaderLine[] lines = [new("CONTEST", "ARRL-FD"), new("SOAPBOX", ""), new("SOAPBOX", "fun")];

    [Fact]
    public void Keeps_them_by_station_in_the_files_order()
    {
        var scenario = Given(Contest(), Keep("W1AW", lines), Keep("K2XYZ", []));

        Assert.Equal(["K2XYZ", "W1AW"], scenario.Log.Headers.Select(headers => headers.StationId));
        Assert.Equal(lines, scenario.Log.Headers[1].Lines);
    }

    [Fact]
    public void Replaces_those_of_the_same_station() =>
        Assert.Empty(Assert.Single(Given(Contest(), Keep("W1AW", lines), Keep("w1aw", [])).Log.Headers).Lines);

    [Fact]
    public void Again_changes_nothing() => Given(Contest(), Keep("W1AW", lines)).When(Keep("W1AW", [.. lines])).ChangesNothing();

    [Fact]
    public void Shows_spectators_nothing() => Given(Contest()).When(Keep("W1AW", lines)).Shows();

    [Theory]
    [MemberData(nameof(WrongHeaders))]
    public void Refuses_what_no_file_has(string reason, StationHeaders headers) =>
        Given(Contest()).When(new KeepHeaders(Caller.Anonymous, headers, Noon)).RefusesBecause("InvalidHeaders", reason);

    [Fact]
    public void Keeps_those_of_a_thousand_stations()
    {
        var scenario = Given([Contest(), .. Enumerable.Range(0, 1_000).Select(i => Keep($"S{i}", []))]);

        Assert.Equal("LimitReached", scenario.When(Keep("W1AW", [])).Decision.Refusal?.Code);
        scenario.When(Keep("S999", lines)).Accepts();
    }

    public static TheoryData<string, StationHeaders> WrongHeaders => new()
    {
        { "stationId has 1 to 32 characters", new("", []) },
        { "At most 200 header lines are kept.", new("W1AW", [.. Enumerable.Repeat(new HeaderLine("X", ""), 201)]) },
        { "A header line has at most 1000 characters.", new("W1AW", [new("SOAPBOX", new string('x', 994))]) },
        { "A header line has no control characters.", new("W1AW", [new("SOAPBOX", "a\nQSO: forged")]) },
    };

    private static KeepHeaders Keep(string station, IReadOnlyList<HeaderLine> lines) => new(Caller.Anonymous, new(station, lines), Noon);
}
