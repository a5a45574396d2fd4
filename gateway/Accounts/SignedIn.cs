using OrleansContest.Accounts;
using OrleansContest.Channels;
using OrleansContest.Gateway.Http;
using OrleansContest.Gateway.Quizzes;
using OrleansContest.Gateway.Security;
using OrleansContest.Gateway.Security.Tokens;

namespace OrleansContest.Gateway.Accounts;

/// <summary>Says whose token a request shows, and what they may do.</summary>
internal sealed class SignedIn(AccessTokens tokens, MasterKey masterKey, IChannels channels, QuizOptions options)
{
    public const string Admin = "ADMIN";
    public const string User = "USER";

    private static readonly ErrorAnswer noToken = new(StatusCodes.Status401Unauthorized, "Access token required");
    private static readonly ErrorAnswer badToken = new(StatusCodes.Status403Forbidden, "Invalid or expired token");
    private static readonly ErrorAnswer notAdmin = new(StatusCodes.Status403Forbidden, "Admin access required");

    private readonly HashSet<string> admins = new(options.Admins, StringComparer.OrdinalIgnoreCase);

    public IAccounts Accounts => channels.Get<IAccounts>(AccountsChannel.Id);

    public string RoleOf(Account account) => admins.Contains(account.Email) ? Admin : User;

    /// <returns>Null when the token does not hold, or there is none.</returns>
    public TokenClaims? ClaimsOf(string? token) => token is { Length: > 0 } ? tokens.Check(token) : null;

    /// <returns>The account, or why there is none: no token (401), or one that does not hold or whose user is not here (403).</returns>
    public async Task<(Account? Account, ErrorAnswer? Refusal)> WhoAsync(HttpRequest request)
    {
        if (BearerToken.Of(request) is not { Length: > 0 } token)
        {
            return (null, noToken);
        }

        return tokens.Check(token) is { } claims && await Accounts.Find(claims.UserId) is { } account ? (account, null) : (null, badToken);
    }

    /// <returns>Why the request may do nothing administrative; null when it may.</returns>
    public async Task<ErrorAnswer?> RefuseAdministrationAsync(HttpRequest request)
    {
        if (masterKey.Opens(request.Headers["X-Master-Key"]))
        {
            return null;
        }

        var (account, refusal) = await WhoAsync(request);
        return refusal ?? (RoleOf(account!) == Admin ? null : notAdmin);
    }
}
