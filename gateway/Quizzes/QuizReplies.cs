using System.Buffers;
using System.Text.Json;
using OrleansContest.Channels;
using OrleansContest.Gateway.Hub;
using OrleansContest.Quizzes;

namespace OrleansContest.Gateway.Quizzes;

/// <summary>What the quiz contract says to one client alone.</summary>
internal static class QuizReplies
{
    private const int milliseconds = 1_000;

    public static Block Pong(DateTimeOffset at) => Write(QuizNames.Pong, at, static json =>
    {
        json.WriteStartObject("data"u8);
        json.WriteEndObject();
    });

    public static Block Error(Refusal refusal, DateTimeOffset at) => Write(QuizNames.Error, at, json =>
    {
        json.WriteStartObject("data"u8);
        json.WriteString("code"u8, refusal.Code);
        json.WriteString("message"u8, refusal.Message);
        if (refusal is { Code: "ALREADY_SUBMITTED", Details: [var question, var first] })
        {
            json.WriteStartObject("details"u8);
            json.WriteString("questionId"u8, question);
            json.WriteString("previousSubmissionId"u8, first);
            json.WriteEndObject();
        }
        else
        {
            json.WriteNull("details"u8);
        }

        json.WriteEndObject();
    });

    /// <summary>Before the gateway stops.</summary>
    public static Block Farewell(DateTimeOffset at) =>
        Error(new Refusal(QuizErrors.Unanswered.Code, "The server is going away; come back at a random moment within 10 s"), at);

    /// <param name="submission">The answer.</param>
    /// <param name="score">The submitter's score after it.</param>
    /// <param name="rank">The submitter's rank.</param>
    public static Block Result(Submission submission, int score, int rank) => Write(QuizNames.Result, submission.At, json =>
    {
        json.WriteStartObject("data"u8);
        json.WriteString("submissionId"u8, submission.Id);
        json.WriteString("questionId"u8, submission.QuestionId);
        json.WriteBoolean("isCorrect"u8, submission.IsCorrect);
        json.WriteNumber("pointsEarned"u8, submission.PointsEarned);
        json.WriteNumber("timeTaken"u8, (decimal)submission.TimeTaken / milliseconds);
        UtcMilliseconds.Write(json, "submittedAt"u8, submission.At);
        json.WriteNumber("currentScore"u8, score);
        json.WriteNumber("currentRank"u8, rank);
        json.WriteEndObject();
    });

    /// <summary>Every quiz, for the public.</summary>
    public static Block Contests(ReadOnlySpan<byte> cards, DateTimeOffset at)
    {
        var output = FrameBuffer.Rent();
        output.Begin();
        QuizFrames.Open(output, QuizNames.Contests);
        QuizFrames.Data(output, cards);
        QuizFrames.Close(output, QuizFrames.Text(at));
        return ReplyBlock.Text(output);
    }

    private static ReplyBlock Write(string name, DateTimeOffset at, Action<Utf8JsonWriter> data)
    {
        var output = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(output, PlainJson.Writing))
        {
            json.WriteStartObject();
            json.WriteString("event"u8, name);
            data(json);
            UtcMilliseconds.Write(json, "timestamp"u8, at);
            json.WriteEndObject();
        }

        return ReplyBlock.Text(output.WrittenSpan);
    }
}
