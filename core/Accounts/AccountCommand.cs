namespace OrleansContest.Accounts;

/// <summary>What may be asked of the accounts: to take one in. Answers the <see cref="Account"/>.</summary>
public sealed record SignUp(Account Account);
