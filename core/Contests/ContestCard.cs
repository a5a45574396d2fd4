namespace OrleansContest.Contests;

/// <summary>A contest as everybody may see it.</summary>
/// <param name="Id">The channel's id.</param>
/// <param name="Name">What people call it.</param>
/// <param name="Rules">How contacts count.</param>
/// <param name="StartsAt">Begin, UTC; null when not stated.</param>
/// <param name="EndsAt">End, UTC; null when not stated.</param>
/// <param name="Open">Whether anybody may log.</param>
/// <param name="PowerMultiplier">1, 2 or 5.</param>
/// <param name="CreatedAt">When it was created, UTC.</param>
public sealed record ContestCard(
    string Id,
    string Name,
    ContestRuleSet Rules,
    DateTimeOffset? StartsAt,
    DateTimeOffset? EndsAt,
    bool Open,
    int PowerMultiplier,
    DateTimeOffset CreatedAt);
