using System.Text.Json.Serialization;
using OrleansContest.Channels;
using OrleansContest.Matches;

namespace OrleansContest.Gateway.Matches;

/// <summary>A match as an administrator writes it.</summary>
/// <param name="Id">Its id; one is made when absent.</param>
/// <param name="Title">What people call it.</param>
/// <param name="TeamA">The first team.</param>
/// <param name="TeamB">The second team.</param>
/// <param name="StartsAt">When it is meant to start.</param>
/// <param name="EndsAt">When it is meant to end.</param>
/// <param name="Status"><c>draft</c>, <c>scheduled</c> or <c>cancelled</c>.</param>
/// <param name="MaxVotesPerUser">1 when absent.</param>
internal sealed record MatchInput(
    string? Id = null,
    string? Title = null,
    TeamInput? TeamA = null,
    TeamInput? TeamB = null,
    DateTimeOffset? StartsAt = null,
    DateTimeOffset? EndsAt = null,
    MatchStatus? Status = null,
    int? MaxVotesPerUser = null)
{
    /// <summary>What a new match must have and this one has not.</summary>
    public string? Missing => this switch
    {
        { Title: null } => "title",
        { TeamA: null } => "teamA",
        { TeamB: null } => "teamB",
        { StartsAt: null } => "startsAt",
        { EndsAt: null } => "endsAt",
        _ => null,
    };

    public MatchDraft ToDraft() => new(
        Title!, TeamA!.ToTeam(), TeamB!.ToTeam(), StartsAt!.Value, EndsAt!.Value, MaxVotesPerUser ?? 1, Status);

    /// <summary>The match with what is said here; the rest stays.</summary>
    public MatchDraft ToDraft(MatchCard card) => new(
        Title ?? card.Title,
        TeamA?.ToTeam() ?? card.TeamA,
        TeamB?.ToTeam() ?? card.TeamB,
        StartsAt ?? card.StartsAt,
        EndsAt ?? card.EndsAt,
        MaxVotesPerUser ?? card.MaxVotesPerUser,
        Status == card.Status ? null : Status);
}

/// <inheritdoc cref="Team"/>
internal sealed record TeamInput(string? Name = null, string? Color = null)
{
    public Team ToTeam() => new(Name ?? "", Color);
}

/// <summary>How what administrators send is read: unknown members are ignored.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, Converters = [typeof(UtcMilliseconds)])]
[JsonSerializable(typeof(MatchInput))]
[JsonSerializable(typeof(VoteInput))]
internal sealed partial class MatchInputJson : JsonSerializerContext;
