using System.Text;
using OrleansContest.Channels;

namespace OrleansContest.Storage.Tests;

/// <summary>Makes records, and reads them in a form that can be compared.</summary>
internal static class Records
{
    public static JournalRecord One(long number, string body) => new(number, number * 2, Encoding.UTF8.GetBytes(body));

    /// <summary>Records numbered from <paramref name="first"/>, each of about <paramref name="size"/> bytes.</summary>
    public static JournalRecord[] Batch(long first, int count, int size = 40) =>
        [.. Enumerable.Range(0, count).Select(index => One(first + index, Body(first + index, size)))];

    /// <summary>A record as one line of text, for comparisons.</summary>
    public static string Text(JournalRecord record) => $"{record.Number} {record.Seq} {Encoding.UTF8.GetString(record.Body.Span)}";

    public static async Task<List<string>> ReadTextAsync(this IChannelJournal journal, long after = 0)
    {
        var texts = new List<string>();
        await foreach (var record in journal.ReadAsync(after, CancellationToken.None))
        {
            texts.Add(Text(record));
        }

        return texts;
    }

    public static Task AppendAsync(this IChannelJournal journal, params JournalRecord[] records) =>
        journal.AppendAsync(records, CancellationToken.None);

    private static string Body(long number, int size) =>
        $$"""[{"logged":{{number}},"note":"{{new string('é', size / 4)}}{{new string('x', size / 2)}}"}]""";
}
