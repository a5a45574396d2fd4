using OrleansContest.Contests;

namespace OrleansContest.Gateway.Contests;

/// <summary>A contest as everybody may see it, with its audience.</summary>
/// <param name="Id">The channel's id.</param>
/// <param name="Name">What people call it.</param>
/// <param name="Rules">How contacts count.</param>
/// <param name="StartsAt">Begin, UTC; null when not stated.</param>
/// <param name="EndsAt">End, UTC; null when not stated.</param>
/// <param name="Open">Whether anybody may log.</param>
/// <param name="PowerMultiplier">1, 2 or 5.</param>
/// <param name="CreatedAt">When it was created, UTC.</param>
/// <param name="Audience">How many are watching, at all gateways together; null while that cannot be learnt.</param>
internal sealed record WatchedContest(
    string Id,
    string Name,
    ContestRuleSet Rules,
    DateTimeOffset? StartsAt,
    DateTimeOffset? EndsAt,
    bool Open,
    int PowerMultiplier,
    DateTimeOffset CreatedAt,
    int? Audience)
{
    public static WatchedContest Of(ContestCard card, int? audience) => new(
        card.Id, card.Name, card.Rules, card.StartsAt, card.EndsAt, card.Open, card.PowerMultiplier, card.CreatedAt, audience);
}
