namespace OrleansContest.Quizzes;

/// <summary>The head of the leaderboard as everybody is shown it: at once when the first three change, else at most every five seconds.</summary>
public sealed class ShownLeaderboard
{
    public const int Length = 20;

    private const int Podium = 3;

    private int count;

    /// <summary>At most so often.</summary>
    public static readonly TimeSpan Every = TimeSpan.FromSeconds(5);

    /// <summary>The rows shown.</summary>
    public IReadOnlyList<LeaderboardRow> Top { get; private set; } = [];

    public int TotalParticipants { get; private set; }

    /// <summary>When they were made; null when nothing is shown yet.</summary>
    public DateTimeOffset? ShownAt { get; private set; }

    /// <summary>Names what is shown; two that were made at different times are called differently, even if their heads are alike.</summary>
    public string Edition => $"{ShownAt?.UtcTicks ?? 0}.{count}";

    /// <summary>Whether something has changed since.</summary>
    public bool IsStale { get; private set; }

    /// <summary>When it will be made anew; null while it need not be.</summary>
    public DateTimeOffset? DueAt => IsStale ? ShownAt + Every : null;

    /// <summary>Something has changed.</summary>
    public void Change(Ranking ranking, DateTimeOffset at)
    {
        IsStale = true;
        if (ShownAt is null || ShownAt + Every <= at || !PodiumOf(ranking.Rows(0, Podium)).SequenceEqual(PodiumOf(Top.Take(Podium))))
        {
            Show(ranking, at);
        }
    }

    public void Show(Ranking ranking, DateTimeOffset at) =>
        (Top, TotalParticipants, ShownAt, IsStale, count) = (ranking.Rows(0, Length), ranking.Count, at, false, count + 1);

    private static IEnumerable<string> PodiumOf(IEnumerable<LeaderboardRow> rows) => rows.Select(row => row.UserId);
}
