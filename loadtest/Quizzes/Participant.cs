using System.Text;
using System.Text.Json;
using OrleansContest.LoadTest.Crowd;
using OrleansContest.LoadTest.Kinds;
using OrleansContest.LoadTest.Sockets;
using OrleansContest.LoadTest.Truth;

namespace OrleansContest.LoadTest.Quizzes;

/// <summary>
/// One participant: follows the quiz at <c>/ws/contest</c>, answers each question at a random moment within its time, and holds the gateway to
/// what that must come to.
/// </summary>
internal sealed class Participant(int number, QuizTruth truth, QuizSeat seat, QuizTools tools, Action<ICaller> comeBack) : QuizCaller(number, Temper.Ordinary, tools.Crowd, comeBack)
{
    private const double latest = 0.9;

    private static readonly TimeSpan betweenPings = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan beforeAgain = TimeSpan.FromMilliseconds(500);
    private static readonly byte[] ping = """{"event":"ping","data":{}}"""u8.ToArray();

    private readonly AnswerSheet sheet = new();
    private readonly Course course = new(truth);
    private readonly Random random = new(HashCode.Combine(tools.Seed, number));
    private string? current;
    private bool isJoining;
    private bool isResyncing;
    private bool isPinging;
    private bool isClosed;
    private int shownScore;

    public override string Name => $"participant {Number} ({truth.Id})";

    public QuizTruth Truth => truth;

    public string UserId => seat.UserId;

    /// <summary>To be read when nothing changes any more.</summary>
    public AnswerSheet Sheet => sheet;

    /// <summary>Whether it waits for the result of an answer.</summary>
    public bool HasOpen
    {
        get
        {
            lock (Gate)
            {
                return sheet.Open.Any();
            }
        }
    }

    /// <summary>What it was told of itself at the end; null before.</summary>
    public (int Rank, int Score, int Answered)? End { get; private set; }

    /// <summary>Whether it was told the end, and its connection was closed.</summary>
    public bool IsDone => Volatile.Read(ref isClosed);

    protected override bool IsOver => End is not null;

    protected override string Path => $"/ws/contest?token={seat.Token}{Fields.Since(course.Position, '&')}";

    protected override byte[] Greeting => Encoding.UTF8.GetBytes($$$"""{"event":"join_contest","data":{"contestId":"{{{truth.Id}}}"}}""");

    private static ReadOnlySpan<byte> Tick => "{\"event\":\"timer_update\",\"data\":"u8;

    protected override void Beginning()
    {
        course.Connect();
        (isJoining, isResyncing) = (true, false);
        if (!isPinging)
        {
            isPinging = true;
            tools.Alarms.In(betweenPings, Ping);
        }
    }

    protected override void Hear(ILine from, ReadOnlySpan<byte> message, long receivedAt)
    {
        if (IsOver)
        {
            throw new BreachException("something after contest_end");
        }

        if (!message.StartsWith(Tick))
        {
            QuizMessage.Read(message, said => Hear(from, said, receivedAt));
        }
    }

    protected override void Lost(CloseReason reason, bool wasWanted)
    {
        var isEnd = reason is { IsOurs: false, Code: CloseReason.Normal };
        if (IsOver && !isEnd)
        {
            tools.Crowd.Breaches.Add(Name, $"closed with {reason} after contest_end; 1000 is promised", []);
        }
        else if (!IsOver && isEnd && reason.Text == "Contest ended")
        {
            tools.Crowd.Breaches.Add(Name, $"closed with {reason} before contest_end", []);
        }

        if (!IsOver)
        {
            sheet.Interrupt();
            base.Lost(reason, wasWanted);
        }

        Volatile.Write(ref isClosed, IsOver);
    }

    private void Hear(ILine from, QuizMessage said, long receivedAt)
    {
        if (said.HasPosition)
        {
            course.Follow(said, isResyncing);
        }

        switch (said.Event)
        {
            case "leaderboard_update":
                Stand(said.Data.GetProperty("userEntry"));
                break;
            case "question_broadcast":
                Ask(said.Data, receivedAt);
                break;
            case "submission_result":
                Count(sheet.Take(said.Data), receivedAt);
                break;
            case "question_change":
                current = null;
                break;
            case "contest_end":
                Finish(said.Data);
                break;
            case "error":
                Refuse(from, said.Data);
                break;
            case "contest_start" or "timer_update" or "pong":
                break;
            default:
                throw new BreachException($"an event that there is not: {said.Event}");
        }
    }

    /// <summary>Where it stands comes first on every connection, and shows what it has earned.</summary>
    private void Stand(JsonElement entry)
    {
        var row = BoardRow.Of(entry) ?? throw new BreachException("a leaderboard without the recipient's own row");
        var (before, most) = (shownScore, sheet.Score + sheet.Open.Sum(answer => answer.Earns));
        shownScore = row.Score;
        if (row.UserId != seat.UserId)
        {
            throw new BreachException($"the row of {row.UserId} as {seat.UserId}'s own");
        }

        if (row.Score < before || row.Score > most)
        {
            throw new BreachException($"a score of {row.Score}; it was {before}, and what was answered comes to {most} at most");
        }

        Welcome();
    }

