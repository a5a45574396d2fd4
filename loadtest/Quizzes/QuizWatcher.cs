using System.Text;
using OrleansContest.LoadTest.Crowd;
using OrleansContest.LoadTest.Kinds;
using OrleansContest.LoadTest.Sockets;
using OrleansContest.LoadTest.Truth;

namespace OrleansContest.LoadTest.Quizzes;

/// <summary>One of the public: watches the leaderboard of a quiz at <c>/ws/public</c>.</summary>
internal sealed class QuizWatcher(int number, Temper temper, QuizTruth truth, CrowdTools tools, Action<ICaller> comeBack) : QuizCaller(number, temper, tools, comeBack)
{
    private IReadOnlyList<BoardRow>? last;
    private int bestScore;

    public override string Name => $"watcher {Number} ({truth.Id})";

    public QuizTruth Truth => truth;

    /// <summary>The leaderboard as it was shown last; null before.</summary>
    public IReadOnlyList<BoardRow>? Last => Volatile.Read(ref last);

    protected override bool IsOver => false;

    protected override string Path => "/ws/public";

    protected override byte[] Greeting => Encoding.UTF8.GetBytes($$$"""{"event":"subscribe_leaderboard","data":{"contestId":"{{{truth.Id}}}"}}""");

    protected override void Hear(ILine from, ReadOnlySpan<byte> message, long receivedAt) => QuizMessage.Read(message, said =>
    {
        switch (said.Event)
        {
            case "leaderboard_update":
                Show(said);
                IsNowReady();
                break;
            case "error":
                Tools.Failures.AddRefusal(said.Data.Text("message"));
                from.Abort();
                break;
            default:
                throw new BreachException($"{said.Event}, which a watcher of a leaderboard did not ask for");
        }
    });

    /// <summary>What is told first is of this moment; the latest that was shown to all comes after it, and may be older.</summary>
    private void Show(QuizMessage said)
    {
        if (said.Data.Text("contestId") is var contest && contest != truth.Id)
        {
            throw new BreachException($"the leaderboard of {contest}, but {truth.Id} was asked for");
        }

        var rows = BoardRow.ManyOf(said.Data.GetProperty("topN"));
        Volatile.Write(ref last, rows);
        if (rows.Count > BoardRow.Shown)
        {
            throw new BreachException($"a leaderboard of {rows.Count} rows; {BoardRow.Shown} are promised");
        }

        if (BoardRow.WrongIn(rows) is { } wrong)
        {
            throw new BreachException(wrong);
        }

        var best = rows.Count == 0 ? 0 : rows[0].Score;
        if (!said.HasPosition && best < bestScore)
        {
            throw new BreachException($"an older leaderboard after a newer one: its best score is {best}, and was {bestScore}");
        }

        bestScore = said.HasPosition ? bestScore : best;
    }
}
