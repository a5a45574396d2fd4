using System.Buffers;
using OrleansContest.Channels;

namespace OrleansContest.Accounts;

/// <summary>Accounts as a kind of channel: their rules, and how they are written down. There is nothing to see.</summary>
public sealed class AccountsModel : IChannelModel<AccountBook, SignUp, AccountEvent>
{
    private const string Whose = "the accounts'";

    public string SnapshotFormat => "accounts/1";

    public AccountBook Initial(ChannelId channel) => new();

    public bool Exists(AccountBook state) => state.Count > 0;

    public Decision<AccountEvent> Decide(AccountBook state, SignUp command) => AccountRules.Decide(state, command);

    public AccountBook Evolve(AccountBook state, AccountEvent @event)
    {
        state.Add(((AccountOpened)@event).Account);
        return state;
    }

    public IEnumerable<UpdateDraft> Updates(AccountBook state, AccountEvent @event) => [];

    public ReadOnlyMemory<byte> Full(AccountBook state, DateTimeOffset at) => "{}"u8.ToArray();

    public void WriteEvents(IReadOnlyList<AccountEvent> events, IBufferWriter<byte> output) =>
        KindJson.Write(output, events, AccountJournalJson.Default.IReadOnlyListAccountEvent);

    public IReadOnlyList<AccountEvent> ReadEvents(ReadOnlyMemory<byte> record) =>
        KindJson.Read(record, AccountJournalJson.Default.IReadOnlyListAccountEvent, Whose);

    public Action<IBufferWriter<byte>> TakeSnapshot(AccountBook state)
    {
        IReadOnlyList<Account> accounts = [.. state.All];
        return output => KindJson.Write(output, accounts, AccountJournalJson.Default.IReadOnlyListAccount);
    }

    public AccountBook ReadSnapshot(ChannelId channel, ReadOnlyMemory<byte> snapshot)
    {
        var book = new AccountBook();
        foreach (var account in KindJson.Read(snapshot, AccountJournalJson.Default.IReadOnlyListAccount, Whose))
        {
            book.Add(account);
        }

        return book;
    }
}
