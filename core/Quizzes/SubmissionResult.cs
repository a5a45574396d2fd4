namespace OrleansContest.Quizzes;

/// <summary>What a submitter is told, and nobody else.</summary>
/// <param name="Submission">The answer.</param>
/// <param name="Score">The submitter's, after it.</param>
/// <param name="Rank">The submitter's, after it; from 1.</param>
public sealed record SubmissionResult(Submission Submission, int Score, int Rank);
