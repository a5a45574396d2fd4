namespace OrleansContest.Quizzes;

/// <summary>A quiz as the facts that lead to it, without those in between.</summary>
/// <param name="Facts">What happened, as far as it still matters, in an order in which it could have happened.</param>
/// <param name="Participants">Everyone who takes part.</param>
/// <param name="Submissions">All answers that count.</param>
internal sealed record QuizSnapshot(
    IReadOnlyList<QuizEvent> Facts, IReadOnlyList<Participant> Participants, IReadOnlyList<Submission> Submissions)
{
    public static QuizSnapshot Of(Quiz quiz) => new(
        [.. FactsOf(quiz)], [.. quiz.Ranking.All.Select(standing => standing.Participant)], [.. quiz.Submissions]);

    public Quiz ToQuiz(string id)
    {
        var quiz = new Quiz(id);
        foreach (var fact in Facts.Take(1))
        {
            quiz.Apply(fact);
        }

        foreach (var participant in Participants)
        {
            quiz.Apply(new ParticipantJoined(participant, DateTimeOffset.MinValue));
        }

        foreach (var submission in Submissions)
        {
            quiz.Apply(new AnswerSubmitted(submission));
        }

        foreach (var fact in Facts.Skip(1))
        {
            quiz.Apply(fact);
        }

        return quiz;
    }

    private static IEnumerable<QuizEvent> FactsOf(Quiz quiz)
    {
        if (quiz.Plan is not { } plan)
        {
            return quiz.Phase is Phase.Over gone ? [new QuizDeleted(gone.At)] : [];
        }

        QuizEvent[] begun = quiz.StartedAt is { } at ? [plan, new QuizStarted(at)] : [plan];
        return quiz.Phase switch
        {
            Phase.Asking asking => [.. begun, new QuestionAsked(asking.Index, asking.StartedAt)],
            Phase.Pausing pausing => [.. begun, new QuestionAsked(pausing.Index, pausing.StartedAt), new QuestionEnded(pausing.Index, pausing.EndedAt)],
            Phase.Over over => [.. begun, new QuizEnded(over.At)],
            _ => begun,
        };
    }
}
