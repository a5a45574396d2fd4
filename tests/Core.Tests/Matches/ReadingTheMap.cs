using OrleansContest.Matches;
using static OrleansContest.Tests.Matches.MatchScenario;

namespace OrleansContest.Tests.Matches;

public sealed class ReadingTheMap
{
    private static readonly MatchLedger ledger = Voted();

    [Fact]
    public void Shows_the_cells_that_votes_named_and_the_countries() =>
        Assert.Equal(["US", "8928308280fffff", "8928308280bffff", "CA"], Keys(new AggregateQuery()));

    [Theory]
    [InlineData(9, 2)]
    [InlineData(8, 1)]
    [InlineData(3, 1)]
    [InlineData(2, 0)]
    [InlineData(15, 0)]
    public void Shows_all_cells_of_any_resolution_down_to_3(int resolution, int cells)
    {
        var places = Places.Of(ledger.Tallies, new AggregateQuery(resolution));

        Assert.Equal(cells, places.Count);
        Assert.Equal(cells == 0 ? 0 : 5, places.Sum(place => place.VoteCount));
    }

    [Fact]
    public void Leaves_out_places_with_few_votes() => Assert.Equal(["US", "8928308280fffff"], Keys(new AggregateQuery(MinVotes: 3)));

    [Fact]
    public void Shows_the_places_with_most_votes() => Assert.Equal(["US"], Keys(new AggregateQuery(Top: 1)));

    [Fact]
    public void Shows_the_same_in_the_full_state()
    {
        var aggregates = System.Text.Json.Nodes.JsonNode.Parse(Model.Full(ledger, Noon).Span)!["aggregates"]!.AsArray();

        Assert.Equal(Keys(new AggregateQuery()).Order(), aggregates.Select(place => (string)place!["locationKey"]!).Order());
    }

    private static IEnumerable<string> Keys(AggregateQuery query) => Places.Of(ledger.Tallies, query).Select(place => place.LocationKey);

    private static MatchLedger Voted()
    {
        var scenario = Active();
        scenario.When(Bulk(
            Ballot("v1", 1), Ballot("v2", 2), Ballot("v3", 3), Ballot("v4", 4, cell: "8928308280bffff"), Ballot("v5", 5, cell: "8928308280bffff", country: "CA")))
            .Accepts();
        return scenario.Ledger;
    }
}
