using System.Globalization;
using System.Text.Json.Nodes;

namespace OrleansContest.Gateway.Tests.Quizzes;

/// <summary>Says how everybody stands at every second of a contest, counted the simple way.</summary>
internal sealed class Oracle
{
    private readonly Dictionary<string, (int Score, long Time, int Answered)> standings = new(StringComparer.Ordinal);
    private readonly Dictionary<DateTimeOffset, IReadOnlyList<Placed>> settled = [];
    private readonly Dictionary<DateTimeOffset, Dictionary<string, (int Score, int Answered)[]>> moving = [];

    /// <summary>How it ends.</summary>
    public IReadOnlyList<Placed> Final { get; private set; } = [];

    public void Begin(IEnumerable<string> users)
    {
        foreach (var user in users)
        {
            standings.Add(user, default);
        }

        Final = Placings();
    }

    /// <summary>At this time they answer, in whatever order.</summary>
    public void Answer(DateTimeOffset at, IEnumerable<(string User, bool IsRight, long Time)> answers)
    {
        var before = standings.ToDictionary(entry => entry.Key, entry => entry.Value);
        foreach (var (user, isRight, time) in answers)
        {
            var (score, total, answered) = standings[user];
            standings[user] = (score + (isRight ? 10 : 0), total + time, answered + 1);
        }

        moving[at] = standings.ToDictionary(
            entry => entry.Key, entry => new[] { (before[entry.Key].Score, before[entry.Key].Answered), (entry.Value.Score, entry.Value.Answered) });
    }

    /// <summary>Nothing happens at this time any more.</summary>
    public void Settle(DateTimeOffset at) => settled[at] = Final = Placings();

    public int RankOf(string user) => Final.Single(placed => placed.User == user).Rank;

    public int ScoreOf(string user) => standings[user].Score;

    /// <summary>Checks a leaderboard against what may be so at its time: while answers come, any number of them may have been counted.</summary>
    public void Check(JsonObject leaderboard, string recipient)
    {
        var at = DateTimeOffset.Parse((string)leaderboard["timestamp"]!, CultureInfo.InvariantCulture);
        var data = leaderboard["data"]!;
        var rows = data["topN"]!.AsArray().Select(row => Placed.Of(row!)).ToList();
        var own = Placed.Of(data["userEntry"]!);
        Assert.Equal(recipient, own.User);
        Assert.Equal(Enumerable.Range(1, rows.Count), rows.Select(row => row.Rank));
        Assert.Equal(rows.OrderByDescending(row => row.Score).Select(row => row.Score), rows.Select(row => row.Score));
        Assert.All(rows.Where(row => row.User == recipient || row.Rank == own.Rank), row => Assert.Equal(own, row));
        if (moving.TryGetValue(at, out var possible))
        {
            Assert.All(rows.Append(own), row => Assert.Contains((row.Score, row.Answered), possible[row.User]));
        }
        else if (settled.LastOrDefault(entry => entry.Key <= at).Value is { } placings)
        {
            Assert.Equal(placings.Take(20), rows);
            Assert.Equal(placings[own.Rank - 1], own);
        }
    }

    private List<Placed> Placings() =>
    [
        .. standings.OrderByDescending(entry => entry.Value.Score).ThenBy(entry => entry.Value.Time).ThenBy(entry => entry.Key, StringComparer.Ordinal)
            .Select((entry, index) => new Placed(index + 1, entry.Key, entry.Value.Score, entry.Value.Answered)),
    ];
}

/// <summary>A row of a leaderboard.</summary>
internal sealed record Placed(int Rank, string User, int Score, int Answered)
{
    public static Placed Of(JsonNode row) => new((int)row["rank"]!, (string)row["userId"]!, (int)row["score"]!, (int)row["questionsAnswered"]!);
}
