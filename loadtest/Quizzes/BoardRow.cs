using System.Text.Json;

namespace OrleansContest.LoadTest.Quizzes;

/// <summary>A row of a leaderboard.</summary>
internal sealed record BoardRow(int Rank, string UserId, string UserName, int Score, int QuestionsAnswered)
{
    /// <summary>What a gateway shows at most of a leaderboard that goes on.</summary>
    public const int Shown = 20;

    private static readonly JsonSerializerOptions web = new(JsonSerializerDefaults.Web);

    public static IReadOnlyList<BoardRow> ManyOf(JsonElement rows) => rows.Deserialize<List<BoardRow>>(web)!;

    public static BoardRow? Of(JsonElement row) => row.Deserialize<BoardRow>(web);

    /// <returns>Why rows in such an order are no leaderboard; null when they are one.</returns>
    public static string? WrongIn(IReadOnlyList<BoardRow> rows, int from = 1)
    {
        for (var n = 0; n < rows.Count; n++)
        {
            if (rows[n].Rank != from + n)
            {
                return $"a leaderboard whose row {from + n} has rank {rows[n].Rank}";
            }

            if (n > 0 && rows[n].Score > rows[n - 1].Score)
            {
                return $"a leaderboard where rank {rows[n].Rank} has {rows[n].Score} points, and the one before {rows[n - 1].Score}";
            }
        }

        return null;
    }
}
