using System.Text.Json;
using OrleansContest.Channels;

namespace OrleansContest.Quizzes;

/// <summary>The contract's events, as everybody is sent them: what is one recipient's own is added where it is sent.</summary>
internal static class QuizMessages
{
    /// <summary>Rows of the final leaderboard.</summary>
    public const int FinalRows = 100;

    public static UpdateDraft Started(Quiz quiz, DateTimeOffset at) => Told("contest_start", at, (quiz, at), static (writer, said) =>
    {
        Begin(writer, said.quiz);
        UtcMilliseconds.Write(writer, "startTime"u8, said.at);
        writer.WriteNumber("totalQuestions"u8, said.quiz.Questions.Count);
        writer.WriteNumber("estimatedDuration"u8, EstimatedSeconds(said.quiz));
        writer.WriteEndObject();
    });

    public static UpdateDraft Asked(Quiz quiz, int index, DateTimeOffset at) =>
        Told("question_broadcast", at, (quiz, index, at), static (writer, said) => WriteQuestion(writer, said.quiz, said.index, said.at));

    /// <summary>The last tick of a question's clock. The others are moments; this one must come before what follows it.</summary>
    public static UpdateDraft TimeIsUp(Question question, DateTimeOffset at) => Told("timer_update", at, (question, 0), WriteTimer);

    public static UpdateDraft Ended(Quiz quiz, int index, DateTimeOffset at) => Told("question_change", at, (quiz, index), static (writer, said) =>
    {
        var next = said.index + 1 < said.quiz.Questions.Count ? said.quiz.Questions[said.index + 1].Id : null;
        var seconds = next is null ? 0 : (int)QuizRules.Pause.TotalSeconds;
        writer.WriteStartObject();
        writer.WriteString("previousQuestionId"u8, said.quiz.Questions[said.index].Id);
        writer.WriteString("nextQuestionId"u8, next);
        writer.WriteNumber("timeUntilNext"u8, seconds);
        writer.WriteString("message"u8, next is null ? "Contest ending..." : $"Next question in {seconds} seconds...");
        writer.WriteEndObject();
    });

    public static UpdateDraft Over(Quiz quiz, DateTimeOffset at) =>
        Told("contest_end", at, (quiz, at), static (writer, said) => WriteEnd(writer, said.quiz, said.at));

    /// <summary>Nobody is told this: whoever is connected is closed.</summary>
    public static UpdateDraft Deleted(DateTimeOffset at) => Told("deleted", at, at, static (writer, _) =>
    {
        writer.WriteStartObject();
        writer.WriteEndObject();
    });

    public static Moment Timer(Question question, int secondsLeft) =>
        new("timer", "timer_update", JsonBytes.Write((question, secondsLeft), WriteTimer));

    public static Moment Leaderboard(Quiz quiz) => new("leaderboard", "leaderboard_update", JsonBytes.Write(
        quiz, static (writer, quiz) => WriteLeaderboard(writer, quiz.Id, quiz.Leaderboard.Top, quiz.Leaderboard.TotalParticipants)), IsInFull: true);

    /// <summary>For gateways: somebody's place may be another one, though the head of the leaderboard is the same.</summary>
    public static Moment Edition(string edition) =>
        new("edition", "edition", JsonBytes.Write(edition, static (writer, edition) => writer.WriteStringValue(edition)));

    public static Moment Card(QuizCard card) =>
        new("contest", "contest", JsonBytes.Write(card, static (writer, card) => JsonSerializer.Serialize(writer, card, QuizJson.Default.QuizCard)));

    /// <summary>The quiz, the question that can be answered now, the leaderboard, and the end when it is over; null what there is not.</summary>
    public static ReadOnlyMemory<byte> Full(Quiz quiz) => JsonBytes.Write(quiz, static (writer, quiz) =>
    {
        writer.WriteStartObject();
        writer.WritePropertyName("contest"u8);
        JsonSerializer.Serialize(writer, quiz.Card!, QuizJson.Default.QuizCard);
        writer.WritePropertyName("question"u8);
        WriteCurrent(writer, quiz);
        writer.WritePropertyName("leaderboard"u8);
        WriteLeaderboard(writer, quiz.Id, quiz.Ranking.Rows(0, ShownLeaderboard.Length), quiz.Ranking.Count);
        writer.WritePropertyName("end"u8);
        if (quiz.Phase is Phase.Over over)
        {
            WriteEnd(writer, quiz, over.At);
        }
        else
        {
            writer.WriteNullValue();
        }

        writer.WriteEndObject();
    });

