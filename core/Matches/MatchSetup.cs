using OrleansContest.Channels;

namespace OrleansContest.Matches;

/// <summary>The rules on what a match is, and on who may bring it votes.</summary>
internal static class MatchSetup
{
    private const int MaxColor = 32;

    /// <summary>The same draft again answers as the first time, as long as nothing was changed since.</summary>
    public static Decision<MatchEvent> Create(MatchLedger ledger, CreateMatch command)
    {
        var card = CardOf(ledger.Id, command.Draft, MatchStatus.Draft);
        return (ledger.Card, Flaws(command.Draft)) switch
        {
            ({ } existing, _) => existing == card ? Decision<MatchEvent>.Accept(existing) : MatchRefusals.MatchExists,
            (null, { Count: > 0 } flaws) => MatchRefusals.InvalidMatch(flaws),
            _ => Decision<MatchEvent>.Accept(card, new MatchCreated(card)),
        };
    }

    public static Decision<MatchEvent> Revise(MatchCard card, ReviseMatch command)
    {
        var revised = CardOf(card.Id, command.Draft, card.Status);
        return Flaws(command.Draft) switch
        {
            { Count: > 0 } flaws => MatchRefusals.InvalidMatch(flaws),
            _ when revised == card => Decision<MatchEvent>.Accept(card),
            _ when !MayBecome(card.Status, revised.Status) => MatchRefusals.InvalidTransition(card.Status, revised.Status),
            _ => Decision<MatchEvent>.Accept(revised, new MatchRevised(revised, command.At)),
        };
    }

    public static Decision<MatchEvent> Become(MatchCard card, MatchStatus status, DateTimeOffset at)
    {
        var revised = card with { Status = status };
        return card.Status == status ? Decision<MatchEvent>.Accept(card)
            : MayBecome(card.Status, status) ? Decision<MatchEvent>.Accept(revised, new MatchRevised(revised, at))
            : MatchRefusals.InvalidTransition(card.Status, status);
    }

    public static Decision<MatchEvent> AddKey(MatchLedger ledger, MatchCard card, AddKey command) => ledger.Keys switch
    {
        { } keys when keys.Contains(command.KeyHash) => Decision<MatchEvent>.Accept(card),
        { Count: >= MatchRules.MaxKeys } => MatchRefusals.LimitReached($"A match has at most {MatchRules.MaxKeys} keys."),
        _ => Decision<MatchEvent>.Accept(card, new KeyAdded(command.KeyHash)),
    };

    private static bool MayBecome(MatchStatus from, MatchStatus to) => (from, to) switch
    {
        (MatchStatus.Draft or MatchStatus.Scheduled, not MatchStatus.Ended) => true,
        (MatchStatus.Active, MatchStatus.Active or MatchStatus.Ended or MatchStatus.Cancelled) => true,
        _ => false,
    };

    private static MatchCard CardOf(string id, MatchDraft draft, MatchStatus status) => new(
        id, draft.Title, draft.TeamA, draft.TeamB, draft.StartsAt, draft.EndsAt, draft.Status ?? status, draft.MaxVotesPerUser);

    private static List<string> Flaws(MatchDraft draft)
    {
        List<string?> flaws =
        [
            IsText(draft.Title, PlainText.MaxLength) ? null : "title has 1 to 256 characters, no control characters",
            IsTeam(draft.TeamA) ? null : "teamA has a name of 1 to 256 characters, and a color of up to 32",
            IsTeam(draft.TeamB) ? null : "teamB has a name of 1 to 256 characters, and a color of up to 32",
            draft.EndsAt > draft.StartsAt ? null : "endsAt is after startsAt",
            draft.MaxVotesPerUser is >= 1 and <= MatchRules.MaxVotesPerUser ? null : "maxVotesPerUser is 1 to 10",
            draft.Status is null or MatchStatus.Draft or MatchStatus.Scheduled or MatchStatus.Cancelled
                ? null : "status is draft, scheduled or cancelled; a match is activated and ended by calls of their own",
        ];
        return [.. flaws.OfType<string>()];
    }

    private static bool IsTeam(Team team) => IsText(team.Name, PlainText.MaxLength) && (team.Color is null || IsText(team.Color, MaxColor));

    private static bool IsText(string text, int most) => text.Length > 0 && text.Length <= most && PlainText.IsClean(text);
}
