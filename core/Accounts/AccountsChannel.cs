using OrleansContest.Channels;

namespace OrleansContest.Accounts;

/// <summary>The accounts' calls, as commands and questions to their runner.</summary>
public sealed class AccountsChannel(IChannelRunner<AccountBook, SignUp> runner) : IAccounts
{
    /// <summary>The id of the one channel of its kind.</summary>
    public const string Id = "all";

    /// <summary>The kind <c>accounts</c>, for an engine to host.</summary>
    public static ChannelKind Kind { get; } = new ChannelKind<IAccounts, AccountBook, SignUp, AccountEvent>(
        "accounts", new AccountsModel(), (_, runner, _) => new AccountsChannel(runner));

    /// <summary>Nobody watches who signs up.</summary>
    public Task<CatchUp?> CatchUp(Position? since) => Task.FromResult<CatchUp?>(null);

    public Task<Outcome<Account>> SignUp(Account account) => runner.AskAsync<Account>(new SignUp(account));

    public Task<Account?> Find(string userId) => runner.QueryAsync(book => book.Find(userId));

    public Task<Account?> FindByEmail(string email) => runner.QueryAsync(book => book.FindByEmail(email));
}
