using System.Diagnostics;
using OrleansContest.Channels;

namespace OrleansContest.Contests;

/// <summary>The rules of a contest. Pure: same state and command, same answer.</summary>
public static class ContestRules
{
    public static Decision<ContestEvent> Decide(ContestLog log, ContestCommand command) => (log.Card, command) switch
    {
        (null, CreateContest c) => SetupRules.Create(log, c),
        (null, _) => ContestRefusals.ContestNotFound,
        ({ } card, CreateContest c) => SetupRules.CreateAgain(card, c),
        ({ } card, AddKey c) => SetupRules.AddKey(log, card, c),
        (_, IngestCommand c) when Admission.Of(log, c.Caller, c.At) is { } admission => Decide(log, admission, c),
        (_, IngestCommand) => ContestRefusals.Unauthorized,
        _ => throw new UnreachableException(),
    };

    private static Decision<ContestEvent> Decide(ContestLog log, Admission admission, IngestCommand command) => command switch
    {
        OpenSession c => SetupRules.OpenSession(log, admission, c),
        Admit => admission.Accept(new Grant(admission.StationId)),
        LogQso c => QsoRules.Log(log, admission, c),
        EditQso c => QsoRules.Edit(log, admission, c),
        DeleteQso c => QsoRules.Delete(log, admission, c),
        MergeQsos c => MergeRules.Merge(log, admission, c),
        KeepHeaders c => SetupRules.KeepHeaders(log, admission, c),
        _ => throw new UnreachableException(),
    };
}
