using System.Buffers;
using System.Text;
using System.Text.Json;
using OrleansContest.Channels;
using OrleansContest.Gateway.Hub;
using OrleansContest.Quizzes;

namespace OrleansContest.Gateway.Quizzes;

/// <summary>Writes a message to many participants that has something of each in it: where they stand.</summary>
internal sealed class OwnMessages
{
    private static readonly byte[] none = "null"u8.ToArray();

    private readonly byte[] head;
    private readonly byte[] tail;
    private readonly Func<LeaderboardRow, byte[]> own;

    private OwnMessages(byte[] head, byte[] tail, Func<LeaderboardRow, byte[]> own) => (this.head, this.tail, this.own) = (head, tail, own);

    public static OwnMessages Leaderboard(string quiz, Placings placings)
    {
        var top = JsonSerializer.SerializeToUtf8Bytes(placings.Top, QuizJson.Plain.IReadOnlyListLeaderboardRow);
        return new(
            [.. "{\"event\":\"leaderboard_update\",\"data\":{\"contestId\":\""u8, .. Encoding.ASCII.GetBytes(quiz), .. "\",\"topN\":"u8, .. top, .. ",\"userEntry\":"u8],
            Encoding.ASCII.GetBytes($",\"totalParticipants\":{placings.TotalParticipants}}},\"timestamp\":\"{QuizFrames.Text(placings.At)}\"}}"),
            row => JsonSerializer.SerializeToUtf8Bytes(row, QuizJson.Plain.LeaderboardRow));
    }

    public static OwnMessages End(ContestEnd end) => new(
        [
            .. Encoding.ASCII.GetBytes($"{{\"event\":\"contest_end\",\"epoch\":\"{end.At.Epoch}\",\"seq\":{end.At.Seq},\"data\":"),
            .. end.Data.Span[..^1], .. ",\"userFinalRank\":"u8,
        ],
        Encoding.ASCII.GetBytes($"}},\"timestamp\":\"{end.Timestamp}\"}}"),
        FinalRank);

    /// <param name="row">Where the recipient stands; null when they take no part.</param>
    public Block For(LeaderboardRow? row) => new OwnBlock(head, row is null ? none : own(row), tail);

    private static byte[] FinalRank(LeaderboardRow row)
    {
        var output = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(output, PlainJson.Writing))
        {
            json.WriteStartObject();
            json.WriteNumber("rank"u8, row.Rank);
            json.WriteNumber("score"u8, row.Score);
            json.WriteNumber("questionsAnswered"u8, row.QuestionsAnswered);
            json.WriteEndObject();
        }

        return output.WrittenSpan.ToArray();
    }
}

/// <summary>That a quiz is over.</summary>
/// <param name="At">The update's number.</param>
/// <param name="Data">What everybody is told.</param>
/// <param name="Timestamp">When it was.</param>
internal sealed record ContestEnd(Position At, ReadOnlyMemory<byte> Data, string Timestamp);
