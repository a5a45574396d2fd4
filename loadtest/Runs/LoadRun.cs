using OrleansContest.LoadTest.Kinds;
using OrleansContest.LoadTest.Processes;

namespace OrleansContest.LoadTest.Runs;

/// <summary>A whole run: makes the channels, connects, feeds, and holds everybody to the truth.</summary>
internal sealed class LoadRun(LoadPlan plan, IRunView view, TimeProvider clock)
{
    private static readonly TimeSpan beforeFirst = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan patience = TimeSpan.FromSeconds(30);

    /// <param name="stop">Ends it early; what was done until then is reported.</param>
    /// <exception cref="LoadException">It could not run.</exception>
    public async Task<RunReport> RunAsync(CancellationToken stop)
    {
        MachineLimits.Check(plan);
        var staged = plan with { Staged = await StageAsync(stop) };
        var crews = Crews.Of(staged, clock);
        try
        {
            return await RunAsync(crews, stop);
        }
        finally
        {
            await Task.WhenAll(crews.Select(crew => crew.DisposeAsync().AsTask()));
        }
    }

    private static CrewFigures Sum(IEnumerable<ICrew> crews) => crews.Select(crew => crew.Figures).Aggregate((one, two) => one.Plus(two));

    private async Task<RunReport> RunAsync(IReadOnlyList<ICrew> crews, CancellationToken stop)
    {
        var phases = new PhaseTimes(clock);
        using var over = new CancellationTokenSource();
        var showing = ShowAsync(crews, phases, over.Token);
        var isWhole = false;
        try
        {
            phases.Begin(Phase.Connecting);
            await Task.WhenAll(crews.Select(crew => crew.GatherAsync(stop)));
            stop.ThrowIfCancellationRequested();
            phases.Begin(Phase.Running, Sum(crews));
            var start = clock.GetTimestamp() + (long)(beforeFirst.TotalSeconds * clock.TimestampFrequency);
            await Task.WhenAll(crews.Select(crew => crew.FeedAsync(start, stop)));
            isWhole = !stop.IsCancellationRequested;
            phases.Begin(Phase.Comparing, Sum(crews));
            await Task.WhenAll(crews.Select(crew => crew.SettleAsync()));
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            isWhole = false;
        }
        finally
        {
            await over.CancelAsync();
            await showing;
        }

        phases.Begin(Phase.Over, Sum(crews));
        return new RunReport(plan, Sum(crews), phases, isWhole);
    }

    private async Task<IReadOnlyList<StagedChannel>> StageAsync(CancellationToken stop)
    {
        var kind = EveryKind.Named(plan.Kind);
        var lanes = (plan.Lanes + plan.Channels - 1) / plan.Channels;
        if (lanes > kind.MostLanes)
        {
            throw new LoadException($"A {plan.Kind} takes {kind.MostLanes} ingesters at most: say --ingesters {kind.MostLanes * plan.Channels}, or more --channels.");
        }

        using var http = new HttpClient { BaseAddress = plan.Url, Timeout = patience };
        var gateway = new GatewayApi(http, plan.Key, plan.Operator, plan.AdminToken);
        var staged = new List<StagedChannel>();
        var wanted = new StagePlan(lanes, plan.Spectators, plan.Channel is not null) { Questions = plan.Questions, QuestionTime = plan.QuestionTime };
        for (var n = 0; n < plan.Channels; n++)
        {
            var id = plan.Channel ?? $"load-{plan.Seed:x8}-{n}";
            staged.Add(await kind.StageAsync(gateway, id, wanted, stop));
        }

        return staged;
    }

    private async Task ShowAsync(IReadOnlyList<ICrew> crews, PhaseTimes phases, CancellationToken over)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(1), clock);
        try
        {
            while (await timer.WaitForNextTickAsync(over))
            {
                view.Show(new RunProgress(phases.Now, phases.Elapsed, plan, Sum(crews)));
            }
        }
        catch (OperationCanceledException)
        {
            // The run is over.
        }
    }
}
