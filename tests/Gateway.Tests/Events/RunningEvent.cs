using System.Text.Json;
using OrleansContest.Channels;
using OrleansContest.Events;

namespace OrleansContest.Gateway.Tests.Events;

/// <summary>An event in a test's hand, seen only as clients see it.</summary>
internal sealed class RunningEvent(EventModel model)
{
    private LiveEvent live = model.Initial(new ChannelId("event", "spring"));

    public object Do(EventCommand command) => Do(command, out _);

    public object Do(EventCommand command, out IReadOnlyList<UpdateDraft> updates)
    {
        var decision = model.Decide(live, command);
        Assert.Null(decision.Refusal);
        var shown = new List<UpdateDraft>();
        foreach (var fact in decision.Events)
        {
            live = model.Evolve(live, fact);
            shown.AddRange(model.Updates(live, fact));
        }

        updates = shown;
        return decision.Answer!;
    }

    public JsonElement Full() => JsonDocument.Parse(FullBytes()).RootElement;

    public ReadOnlyMemory<byte> FullBytes() => model.Full(live, RealExport.Noon);

    /// <summary>What stands of every run, by race and number. First runs are shown as the previous ones of second runs.</summary>
    public async Task<Dictionary<(string RaceId, int? Bib), (int? Time, int? Pen, int? Total)>> FiguresAsync()
    {
        var figures = new Dictionary<(string, int?), (int?, int?, int?)>();
        foreach (var race in (await Ask().Overview())!.Races)
        {
            foreach (var line in (await Ask().Results(race.RaceId, null, detailed: false)).Value!.Results)
            {
                figures[(race.RaceId, line.Bib)] = race.RaceType == "best-run-1" && line.TwoRuns is { } runs
                    ? (runs.PrevTime, runs.PrevPen, runs.PrevTotal)
                    : (line.Time, line.Pen, line.Total);
            }
        }

        return figures;
    }

    /// <summary>The event's queries.</summary>
    public IEvent Ask() => new EventChannel(new Direct(live), TimeProvider.System);

    private sealed class Direct(LiveEvent live) : IChannelRunner<LiveEvent, EventCommand>
    {
        public Task<TAnswer> QueryAsync<TAnswer>(Func<LiveEvent, TAnswer> query) => Task.FromResult(query(live));

        public Task<Outcome<TAnswer>> AskAsync<TAnswer>(EventCommand command)
            where TAnswer : class => throw new NotSupportedException("Only questions are asked here.");

        public Task<IReadOnlyList<Outcome<TAnswer>>> AskEachAsync<TAnswer>(IReadOnlyList<EventCommand> commands)
            where TAnswer : class => throw new NotSupportedException("Only questions are asked here.");

        public Task<CatchUp?> CatchUpAsync(Position? since) => throw new NotSupportedException("Only questions are asked here.");
    }
}
