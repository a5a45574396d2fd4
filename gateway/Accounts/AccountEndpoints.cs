using System.Security.Cryptography;
using OrleansContest.Accounts;
using OrleansContest.Channels;
using OrleansContest.Gateway.Http;
using OrleansContest.Gateway.Security.Tokens;

namespace OrleansContest.Gateway.Accounts;

/// <summary>Signing up and in.</summary>
internal static class AccountEndpoints
{
    private const int minPassword = 6;
    private const int maxPassword = 256;

    private static readonly ErrorAnswer closed = new(
        StatusCodes.Status503ServiceUnavailable, "Security:JwtSecret is not set, so nobody can sign in; set it and start the gateway again");

    private static readonly ErrorAnswer busy = new(
        StatusCodes.Status503ServiceUnavailable, "Too many sign in at once; try again in a moment", RetryAfterSeconds: 2);

    private static readonly ErrorAnswer wrong = new(StatusCodes.Status401Unauthorized, "Invalid email or password");

    public static void MapAccounts(this IEndpointRouteBuilder routes)
    {
        var accounts = routes.MapGroup("/auth").WithTags("Accounts");
        accounts.MapPost("/signup", SignUpAsync).WithSummary("Open an account").Accepts<SignInput>("application/json")
            .Produces<SignedInBody>(201).ProducesErrors(400, 409, 413, 415, 429, 503);
        accounts.MapPost("/signin", SignInAsync).WithSummary("Get a token").Accepts<SignInput>("application/json")
            .Produces<SignedInBody>().ProducesErrors(400, 401, 413, 415, 429, 503);
        accounts.MapGet("/me", MeAsync).WithSummary("Whose token it is").Produces<MeBody>().ProducesErrors(401, 403, 429, 503);
    }

    private static Task<IResult> SignUpAsync(HttpContext context, SignedIn people, PasswordCheck passwords, AccessTokens tokens, TimeProvider clock) =>
        WithInputAsync(context, tokens, async input =>
        {
            if (input is not { Name: not null, Email: not null, Password.Length: >= minPassword and <= maxPassword })
            {
                return ErrorAnswer.BadRequest("Account is not valid", "name, email and a password of 6 to 256 characters are wanted");
            }

            // An address that is taken costs no hashing; whoever is first among two is decided below.
            if (await people.Accounts.FindByEmail(input.Email) is not null)
            {
                return Refused(AccountRefusals.EmailTaken);
            }

            if (await passwords.HashAsync(input.Password) is not { } hash)
            {
                return busy;
            }

            var userId = RandomNumberGenerator.GetHexString(24, lowercase: true);
            var outcome = await people.Accounts.SignUp(new Account(userId, input.Name, input.Email, hash, UtcMilliseconds.Cut(clock.GetUtcNow())));
            return outcome.IsRefused()
                ? Refused(outcome.Refusal)
                : new CreatedAnswer<SignedInBody>(
                    "/auth/me", Signed("User created successfully", outcome.Value, people, tokens), AccountAnswerJson.Plain.SignedInBody);
        });

    private static Task<IResult> SignInAsync(HttpContext context, SignedIn people, PasswordCheck passwords, AccessTokens tokens) =>
        WithInputAsync(context, tokens, async input =>
        {
            if (input is not { Email: not null, Password: { Length: <= maxPassword } password })
            {
                return ErrorAnswer.BadRequest("Email and password are required");
            }

            var account = await people.Accounts.FindByEmail(input.Email);
            return await passwords.IsRightAsync(account, password) switch
            {
                null => busy,
                false => wrong,
                true => Results.Json(Signed("Signed in successfully", account!, people, tokens), AccountAnswerJson.Plain.SignedInBody),
            };
        });

    private static async Task<IResult> MeAsync(HttpContext context, SignedIn people)
    {
        var (account, refusal) = await people.WhoAsync(context.Request);
        return (IResult?)refusal ?? Results.Json(new MeBody(UserBody.Of(account!, people.RoleOf(account!))), AccountAnswerJson.Plain.MeBody);
    }

    private static Task<IResult> WithInputAsync(HttpContext context, AccessTokens tokens, Func<SignInput, Task<IResult>> answer) =>
        JsonBody.AnswerAsync(context, async body =>
            !tokens.CanIssue ? closed
            : JsonBody.TryRead(body, AccountAnswerJson.Default.SignInput, out var input, out var reason) ? await answer(input)
            : JsonBody.Invalid(reason));

    private static SignedInBody Signed(string message, Account account, SignedIn people, AccessTokens tokens)
    {
        var role = people.RoleOf(account);
        return new(message, UserBody.Of(account, role), tokens.Issue(account.UserId, role));
    }

    private static ErrorAnswer Refused(Refusal refusal) => refusal.Code switch
    {
        "EMAIL_TAKEN" => new(StatusCodes.Status409Conflict, refusal.Message),
        "INVALID_ACCOUNT" => new(StatusCodes.Status400BadRequest, refusal.Message, refusal.Details),
        _ => new(StatusCodes.Status503ServiceUnavailable, refusal.Message, RetryAfterSeconds: 1),
    };
}
