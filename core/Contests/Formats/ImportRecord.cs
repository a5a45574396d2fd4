namespace OrleansContest.Contests.Formats;

/// <summary>One record of a log file: a contact, or what is wrong with it. Exactly one of the two is given.</summary>
/// <param name="Line">The line of the file on which it begins, from 1.</param>
/// <param name="Draft">The contact as the file reports it; the contest has yet to check it.</param>
/// <param name="Error">One sentence, fit to be shown: why there is no contact here.</param>
public sealed record ImportRecord(int Line, QsoDraft? Draft, string? Error);