    /// <summary>On a new connection says again what may have been lost with the old one, and what became due meanwhile.</summary>
    private void Welcome()
    {
        isJoining = false;
        if (IsNowReady())
        {
            foreach (var answer in sheet.Open.ToList())
            {
                Submit(answer);
            }

            Answer(current);
        }
    }

    private void Ask(JsonElement question, long receivedAt)
    {
        current = question.Text("questionId");
        var number = question.GetProperty("questionNumber").GetInt32();
        var first = truth.AskedAt(number, receivedAt);
        if (sheet.Find(current) is not null)
        {
            return;
        }

        if (first >= MeasuredFrom)
        {
            tools.Crowd.Seen.Record(tools.Crowd.Clock.GetElapsedTime(first, receivedAt));
        }

        var within = latest * random.NextDouble() * question.GetProperty("timeLimit").GetInt32();
        var answer = new GivenAnswer(number, current, QuizPaper.AnyOption(random), first + (long)(within * tools.Crowd.Clock.TimestampFrequency));
        sheet.Add(answer);
        tools.Alarms.At(answer.Due, () => AnswerNow(answer.QuestionId));
    }

    private void AnswerNow(string question)
    {
        lock (Gate)
        {
            if (question == current && !isJoining)
            {
                Answer(question);
            }
        }
    }

    /// <summary>Answers what is asked, if that is due and it is connected; else it does when it is back.</summary>
    private void Answer(string? question)
    {
        if (IsConnected && !IsOver && !tools.IsStopped && question is not null && sheet.Find(question) is { IsSaid: false } answer && answer.Due <= tools.Crowd.Clock.GetTimestamp())
        {
            answer.IsSaid = true;
            tools.CountSent();
            Submit(answer);
        }
    }

    private void Submit(GivenAnswer answer) => Say(Encoding.UTF8.GetBytes(
        $$$"""{"event":"submit_answer","data":{"questionId":"{{{answer.QuestionId}}}","selectedOptionId":"{{{answer.Option}}}"}}"""));

    private void Count(GivenAnswer answer, long receivedAt)
    {
        tools.CountAcknowledged();
        if (answer.Due >= MeasuredFrom)
        {
            tools.Acknowledged.Record(tools.Crowd.Clock.GetElapsedTime(answer.Due, receivedAt));
        }
    }

    private void Finish(JsonElement end)
    {
        var own = end.GetProperty("userFinalRank");
        End = (own.GetProperty("rank").GetInt32(), own.GetProperty("score").GetInt32(), own.GetProperty("questionsAnswered").GetInt32());
        IsNowReady();
        course.End(isResyncing);
        truth.Agree("the final leaderboard", end.GetProperty("finalLeaderboard"));
        truth.Agree("the end's time", end.GetProperty("endTime"));
    }

    private void Refuse(ILine from, JsonElement error)
    {
        var (code, why) = (error.Text("code"), error.Text("message"));
        switch (code)
        {
            case "CONTEST_NOT_ACTIVE" when isJoining && !isResyncing:
                isResyncing = true; // It ended meanwhile; the end is still to be had.
                Say(Encoding.UTF8.GetBytes($$$"""{"event":"resync","data":{"contestId":"{{{truth.Id}}}"}}"""));
                break;
            case "SERVER_ERROR":
                tools.Crowd.Failures.Add($"{code}: {why}");
                TryAgain(from);
                break;
            case "ALREADY_SUBMITTED":
                if (sheet.TakeFormer(error.GetProperty("details").Text("questionId")))
                {
                    tools.CountAcknowledged();
                }

                break;
            case "TIME_EXPIRED" or "CONTEST_NOT_ACTIVE" when sheet.Open.FirstOrDefault() is { } late:
                tools.Crowd.Failures.Add($"{code}: an answer came after its question was over.");
                late.Counts = false;
                break;
            default:
                throw new BreachException($"refused with {code}: {why}");
        }
    }

    private void TryAgain(ILine from)
    {
        if (isJoining)
        {
            from.Abort();
            return;
        }

        sheet.Interrupt();
        tools.CountRetry();
        tools.Alarms.In(beforeAgain, () =>
        {
            lock (Gate)
            {
                sheet.Open.ToList().ForEach(Submit);
            }
        });
    }

    private void Ping()
    {
        lock (Gate)
        {
            if (IsOver || tools.IsStopped)
            {
                return;
            }

            Say(ping);
        }

        tools.Alarms.In(betweenPings, Ping);
    }
}

/// <summary>A participant's account.</summary>
/// <param name="UserId">Who they are.</param>
/// <param name="Token">What opens their socket.</param>
internal sealed record QuizSeat(string UserId, string Token);
