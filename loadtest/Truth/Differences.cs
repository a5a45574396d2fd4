using System.Collections.Immutable;
using System.Text;

namespace OrleansContest.LoadTest.Truth;

/// <summary>Says in what two states differ, shortly.</summary>
internal static class Differences
{
    private const int mostRows = 3;
    private const int mostLetters = 300;

    public static string Between(State? expected, ImmutableDictionary<string, Row> found)
    {
        if (expected is null)
        {
            return "is not what others came to there";
        }

        var keys = expected.Rows.Keys.Union(found.Keys)
            .Where(key => expected.Rows.GetValueOrDefault(key)?.Digest != found.GetValueOrDefault(key)?.Digest)
            .Order(StringComparer.Ordinal).ToList();
        var rows = keys.Take(mostRows).Select(key => $"{key}: expected {Text(expected.Rows.GetValueOrDefault(key))}, found {Text(found.GetValueOrDefault(key))}");
        return $"differs in {keys.Count} rows: {string.Join("; ", rows)}";
    }

    private static string Text(Row? row)
    {
        var text = row is null ? "nothing" : Encoding.UTF8.GetString(row.Value);
        return text.Length <= mostLetters ? text : $"{text[..mostLetters]}…";
    }
}
