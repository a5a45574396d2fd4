namespace OrleansContest.Contests;

/// <summary>A contest to create.</summary>
/// <param name="Name">What people call it, 1 to 200 characters.</param>
/// <param name="Rules">How contacts count.</param>
/// <param name="StartsAt">Begin, UTC; null when not stated.</param>
/// <param name="EndsAt">End, after the begin; null when not stated.</param>
/// <param name="Open">Whether anybody may log, as in a club's own network.</param>
/// <param name="PowerMultiplier">The club's power multiplier: 1, 2 or 5.</param>
public sealed record ContestDraft(
    string Name, ContestRuleSet Rules, DateTimeOffset? StartsAt, DateTimeOffset? EndsAt, bool Open, int PowerMultiplier = 1);
