using OrleansContest.Accounts;
using OrleansContest.Testing;

namespace OrleansContest.Tests.Engine;

/// <summary>What every engine promises those who sign up.</summary>
/// <param name="engine">The engine; its accounts are shared by the tests, each of which uses addresses of its own.</param>
public abstract class AccountsContract(IEngineUnderTest engine)
{
    private readonly string name = Contacts.NewId();

    private IAccounts Accounts => engine.Channels.Get<IAccounts>(AccountsChannel.Id);

    private Account Ann => new($"u-{name}", "Ann Lee", $"{name}@example.org", "hash", DateTimeOffset.UnixEpoch);

    [ContractFact]
    public async Task An_account_is_found_by_its_id_and_by_its_address_in_any_case()
    {
        Assert.Equal(Ann, (await Accounts.SignUp(Ann)).Value);

        Assert.Equal(Ann, await Accounts.Find(Ann.UserId));
        Assert.Equal(Ann, await Accounts.FindByEmail(Ann.Email.ToUpperInvariant()));
        Assert.Null(await Accounts.Find("nobody"));
        Assert.Null(await Accounts.FindByEmail("nobody@example.org"));
    }

    [ContractFact]
    public async Task An_address_opens_one_account_however_many_try_at_once()
    {
        var tries = Enumerable.Range(0, 20).Select(n => Ann with { UserId = $"{Ann.UserId}-{n}", Email = n % 2 == 0 ? Ann.Email : Ann.Email.ToUpperInvariant() });
        var outcomes = await Task.WhenAll(tries.Select(Accounts.SignUp));

        var opened = Assert.Single(outcomes, outcome => !outcome.IsRefused());
        Assert.All(outcomes.Where(outcome => outcome != opened), outcome => Assert.Equal(AccountRefusals.EmailTaken, outcome.Refusal));
        Assert.Equal(opened.Value, await Accounts.FindByEmail(Ann.Email));
    }

    [ContractFact]
    public async Task The_same_account_again_is_the_same_after_the_loss_of_memory_too()
    {
        await Accounts.SignUp(Ann);
        await engine.LoseMemoryAsync();

        Assert.Equal(Ann, await Contacts.PersistAsync(() => Accounts.Find(Ann.UserId)));
        Assert.Equal(Ann, (await Accounts.SignUp(Ann with { Name = "Another" })).Value);
    }

    [ContractFact]
    public async Task Nobody_watches_who_signs_up()
    {
        await Accounts.SignUp(Ann);

        Assert.Null(await Accounts.CatchUp(null));
    }
}
