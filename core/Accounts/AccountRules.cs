using OrleansContest.Channels;

namespace OrleansContest.Accounts;

/// <summary>The rules on accounts. Pure: same state and command, same answer.</summary>
public static class AccountRules
{
    /// <summary>All are held in memory, in about a kilobyte each.</summary>
    public const int MaxAccounts = 500_000;

    public const int MaxName = 100;

    /// <summary>Source: RFC 5321, section 4.5.3.1, as corrected by erratum 1690.</summary>
    public const int MaxEmail = 254;

    /// <summary>The same account again is the same account.</summary>
    public static Decision<AccountEvent> Decide(AccountBook book, SignUp command)
    {
        var account = command.Account;
        if (book.Find(account.UserId) is { } same && same.Email == account.Email)
        {
            return Decision<AccountEvent>.Accept(same);
        }

        return FlawsOf(account) is { Count: > 0 } flaws ? AccountRefusals.InvalidAccount(flaws)
            : book.FindByEmail(account.Email) is not null ? AccountRefusals.EmailTaken
            : book.Count >= MaxAccounts ? AccountRefusals.Full
            : Decision<AccountEvent>.Accept(account, new AccountOpened(account));
    }

    private static List<string> FlawsOf(Account account) =>
    [
        .. account.Name.Length is >= 1 and <= MaxName && PlainText.IsClean(account.Name) && account.Name.Trim().Length > 0
            ? Array.Empty<string>() : ["name has 1 to 100 characters, no control characters"],
        .. IsEmail(account.Email) ? Array.Empty<string>() : ["email is an e-mail address"],
    ];

    /// <summary>Something on either side of one @, and nothing that no address has. Whether anybody reads it is another question.</summary>
    private static bool IsEmail(string text) =>
        text.Length <= MaxEmail
        && text.Split('@') is [{ Length: > 0 and <= 64 }, { Length: > 0 }]
        && PlainText.IsClean(text)
        && !text.Any(char.IsWhiteSpace);
}
