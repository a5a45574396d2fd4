using System.Net;
using OrleansContest.LoadTest.Crowd;
using OrleansContest.LoadTest.Ingest;
using OrleansContest.LoadTest.Kinds;
using OrleansContest.LoadTest.Runs;

namespace OrleansContest.LoadTest.Quizzes;

/// <summary>The share of a run of quizzes that this process has: participants who answer, and public watchers.</summary>
internal sealed class QuizCrew : ICrew
{
    private static readonly TimeSpan pause = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan patience = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan betweenLooks = TimeSpan.FromMilliseconds(50);

    private readonly LoadPlan plan;
    private readonly TimeProvider clock;
    private readonly CrowdTools crowd;
    private readonly QuizTools tools;
    private readonly Dialer dialer;
    private readonly HttpClient http;
    private readonly GatewayApi gateway;
    private readonly QuizRegistry registry;
    private readonly QuizAudit audit;
    private readonly IReadOnlyList<QuizTruth> quizzes;
    private readonly List<Participant> participants = [];
    private readonly List<QuizWatcher> watchers = [];
    private readonly CancellationTokenSource over = new();
    private readonly List<Task> loops = [];
    private bool wasStopped;

    public QuizCrew(LoadPlan plan, TimeProvider clock)
    {
        (this.plan, this.clock) = (plan, clock);
        crowd = new CrowdTools(Place.Of(plan, clock), [.. plan.SourceAddresses.Select(IPAddress.Parse)], new Schedule(0, 0, TimeSpan.Zero, clock), clock);
        tools = new QuizTools(crowd, new Alarms(clock), plan.Seed);
        dialer = new Dialer(clock, plan.Seed + plan.Process, plan.ReturnWithin);
        http = new HttpClient { BaseAddress = plan.Url, Timeout = patience };
        gateway = new GatewayApi(http, plan.Key, null, plan.AdminToken);
        registry = new QuizRegistry(gateway, plan.Seed, clock);
        quizzes = [.. plan.Staged.Select(quiz => new QuizTruth(quiz.Id, plan.Questions))];
        audit = new QuizAudit(gateway, crowd, plan.SettleWithin);
        MakeWatchers();
    }

    public CrewFigures Figures => new()
    {
        Spectators = watchers.Count + plan.Own(plan.Participants).Count(),
        SignedUp = registry.Done,
        Open = Volatile.Read(ref crowd.Counts.Open),
        Ready = Volatile.Read(ref crowd.Counts.Ready),
        Messages = Volatile.Read(ref crowd.Counts.Messages),
        Bytes = Volatile.Read(ref crowd.Counts.Bytes) + Callers.Sum(one => one.BytesOpen),
        Returns = Volatile.Read(ref crowd.Counts.Returns),
        Compressed = Volatile.Read(ref crowd.Counts.Compressed),
        Sent = tools.Sent,
        Acknowledged = tools.Counted,
        Unknown = audit.Unknown,
        Retries = tools.Retries,
        Audited = audit.Compared,
        Breaches = crowd.Breaches.Report,
        Failures = crowd.Failures.Counts,
        Histograms = [crowd.Seen.ToBuckets(), tools.Acknowledged.ToBuckets(), crowd.Connected.ToBuckets(), crowd.Returned.ToBuckets()],
        Memory = Environment.WorkingSet,
        ProcessorSeconds = Environment.CpuUsage.TotalTime.TotalSeconds,
    };

    /// <summary>All, once they are all there.</summary>
    private IReadOnlyList<QuizCaller> Callers { get; set; } = [];

    /// <summary>The time that a quiz takes when everything takes as long as it may.</summary>
    private TimeSpan Longest => (plan.Questions * (plan.QuestionTime + pause)) + plan.SettleWithin;

    public async Task GatherAsync(CancellationToken stop)
    {
        var seats = await registry.SeatAsync(plan.Own(plan.Participants).Select(number => (number, QuizOf(number).Id)), stop);
        participants.AddRange(seats.OrderBy(one => one.Key).Select(one => new Participant(one.Key, QuizOf(one.Key), one.Value, tools, ComeBack)));
        Callers = [.. participants, .. watchers];
        var begin = clock.GetTimestamp();
        for (var n = 0; n < Callers.Count; n++)
        {
            dialer.At(Callers[n], begin + (long)(n * plan.Processes / plan.ConnectRate * clock.TimestampFrequency));
        }

        loops.AddRange([dialer.RunAsync(over.Token), tools.Alarms.RunAsync(over.Token), Sips.RunAsync(watchers, clock, over.Token)]);
        await Gathering.WaitAsync(crowd, Callers.Count, stop);
    }

    /// <summary>One of the processes has all quizzes start; then they run by the gateway's clock.</summary>
    public async Task FeedAsync(long start, CancellationToken stop)
    {
        foreach (var quiz in plan.Process == 0 ? quizzes : [])
        {
            await gateway.DoAsync(HttpMethod.Post, $"/contests/{quiz.Id}/start", null, stop, bearer: gateway.AdminToken);
        }

        using var ended = CancellationTokenSource.CreateLinkedTokenSource(stop);
        ended.CancelAfter(Longest);
        var storms = new Storms(Callers, plan, clock).RunAsync(ended.Token);
        await QuizAudit.WaitAsync(() => participants.All(one => one.IsDone), betweenLooks, clock, ended.Token);
        await ended.CancelAsync();
        await storms;
        wasStopped = stop.IsCancellationRequested;
        if (wasStopped)
        {
            tools.Stop();
        }
    }

    public async Task SettleAsync()
    {
        watchers.ForEach(one => one.Release());
        foreach (var quiz in quizzes)
        {
            await audit.EndAsync(quiz, [.. participants.Where(one => one.Truth == quiz)], [.. watchers.Where(one => one.Truth == quiz)], wasStopped);
        }
    }

    public async ValueTask DisposeAsync()
    {
        tools.Stop();
        await over.CancelAsync();
        await Task.WhenAll(loops);
        foreach (var caller in Callers)
        {
            caller.Leave();
        }

        http.Dispose();
        over.Dispose();
    }

    private QuizTruth QuizOf(int number) => quizzes[number % quizzes.Count];

    private void MakeWatchers()
    {
        var tempers = new Random(plan.Seed);
        foreach (var n in Enumerable.Range(0, plan.Spectators))
        {
            var drawn = tempers.NextDouble();
            var temper = drawn < plan.StalledShare ? Temper.Stalled : drawn < plan.StalledShare + plan.SlowShare ? Temper.Slow : Temper.Ordinary;
            if (n % plan.Processes == plan.Process)
            {
                watchers.Add(new QuizWatcher(n, temper, QuizOf(n), crowd, ComeBack));
            }
        }
    }

    private void ComeBack(ICaller caller)
    {
        if (!over.IsCancellationRequested)
        {
            dialer.Again(caller);
        }
    }
}
