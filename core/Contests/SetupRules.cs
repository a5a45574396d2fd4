using OrleansContest.Channels;

namespace OrleansContest.Contests;

/// <summary>How a contest is set up: created, given keys, sessions and header lines.</summary>
internal static class SetupRules
{
    private const int MaxHeaderStations = 1_000;
    private const int MaxHeaderLines = 200;
    private const int MaxHeaderLength = 1_000;

    public static Decision<ContestEvent> Create(ContestLog log, CreateContest command)
    {
        var check = new ContestCheck();
        var card = check.Read(log.ContestId, command.Draft, command.At);
        return check.Refusal is { } refusal ? refusal : Decision<ContestEvent>.Accept(card, new ContestCreated(card));
    }

    /// <summary>A retry of the first creation has its answer.</summary>
    public static Decision<ContestEvent> CreateAgain(ContestCard card, CreateContest command)
    {
        var check = new ContestCheck();
        var again = check.Read(card.Id, command.Draft, card.CreatedAt);
        return check.Refusal switch
        {
            { } refusal => refusal,
            null when ContestJson.AreSame(card, again) => Decision<ContestEvent>.Accept(card),
            _ => ContestRefusals.ContestExists,
        };
    }

    public static Decision<ContestEvent> AddKey(ContestLog log, ContestCard card, AddKey command) => log.Access switch
    {
        var access when access.HasKey(command.KeyHash) => Decision<ContestEvent>.Accept(card),
        { KeyCount: >= ContestAccess.MaxKeys } =>
            ContestRefusals.LimitReached($"This contest has {ContestAccess.MaxKeys} keys already; use one of them."),
        _ => Decision<ContestEvent>.Accept(card, new KeyAdded(command.KeyHash)),
    };

    public static Decision<ContestEvent> OpenSession(ContestLog log, Admission admission, OpenSession command)
    {
        var reasons = new List<string>();
        var session = ReadSession(command, reasons);
        return log.Access.Find(command.Draft.TokenHash, command.At) switch
        {
            _ when reasons.Count > 0 => ContestRefusals.InvalidSession(reasons),
            _ when !admission.Covers(session.StationId) => ContestRefusals.SessionMismatch,
            { } open => admission.Accept(open),
            _ when log.Access.IsFull(command.At) =>
                ContestRefusals.LimitReached($"This contest has {ContestAccess.MaxSessions} sessions open; try again later."),
            _ => admission.Accept(session, new SessionOpened(command.Draft.TokenHash, session, command.At)),
        };
    }

    public static Decision<ContestEvent> KeepHeaders(ContestLog log, Admission admission, KeepHeaders command)
    {
        var headers = command.Headers with { StationId = command.Headers.StationId.Trim() };
        var kept = log.Headers.FirstOrDefault(kept => EntryBook.SameStation(kept.StationId, headers.StationId));
        return headers switch
        {
            _ when WrongHeaders(headers) is { } reason => ContestRefusals.InvalidHeaders(reason),
            _ when !admission.Covers(headers.StationId) => ContestRefusals.SessionMismatch,
            _ when kept is not null && kept.Lines.SequenceEqual(headers.Lines) => admission.Accept(log.Card!),
            _ when kept is null && log.Headers.Count >= MaxHeaderStations =>
                ContestRefusals.LimitReached($"This contest keeps header lines of {MaxHeaderStations} stations already."),
            _ => admission.Accept(log.Card!, new HeadersKept(headers)),
        };
    }

    private static Session ReadSession(OpenSession command, List<string> reasons)
    {
        var (id, _, callsign, station) = command.Draft;
        if (!Callsigns.TryNormalize(callsign, out var call))
        {
            reasons.Add($"callsign {PlainText.Quote(callsign)} is not a callsign.");
        }

        if (!StationIds.IsValid(station.Trim()))
        {
            reasons.Add(StationIds.Rule);
        }

        return new Session(id, station.Trim(), call, command.At + ContestAccess.SessionLifetime);
    }

    private static string? WrongHeaders(StationHeaders headers) => headers switch
    {
        _ when !StationIds.IsValid(headers.StationId) => StationIds.Rule,
        { Lines.Count: > MaxHeaderLines } => $"At most {MaxHeaderLines} header lines are kept.",
        _ when headers.Lines.Any(line => line.Tag.Length + line.Value.Length > MaxHeaderLength) =>
            $"A header line has at most {MaxHeaderLength} characters.",
        _ when headers.Lines.Any(line => !PlainText.IsClean(line.Tag) || !PlainText.IsClean(line.Value)) =>
            "A header line has no control characters.",
        _ => null,
    };
}
