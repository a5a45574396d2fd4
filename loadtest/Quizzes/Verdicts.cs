namespace OrleansContest.LoadTest.Quizzes;

/// <summary>Whether what a participant answered and was told comes to what the gateway says in the end.</summary>
internal static class Verdicts
{
    /// <param name="one">The participant; its quiz is over.</param>
    /// <param name="row">Its row of the leaderboard; null when it has none.</param>
    /// <param name="wasStopped">Whether the quiz goes on: then there is no end to be told.</param>
    /// <returns>Null when all is so.</returns>
    public static string? WrongOf(Participant one, BoardRow? row, bool wasStopped) => (row, one.End) switch
    {
        (null, _) => "is not on the leaderboard",
        (_, null) when !wasStopped => "was not told contest_end",
        (_, not null) when !one.IsDone => "its connection was not closed after contest_end",
        (_, { } end) when WrongIn(one.Sheet, end.Score, end.Answered, "contest_end") is { } wrong => wrong,
        _ when WrongIn(one.Sheet, row.Score, row.QuestionsAnswered, "the leaderboard") is { } wrong => wrong,
        (_, { } end) when end != (row.Rank, row.Score, row.QuestionsAnswered) =>
            $"was told {end} at the end (rank, points, answers), but the leaderboard says ({row.Rank}, {row.Score}, {row.QuestionsAnswered})",
        _ => null,
    };

    /// <summary>Score, then less time, then user id: as far as all of two neighbours' times are known.</summary>
    /// <param name="ranked">Participants in the order of their ranks.</param>
    public static string? WrongOrder(IReadOnlyList<Participant> ranked)
    {
        foreach (var (one, next) in ranked.Zip(ranked.Skip(1)).Where(pair => IsSure(pair.First.Sheet) && IsSure(pair.Second.Sheet)))
        {
            var (mine, theirs) = ((-one.Sheet.Score, TimeOf(one.Sheet)), (-next.Sheet.Score, TimeOf(next.Sheet)));
            var order = mine.CompareTo(theirs);
            if (order > 0 || (order == 0 && string.CompareOrdinal(one.UserId, next.UserId) > 0))
            {
                return $"{one.UserId} ({one.Sheet.Score} points in {mine.Item2} s) is before {next.UserId} ({next.Sheet.Score} points in {theirs.Item2} s)";
            }
        }

        return null;
    }

    private static bool IsSure(AnswerSheet sheet) => !sheet.Open.Any() && sheet.Counted.All(answer => answer.TimeTaken is not null);

    private static decimal TimeOf(AnswerSheet sheet) => sheet.Counted.Sum(answer => answer.TimeTaken ?? 0);

    /// <summary>What was interrupted may have counted or not; everything else that counts has had its result.</summary>
    private static string? WrongIn(AnswerSheet sheet, int score, int answered, string who)
    {
        var (counted, unknown) = (sheet.Counted.Count(), sheet.Open.Where(answer => answer.IsInterrupted).ToList());
        if (answered < counted)
        {
            return $"{counted} answers have a result, but by {who} {answered} count: lost";
        }

        if (answered > counted + unknown.Count)
        {
            var open = sheet.Open.Except(unknown).FirstOrDefault();
            return $"by {who} {answered} answers count, but {counted} have a result{(open is null ? "" : $": none came for {open.QuestionId}")}";
        }

        return score >= sheet.Score && score <= sheet.Score + unknown.Sum(answer => answer.Earns)
            ? null
            : $"by {who} it has {score} points, but its answers add up to {sheet.Score}";
    }
}
