namespace OrleansContest.Accounts;

/// <summary>Everybody of the cluster who can sign in. Key: <see cref="AccountsChannel.Id"/>.</summary>
[Alias("OrleansContest.IAccountsGrain")]
public interface IAccountsGrain : IGrainWithStringKey, IAccounts;
