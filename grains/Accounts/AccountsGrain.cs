using Orleans.Concurrency;
using OrleansContest.Accounts;
using OrleansContest.Channels;
using OrleansContest.Grains.Channels;

namespace OrleansContest.Grains.Accounts;

/// <summary>Everybody of the cluster who can sign in. Key: <see cref="AccountsChannel.Id"/>.</summary>
[GrainType("accounts")]
[Reentrant]
internal sealed class AccountsGrain(ChannelHost host) : ChannelGrain<IAccounts>(host), IAccountsGrain
{
    public Task<Outcome<Account>> SignUp(Account account) => Channel.SignUp(account);

    public Task<Account?> Find(string userId) => Channel.Find(userId);

    public Task<Account?> FindByEmail(string email) => Channel.FindByEmail(email);
}
