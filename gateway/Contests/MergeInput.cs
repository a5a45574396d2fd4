using System.Text.Json.Serialization;

namespace OrleansContest.Gateway.Contests;

/// <summary>A merge to make, as a client writes it.</summary>
/// <param name="PrimaryId">The entry that stays.</param>
/// <param name="DuplicateIds">The entries that are the same contact, 1 to 1,000.</param>
/// <param name="MergeReason">Why.</param>
internal sealed record MergeInput(
    [property: JsonPropertyName("primary_id")] string? PrimaryId = null,
    [property: JsonPropertyName("duplicate_ids")] IReadOnlyList<string?>? DuplicateIds = null,
    [property: JsonPropertyName("merge_reason")] string? MergeReason = null);
