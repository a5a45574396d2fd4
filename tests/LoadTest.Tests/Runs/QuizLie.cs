namespace OrleansContest.LoadTest.Tests.Runs;

/// <summary>What a lying quiz does to its first participant.</summary>
public enum QuizLie
{
    None,
    LosesAResult,
    GivesAResultTwice,
    AsksAQuestionTwice,
    SaysAWrongFinalScore,
    ClosesWithoutEnd,
}
