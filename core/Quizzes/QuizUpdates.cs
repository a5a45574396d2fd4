using OrleansContest.Channels;

namespace OrleansContest.Quizzes;

/// <summary>What participants see of a quiz. Who joined, and what anybody answered, is not theirs to see.</summary>
internal static class QuizUpdates
{
    public static IEnumerable<UpdateDraft> Of(Quiz quiz, QuizEvent @event) => @event switch
    {
        QuizStarted e => [QuizMessages.Started(quiz, e.At)],
        QuestionAsked e => [QuizMessages.Asked(quiz, e.Index, e.At)],
        QuestionEnded e => [QuizMessages.TimeIsUp(quiz.Questions[e.Index], e.At), QuizMessages.Ended(quiz, e.Index, e.At)],
        QuizEnded e => [QuizMessages.Over(quiz, e.At)],
        QuizDeleted e => [QuizMessages.Deleted(e.At)],
        _ => [],
    };

    /// <summary>The clock of a question that is being asked, the leaderboard and the quiz's own card, as they are now.</summary>
    public static IReadOnlyList<Moment> Moments(Quiz quiz, DateTimeOffset at)
    {
        if (quiz.Card is not { } card)
        {
            return [];
        }

        var moments = new List<Moment> { QuizMessages.Card(card) };
        if (quiz.Leaderboard.ShownAt is not null)
        {
            moments.Add(QuizMessages.Leaderboard(quiz));
            moments.Add(QuizMessages.Edition(quiz.Leaderboard.Edition));
        }

        if (quiz.Phase is Phase.Asking asking)
        {
            moments.Add(QuizMessages.Timer(quiz.Questions[asking.Index], SecondsLeft(asking, at)));
        }

        return moments;
    }

    /// <summary>Never 0: that is told when the question is over.</summary>
    private static int SecondsLeft(Phase.Asking asking, DateTimeOffset at) => Math.Max(1, (int)Math.Ceiling((asking.EndsAt - at).TotalSeconds));
}
