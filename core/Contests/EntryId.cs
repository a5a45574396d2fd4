using System.Globalization;

namespace OrleansContest.Contests;

/// <summary>An entry's id: the contest's, a dot, and the entry's number there, which counts from 1.</summary>
internal static class EntryId
{
    public static string Of(string contestId, int number) => string.Create(CultureInfo.InvariantCulture, $"{contestId}.{number}");

    /// <returns>False when the id is not of that contest, or not written as <see cref="Of"/> writes it.</returns>
    public static bool TryParse(string contestId, string? id, out int number)
    {
        number = 0;
        return id is not null
            && id.Length > contestId.Length + 1
            && id[contestId.Length] == '.'
            && id[contestId.Length + 1] != '0'
            && id.StartsWith(contestId, StringComparison.Ordinal)
            && int.TryParse(id.AsSpan(contestId.Length + 1), NumberStyles.None, CultureInfo.InvariantCulture, out number);
    }
}
