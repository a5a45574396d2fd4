namespace OrleansContest.Accounts;

/// <summary>All accounts, by who they are and by their e-mail address. Owned by one runner.</summary>
public sealed class AccountBook
{
    private readonly Dictionary<string, Account> byUser = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Account> byEmail = new(StringComparer.OrdinalIgnoreCase);

    public int Count => byUser.Count;

    /// <summary>In no order.</summary>
    public IReadOnlyCollection<Account> All => byUser.Values;

    public Account? Find(string userId) => byUser.GetValueOrDefault(userId);

    /// <summary>Addresses differ by more than their case.</summary>
    public Account? FindByEmail(string email) => byEmail.GetValueOrDefault(email);

    internal void Add(Account account)
    {
        byUser.Add(account.UserId, account);
        byEmail.Add(account.Email, account);
    }
}
