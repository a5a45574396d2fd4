using OrleansContest.Channels;

namespace OrleansContest.Accounts;

/// <summary>Every reason for which an account is not opened.</summary>
public static class AccountRefusals
{
    public static Refusal EmailTaken { get; } = new("EMAIL_TAKEN", "User with this email already exists");

    public static Refusal Full { get; } = new("FULL", $"There are {AccountRules.MaxAccounts} accounts, and no more are taken");

    /// <param name="reasons">One sentence for each field that is wrong.</param>
    public static Refusal InvalidAccount(IReadOnlyList<string> reasons) => new("INVALID_ACCOUNT", "Account is not valid", reasons);
}
