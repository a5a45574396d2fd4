using OrleansContest.Contests;
using static OrleansContest.Tests.Contests.ContestScenario;

namespace OrleansContest.Tests.Contests;

public sealed class ReadingTheLog
{
    private static readonly ContestLog log =
        Given([Contest(), .. Enumerable.Range(1, 9).Select(i => Qso($"K{i}ABC", station: i % 3 == 0 ? "K2XYZ" : "W1AW")), Delete(5)]).Log;

    [Fact]
    public void Gives_the_newest_first() => AssertPage([9, 8, 7], new(null, null, 3));

    [Fact]
    public void Goes_on_after_the_last_one_read() => AssertPage([6, 4, 3], new(null, "fd.7", 3));

    [Fact]
    public void Goes_on_after_an_entry_that_was_deleted_meanwhile() => AssertPage([4, 3, 2], new(null, "fd.5", 3));

    [Fact]
    public void Ends_with_what_there_is() => AssertPage([2, 1], new(null, "fd.3", 3));

    [Theory]
    [InlineData("fd.1")]
    [InlineData("other.7")]
    [InlineData("fd.10")]
    [InlineData("nonsense")]
    public void Gives_nothing_after_the_end(string after) => AssertPage([], new(null, after, 3));

    [Fact]
    public void Gives_the_oldest_first_when_asked() => AssertPage([1, 2, 3, 4, 6], new(null, null, 5, OldestFirst: true));

    [Fact]
    public void Goes_on_upwards_too() => AssertPage([6, 7], new(null, "fd.4", 2, OldestFirst: true));

    [Fact]
    public void Gives_nothing_upwards_after_what_it_does_not_know() => AssertPage([], new(null, "nonsense", 2, OldestFirst: true));

    [Fact]
    public void Gives_one_stations_in_any_spelling() => AssertPage([9, 6, 3], new("k2xyz", null, 10));

    [Fact]
    public void Gives_at_least_one_and_at_most_a_thousand()
    {
        AssertPage([9], new(null, null, -5));
        Assert.Equal(8, log.Page(new(null, null, int.MaxValue)).Count);
    }

    private static void AssertPage(int[] numbers, EntryQuery query) =>
        Assert.Equal(numbers.Select(number => $"fd.{number}"), log.Page(query).Select(entry => entry.Id));
}
