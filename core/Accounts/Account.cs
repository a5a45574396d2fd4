namespace OrleansContest.Accounts;

/// <summary>Somebody who can sign in.</summary>
/// <param name="UserId">Their name for programs; random, 1 to 64 characters.</param>
/// <param name="Name">As others see them, 1 to 100 characters.</param>
/// <param name="Email">As they wrote it; unique but for its case.</param>
/// <param name="PasswordHash">Of their password, as whoever checks it wrote it; never the password.</param>
/// <param name="CreatedAt">When they signed up.</param>
public sealed record Account(string UserId, string Name, string Email, string PasswordHash, DateTimeOffset CreatedAt)
{
    /// <summary>A hash is nobody's to read in a log.</summary>
    public override string ToString() => $"account {UserId}";
}
