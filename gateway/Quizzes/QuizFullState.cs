using System.Text.Json;

namespace OrleansContest.Gateway.Quizzes;

/// <summary>The parts of a quiz's full state, as the channel writes it; null what there is not.</summary>
/// <param name="Question">The data of <c>question_broadcast</c>.</param>
/// <param name="QuestionAt">Since when it is asked, as the contract writes times.</param>
/// <param name="Leaderboard">The data of <c>leaderboard_update</c>.</param>
/// <param name="End">The data of <c>contest_end</c>.</param>
/// <param name="EndAt">Since when it is over.</param>
internal sealed record QuizFullState(byte[]? Question, string? QuestionAt, byte[] Leaderboard, byte[]? End, string? EndAt)
{
    public static QuizFullState Read(ReadOnlyMemory<byte> full)
    {
        using var json = JsonDocument.Parse(full);
        var (question, end) = (json.RootElement.GetProperty("question"u8), json.RootElement.GetProperty("end"u8));
        return new(
            RawOf(question), TextOf(question, "startedAt"), RawOf(json.RootElement.GetProperty("leaderboard"u8))!, RawOf(end), TextOf(end, "endTime"));
    }

    private static byte[]? RawOf(JsonElement value) =>
        value.ValueKind == JsonValueKind.Null ? null : System.Runtime.InteropServices.JsonMarshal.GetRawUtf8Value(value).ToArray();

    private static string? TextOf(JsonElement value, string name) =>
        value.ValueKind == JsonValueKind.Null ? null : value.GetProperty(name).GetString();
}
