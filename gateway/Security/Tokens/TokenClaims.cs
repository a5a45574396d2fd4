namespace OrleansContest.Gateway.Security.Tokens;

/// <summary>What a token says of whoever shows it.</summary>
/// <param name="UserId">Who.</param>
/// <param name="Role">What they are; null when the token does not say.</param>
/// <param name="ExpiresAt">Until when.</param>
internal sealed record TokenClaims(string UserId, string? Role, DateTimeOffset ExpiresAt);
