namespace OrleansContest.Events;

/// <summary>What became of pushed on-course entries.</summary>
/// <param name="Active">Who is now on the course, those included that were pushed in the last 10 s.</param>
/// <param name="Skipped">Entries of a race or participant that is not known.</param>
/// <param name="Ignored">Whether all were, because no export has come yet.</param>
public sealed record OnCourseTaken(int Active, int Skipped, bool Ignored);
