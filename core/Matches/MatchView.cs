namespace OrleansContest.Matches;

/// <summary>Something of a match, and the revision of the match that it was read at.</summary>
/// <param name="Revision">The same number: nothing has changed.</param>
/// <param name="Shown">What was asked for.</param>
public sealed record MatchView<T>(long Revision, T Shown);
