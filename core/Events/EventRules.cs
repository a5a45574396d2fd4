using System.Diagnostics;
using OrleansContest.Channels;

namespace OrleansContest.Events;

/// <summary>The rules of an event. Pure: same state and command, same answer.</summary>
public static class EventRules
{
    public static Decision<EventFact> Decide(LiveEvent live, EventCommand command) => (live.Setup, command) switch
    {
        (null, CreateEvent c) => SetupRules.Create(live, c),
        (null, _) => EventRefusals.EventNotFound,
        ({ } setup, CreateEvent c) => SetupRules.CreateAgain(live, setup, c),
        (_, DeleteEvent c) => Decision<EventFact>.Accept(live.Card(), new EventDeleted(c.At)),
        ({ } setup, KeyedCommand c) => KeyCheck.Refuse(setup, c.Caller, c.At) is { } refusal ? refusal : Decide(live, setup, c),
        _ => throw new UnreachableException(),
    };

    private static Decision<EventFact> Decide(LiveEvent live, EventSetup setup, KeyedCommand command) => command switch
    {
        Admit => Decision<EventFact>.Accept(live.Card()),
        ChangeStatus c => SetupRules.ChangeStatus(live, setup, c),
        ConfigureEvent c => SetupRules.Configure(setup, c),
        ImportExport c when LifeCycle.TakesXml(setup.Status) => ImportRules.Import(live, setup, c),
        PushResults c when LifeCycle.TakesResults(setup.Status) => PushRules.Results(live, c),
        PushOnCourse c when LifeCycle.TakesOnCourse(setup.Status) => PushRules.OnCourse(live, c),
        ImportExport => EventRefusals.NotAccepted("xml", setup.Status),
        PushResults => EventRefusals.NotAccepted("results", setup.Status),
        PushOnCourse => EventRefusals.NotAccepted("oncourse", setup.Status),
        _ => throw new UnreachableException(),
    };
}
