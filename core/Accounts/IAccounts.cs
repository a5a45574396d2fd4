using OrleansContest.Channels;

namespace OrleansContest.Accounts;

/// <summary>Everybody who can sign in. There is one such channel, <see cref="AccountsChannel.Id"/>, of the kind <c>accounts</c>; nobody can watch it.</summary>
/// <remarks>Passwords are hashed and checked by who asks: that is slow on purpose, and nothing here may be.</remarks>
public interface IAccounts : IChannel
{
    /// <summary>Opens an account, or refuses (see <see cref="AccountRefusals"/>). The same account once more changes nothing.</summary>
    Task<Outcome<Account>> SignUp(Account account);

    /// <returns>Null when there is no such account.</returns>
    Task<Account?> Find(string userId);

    /// <param name="email">In whatever case.</param>
    /// <returns>Null when nobody has signed up with it.</returns>
    Task<Account?> FindByEmail(string email);
}
