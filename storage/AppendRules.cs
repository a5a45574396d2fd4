using OrleansContest.Channels;

namespace OrleansContest.Storage;

/// <summary>What every journal asks of the records it is given. Breaking one is a bug in the caller.</summary>
internal static class AppendRules
{
    /// <summary>Bytes one record's body may have: 32 MiB.</summary>
    public const int MaxBody = 32 << 20;

    /// <exception cref="ArgumentException">The records do not follow <paramref name="last"/>, or a body cannot be written.</exception>
    public static void Check(long last, IReadOnlyList<JournalRecord> records)
    {
        var expected = last;
        foreach (var record in records)
        {
            expected++;
            if (record.Number != expected)
            {
                throw new ArgumentException($"Record {record.Number} was given where {expected} comes next.", nameof(records));
            }

            CheckBody(record);
        }
    }

    private static void CheckBody(JournalRecord record)
    {
        if (record.Body.Length is 0 or > MaxBody)
        {
            throw new ArgumentException($"The body of record {record.Number} has {record.Body.Length} bytes; 1 to {MaxBody} can be kept.");
        }

        if (record.Body.Span.ContainsAny((byte)'\n', (byte)'\r'))
        {
            throw new ArgumentException($"The body of record {record.Number} has a line break.");
        }
    }
}