    /// <summary>Every gateway says of an update that it was at the same moment: by that clients ask for what they missed.</summary>
    private static UpdateDraft Told<T>(string type, DateTimeOffset at, T said, Action<Utf8JsonWriter, T> write) =>
        new(type, JsonBytes.Write(said, write), JsonBytes.WriteMembers(at, static (writer, at) =>
        {
            writer.WriteStartObject();
            UtcMilliseconds.Write(writer, "timestamp"u8, at);
            writer.WriteEndObject();
        }));

    private static void WriteTimer(Utf8JsonWriter writer, (Question Question, int SecondsLeft) said)
    {
        writer.WriteStartObject();
        writer.WriteString("questionId"u8, said.Question.Id);
        writer.WriteNumber("timeRemaining"u8, said.SecondsLeft);
        writer.WriteNumber("totalTime"u8, said.Question.TimeLimit);
        writer.WriteEndObject();
    }

    private static void WriteLeaderboard(Utf8JsonWriter writer, string quiz, IReadOnlyList<LeaderboardRow> top, int total)
    {
        writer.WriteStartObject();
        writer.WriteString("contestId"u8, quiz);
        WriteRows(writer, "topN", top);
        writer.WriteNumber("totalParticipants"u8, total);
        writer.WriteEndObject();
    }

    private static void WriteCurrent(Utf8JsonWriter writer, Quiz quiz)
    {
        if (quiz.Phase is Phase.Asking asking)
        {
            WriteQuestion(writer, quiz, asking.Index, asking.StartedAt);
        }
        else
        {
            writer.WriteNullValue();
        }
    }

    private static void WriteQuestion(Utf8JsonWriter writer, Quiz quiz, int index, DateTimeOffset at)
    {
        var question = quiz.Questions[index];
        writer.WriteStartObject();
        writer.WriteString("questionId"u8, question.Id);
        writer.WriteString("contestQuestionId"u8, question.Id);
        writer.WritePropertyName("type"u8);
        JsonSerializer.Serialize(writer, question.Type, QuizJson.Default.QuestionType);
        writer.WriteString("title"u8, question.Title);
        writer.WriteString("description"u8, question.Description);
        if (question.Options.Count > 0)
        {
            writer.WritePropertyName("mcqOptions"u8);
            JsonSerializer.Serialize(writer, question.Options, QuizJson.Default.IReadOnlyListAnswerOption);
        }

        writer.WriteNumber("timeLimit"u8, question.TimeLimit);
        writer.WriteNumber("points"u8, question.Points);
        writer.WriteNumber("questionNumber"u8, index + 1);
        writer.WriteNumber("totalQuestions"u8, quiz.Questions.Count);
        UtcMilliseconds.Write(writer, "startedAt"u8, at);
        writer.WriteEndObject();
    }

    private static void WriteEnd(Utf8JsonWriter writer, Quiz quiz, DateTimeOffset at)
    {
        Begin(writer, quiz);
        UtcMilliseconds.Write(writer, "endTime"u8, at);
        WriteRows(writer, "finalLeaderboard", quiz.Ranking.Rows(0, FinalRows));
        writer.WriteNumber("totalParticipants"u8, quiz.Ranking.Count);
        writer.WriteEndObject();
    }

    private static void Begin(Utf8JsonWriter writer, Quiz quiz)
    {
        writer.WriteStartObject();
        writer.WriteString("contestId"u8, quiz.Id);
        writer.WriteString("title"u8, quiz.Plan!.Title);
    }

    private static void WriteRows(Utf8JsonWriter writer, string name, IReadOnlyList<LeaderboardRow> rows)
    {
        writer.WritePropertyName(name);
        JsonSerializer.Serialize(writer, rows, QuizJson.Default.IReadOnlyListLeaderboardRow);
    }

    private static long EstimatedSeconds(Quiz quiz) =>
        quiz.Questions.Sum(question => (long)question.TimeLimit) + ((quiz.Questions.Count - 1) * (long)QuizRules.Pause.TotalSeconds);
}
