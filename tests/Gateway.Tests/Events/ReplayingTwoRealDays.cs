using OrleansContest.Channels;
using OrleansContest.Events;
using OrleansContest.Testing;

namespace OrleansContest.Gateway.Tests.Events;

/// <summary>
/// Two real days as a venue sends them: the start lists, each result when the boat has finished, some first with fewer
/// penalties than in the end, some withdrawn for a while, and now and then an export that is a little behind.
/// </summary>
public sealed class ReplayingTwoRealDays
{
    [Theory]
    [InlineData(MergeStrategy.PushWins)]
    [InlineData(MergeStrategy.XmlWins)]
    public async Task Keeps_whoever_watches_at_the_full_state_and_ends_where_the_export_does(MergeStrategy strategy)
    {
        var real = await RealExport.SharedAsync();
        var live = new RunningEvent(new EventModel());
        Begin(live, StartLists(real.Export), strategy);
        List<EventClient> watching = [new(live.FullBytes())];
        foreach (var (i, command) in Commands(real.Export).Index())
        {
            live.Do(command, out var updates);
            foreach (var client in watching)
            {
                updates.ToList().ForEach(update => client.See(update, live.FullBytes));
            }

            if (i % 600 == 0)
            {
                Assert.All(watching, client => Assert.Equal(EventClient.Shows(live.FullBytes()), client.Shows()));
                watching.Add(new(live.FullBytes()));
            }
        }

        live.Do(new ImportExport(Caller.Trusted, real.Export, RealExport.Noon));
        Assert.Equal(EventClient.Shows(real.Import().FullBytes()), EventClient.Shows(live.FullBytes()));
    }

    /// <summary>Under push-wins, a result that was once shown is only ever replaced by what was said later.</summary>
    [Fact]
    public async Task Never_shows_less_of_a_run_than_before_under_push_wins()
    {
        var real = await RealExport.SharedAsync();
        var live = new RunningEvent(new EventModel());
        Begin(live, StartLists(real.Export), MergeStrategy.PushWins);
        var pushed = new Dictionary<(string RaceId, int? Bib), ResultReport>();
        foreach (var command in Commands(real.Export))
        {
            live.Do(command);
            foreach (var report in (command as PushResults)?.Results ?? [])
            {
                pushed[(report.RaceId, report.Bib)] = report;
            }

            if (command is ImportExport)
            {
                var figures = await live.FiguresAsync();
                Assert.All(pushed, result => Assert.Equal((result.Value.Time, result.Value.Pen, result.Value.Total), figures[result.Key]));
            }
        }
    }

    private static void Begin(RunningEvent live, EventExport startLists, MergeStrategy strategy)
    {
        live.Do(new CreateEvent(new EventDraft("Spring Slalom", Strategy: strategy), new string('a', 64), RealExport.Noon));
        live.Do(new ImportExport(Caller.Trusted, startLists, RealExport.Noon));
        live.Do(new ChangeStatus(Caller.Trusted, EventStatus.Startlist, RealExport.Noon));
        live.Do(new ChangeStatus(Caller.Trusted, EventStatus.Running, RealExport.Noon));
    }

    private static IEnumerable<EventCommand> Commands(EventExport real)
    {
        var finishes = real.Results.Where(result => result.Total is not null || result.Status is not null).OrderBy(result => result.DtFinish, StringComparer.Ordinal).ToArray();
        for (var i = 0; i < finishes.Length; i++)
        {
            var report = Report(finishes[i]);
            if (i % 7 == 0 && report.Pen > 0)
            {
                yield return Push(report with { Pen = 0, Total = report.Time });
            }

            yield return Push(report);
            if (i % 23 == 0)
            {
                yield return Push(new ResultReport(report.RaceId, report.ParticipantId, report.Bib));
                yield return Push(report);
            }

            if (i % 150 == 149)
            {
                yield return new ImportExport(Caller.Trusted, UpTo(real, finishes[..(i - 20)]), RealExport.Noon);
            }
        }
    }

    private static PushResults Push(ResultReport report) => new(Caller.Trusted, [report], RealExport.Noon);

    /// <summary>As the venue pushes it: in 1/100 s.</summary>
    private static ResultReport Report(ExportedResult result) => new(
        result.RaceId, result.ParticipantId, result.Bib, result.Time / 10, result.Pen * 100, result.Total / 10, RunStatuses.Read(result.Status));

    private static EventExport StartLists(EventExport real) => UpTo(real, []);

    /// <summary>The export as it was when only these had finished.</summary>
    private static EventExport UpTo(EventExport real, IReadOnlyCollection<ExportedResult> finished)
    {
        var known = finished.ToHashSet();
        return real with
        {
            Results =
            [
                .. real.Results.Select(result => known.Contains(result)
                    ? result
                    : new ExportedResult(result.RaceId, result.ParticipantId, result.StartOrder, result.Bib, result.StartTime)),
            ],
        };
    }
}
