using System.Text;
using OrleansContest.LoadTest.Truth;

namespace OrleansContest.LoadTest.Tests.Truth;

public sealed class FollowingAChannel
{
    private readonly ChannelLog log = new(new Dictionary<string, int> { ["lane"] = 7 }, row => long.Parse(Encoding.ASCII.GetString(row)), isStrict: true, window: 3);

    [Fact]
    public void Brings_all_spectators_to_one_state()
    {
        var begin = Full(1, ("a", "x"));
        var one = Take(begin, Update(2, ("a", "y"))).To;
        var two = Take(begin, Update(2, ("a", "y"))).To;

        Assert.Same(one, two);
        Assert.Same(one, Take(null, Message(Meaning.Full, 2, null, ("a", "y"))).To);
        Assert.Same(one, Take(begin, Message(Meaning.Full, 2, 1, ("a", "y"))).To);
    }

    [Fact]
    public void Shows_each_ingest_of_a_lane_once()
    {
        var begin = Full(1, ("lane", "3"));

        var merged = Take(begin, Message(Meaning.Update, 4, 1, ("lane", "5")));
        var last = Take(merged.To, Update(5, ("lane", "6")));

        Assert.Equal([new Sighting(7, 4), new Sighting(7, 5)], merged.Shown);
        Assert.Equal([new Sighting(7, 6)], last.Shown);
        Assert.Equal(6, log.Count(last.To, "lane"));
    }

    [Fact]
    public void Lets_a_row_go()
    {
        var begin = Full(1, ("a", "x"), ("b", "x"));

        var gone = Take(begin, Update(2, ("a", null))).To;

        Assert.Same(gone, Take(null, Message(Meaning.Full, 2, null, ("b", "x"))).To);
    }

    public static TheoryData<int, int?, string> OutOfPlace { get; } = new()
    {
        { 12, null, "hole: 12 after e:10; 1 missing" },
        { 10, null, "repeat: 10 again" },
        { 9, null, "reorder: 9 after e:10" },
        { 12, 11, "wrong prev: 12 says 11, but the spectator has e:10" },
        { 12, 9, "wrong prev: 12 says 9, but the spectator has e:10" },
    };

    [Theory]
    [MemberData(nameof(OutOfPlace))]
    public void Finds_what_is_out_of_place(int seq, int? prev, string said)
    {
        var begin = Full(10, ("a", "x"));

        Assert.Equal(said, Breach(() => Take(begin, Message(Meaning.Update, seq, prev, ("a", "y")))));
    }

    [Theory]
    [InlineData(10, null, "repeat: a full state of 10, which the spectator has")]
    [InlineData(9, null, "reorder: a full state of 9 after e:10")]
    [InlineData(12, 11, "wrong prev: 11, but the spectator has e:10")]
    public void Finds_a_full_state_that_is_out_of_place(int seq, int? prev, string said)
    {
        var begin = Full(10, ("a", "x"));

        Assert.Equal(said, Breach(() => Take(begin, Message(Meaning.Full, seq, prev, ("a", "y")))));
    }

    [Fact]
    public void Finds_an_update_of_another_epoch()
    {
        var begin = Full(10, ("a", "x"));
        var other = Message(Meaning.Update, 11, null, ("a", "y")) with { Epoch = "f" };

        Assert.Equal("epoch change without a full state: f:11 after e:10", Breach(() => Take(begin, other)));
    }

    [Fact]
    public void Finds_an_update_before_any_state() => Assert.Equal("update 3 before any full state", Breach(() => Take(null, Update(3))));

    [Fact]
    public void Finds_a_state_that_is_not_what_others_came_to()
    {
        var begin = Full(1, ("a", "x"));
        Take(begin, Update(2, ("a", "y")));

        Assert.Equal("the state at e:2 differs in 1 rows: a: expected y, found z", Breach(() => Take(begin, Update(2, ("a", "z")))));
        Assert.Equal("the state at e:2 differs in 1 rows: a: expected y, found z", Breach(() => Take(null, Message(Meaning.Full, 2, null, ("a", "z")))));
    }

    [Fact]
    public void Finds_an_older_value_after_a_newer_one()
    {
        var begin = Full(1, ("lane", "3"));

        Assert.Contains("an older value after a newer one: lane shows 2", Breach(() => Take(begin, Update(2, ("lane", "2")))), StringComparison.Ordinal);
    }

    [Fact]
    public void Holds_the_slowest_to_the_truth_after_what_led_on_was_forgotten()
    {
        var begin = Full(1, ("a", "1"));
        var fast = begin;
        for (var seq = 2; seq <= 20; seq++)
        {
            fast = Take(fast, Update(seq, ("a", $"{seq}"))).To;
        }

        Assert.Null(begin.Find(Bytes(Update(2, ("a", "2")))));
        Assert.Same(fast, Take(begin, Message(Meaning.Full, 20, 1, ("a", "20"))).To);
        Assert.Contains("is not what others came to", Breach(() => Take(begin, Update(2, ("a", "no")))), StringComparison.Ordinal);
    }

    private static Reading Update(int seq, params (string, string?)[] rows) => Message(Meaning.Update, seq, null, rows);

    private static Reading Message(Meaning meaning, int seq, int? prev, params (string Key, string? Value)[] rows) => new(meaning)
    {
        Epoch = "e", Seq = seq, Prev = prev,
        Rows = [.. rows.Select(row => KeyValuePair.Create(row.Key, row.Value is null ? null : Encoding.ASCII.GetBytes(row.Value)))],
    };

    private static byte[] Bytes(Reading reading) =>
        Encoding.UTF8.GetBytes($"{reading.Meaning} {reading.Seq} {reading.Prev} {string.Join(',', reading.Rows.Select(row => $"{row.Key}={(row.Value is null ? "" : Encoding.ASCII.GetString(row.Value))}"))}");

    private static string Breach(Action take) => Assert.Throws<BreachException>(take).Message;

    private State Full(int seq, params (string, string?)[] rows) => Take(null, Message(Meaning.Full, seq, null, rows)).To;

    private Step Take(State? at, Reading reading) => log.Take(at, reading, Bytes(reading));
}
