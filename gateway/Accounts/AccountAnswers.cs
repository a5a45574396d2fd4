using System.Text.Json.Serialization;
using OrleansContest.Accounts;
using OrleansContest.Channels;

namespace OrleansContest.Gateway.Accounts;

/// <summary>Somebody who wants an account, or wants to use theirs.</summary>
/// <param name="Name">1 to 100 characters; only to sign up.</param>
/// <param name="Email">Their address.</param>
/// <param name="Password">6 to 256 characters.</param>
internal sealed record SignInput(string? Name = null, string? Email = null, string? Password = null)
{
    /// <summary>A password is nobody's to read in a log.</summary>
    public override string ToString() => $"sign-in of {Email}";
}

/// <summary>An account as its owner sees it.</summary>
/// <param name="Id">The user's id.</param>
/// <param name="Name">As others see them.</param>
/// <param name="Email">Their address.</param>
/// <param name="Role"><c>ADMIN</c> or <c>USER</c>.</param>
/// <param name="CreatedAt">When they signed up.</param>
internal sealed record UserBody(string Id, string Name, string Email, string Role, DateTimeOffset CreatedAt)
{
    public static UserBody Of(Account account, string role) => new(account.UserId, account.Name, account.Email, role, account.CreatedAt);
}

/// <param name="Message">One sentence.</param>
/// <param name="User">Who signed in.</param>
/// <param name="Token">To be shown as <c>Authorization: Bearer</c>; it holds for 24 hours.</param>
internal sealed record SignedInBody(string Message, UserBody User, string Token);

/// <param name="User">Whose token it is.</param>
internal sealed record MeBody(UserBody User);

/// <summary>How what is said of accounts is read and written.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, Converters = [typeof(UtcMilliseconds)])]
[JsonSerializable(typeof(SignInput))]
[JsonSerializable(typeof(SignedInBody))]
[JsonSerializable(typeof(MeBody))]
internal sealed partial class AccountAnswerJson : JsonSerializerContext
{
    private static AccountAnswerJson? plain;

    /// <summary>The one to write with: see <see cref="PlainJson"/>.</summary>
    public static AccountAnswerJson Plain => plain ??= new(PlainJson.Like(Default));
}
