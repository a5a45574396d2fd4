namespace OrleansContest.LoadTest.Quizzes;

/// <summary>One participant's answer to one question.</summary>
/// <param name="Number">Of the question, from 1.</param>
/// <param name="QuestionId">The question.</param>
/// <param name="Option">What is chosen.</param>
/// <param name="Due">When it was to be given, as a timestamp.</param>
internal sealed record GivenAnswer(int Number, string QuestionId, string Option, long Due)
{
    public int Earns => QuizPaper.Earned(Number, Option);

    public bool IsSaid { get; set; }

    /// <summary>Whether it was said by a connection that was lost since, or refused for the moment: its result may be lost, and it may have counted.</summary>
    public bool IsInterrupted { get; set; }

    public bool HasResult { get; set; }

    /// <summary>Whether it counts: null while nobody has said so.</summary>
    public bool? Counts { get; set; }

    /// <summary>Seconds, by the gateway; null where no result told.</summary>
    public decimal? TimeTaken { get; set; }
}
