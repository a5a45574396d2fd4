using System.Text.Json;

namespace OrleansContest.Gateway.Contests;

/// <summary>A contest to create, as a client writes it.</summary>
/// <param name="Id">Its id; made from the name when null.</param>
/// <param name="Name">What people call it.</param>
/// <param name="Rules">The name of built-in rules, or a record of them; <c>GENERAL</c> when absent.</param>
/// <param name="StartsAt">Begin, UTC.</param>
/// <param name="EndsAt">End, UTC.</param>
/// <param name="Open">Whether anybody may log; false when absent.</param>
/// <param name="PowerMultiplier">1, 2 or 5; 1 when absent.</param>
internal sealed record ContestInput(
    string? Id = null,
    string? Name = null,
    JsonElement? Rules = null,
    DateTimeOffset? StartsAt = null,
    DateTimeOffset? EndsAt = null,
    bool? Open = null,
    int? PowerMultiplier = null);
