using System.Net;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using OrleansContest.Channels;
using OrleansContest.Gateway.Tests.Http;
using OrleansContest.Quizzes;
using OrleansContest.Testing;

namespace OrleansContest.Gateway.Tests.Quizzes;

/// <summary>A gateway with the embedded engine on files, which the tests of one class share; each makes quizzes and people of its own. Time is theirs.</summary>
public sealed class QuizFixture : IAsyncLifetime
{
    public const string Secret = "the secret of all tokens of this test";
    public const string AdminEmail = "Head@example.org";
    public const string Password = "correct horse";

    private RunningGateway gateway = null!;
    private int made;

    internal ManualClock Clock { get; } = new();

    /// <summary>Shows nothing.</summary>
    internal HttpClient Client => gateway.Client;

    /// <summary>Shows the master key.</summary>
    internal HttpClient Admin => gateway.Admin;

    internal IReadOnlyCollection<string> Log => gateway.Log.Lines;

    public async Task InitializeAsync() => gateway = await RunningGateway.StartAsync(
        builder => builder.Services.AddSingleton<TimeProvider>(Clock), $"--Security:JwtSecret={Secret}", $"--Quiz:Admins={AdminEmail}");

    public async Task DisposeAsync() => await gateway.DisposeAsync();

    /// <summary>The quiz itself, past the gateway.</summary>
    internal IQuiz Engine(string id) => gateway.App.Services.GetRequiredService<IChannels>().Get<IQuiz>(id);

    /// <summary>What is kept of accounts.</summary>
    internal IReadOnlyList<string> KeptAccounts() =>
    [
        .. Directory.EnumerateFiles(gateway.DataFolder, "*", SearchOption.AllDirectories)
            .Where(file => file.Contains("accounts", StringComparison.Ordinal)).Select(File.ReadAllText),
    ];

    internal string NewName() => $"n{Interlocked.Increment(ref made)}";

    /// <summary>A new account, and a client that shows its token.</summary>
    internal async Task<Person> SignUpAsync(string? email = null)
    {
        email ??= $"{NewName()}@example.org";
        var answer = await Client.PostJsonAsync("/auth/signup", Newcomer("Ann Lee", email, Password)).IsAsync(HttpStatusCode.Created);
        return new Person(answer.GetProperty("user").GetProperty("id").GetString()!, email, Showing(answer.GetProperty("token").GetString()!));
    }

    internal HttpClient Showing(string token)
    {
        var client = new HttpClient { BaseAddress = Client.BaseAddress };
        client.DefaultRequestHeaders.Add("Authorization", $"Bearer {token}");
        return client;
    }

    /// <summary>A new quiz of two questions of a minute each, whose first option is right; it starts by itself in an hour.</summary>
    internal async Task<string> QuizAsync()
    {
        var id = NewName();
        await Admin.PostJsonAsync("/contests", Draft(id)).IsAsync(HttpStatusCode.Created);
        return id;
    }

    internal static string Newcomer(string name, string email, string password) => JsonSerializer.Serialize(new { name, email, password });

    internal string Draft(string id) => JsonSerializer.Serialize(new
    {
        id,
        title = "Friday quiz",
        description = "For all",
        startAt = Clock.GetUtcNow().AddHours(1),
        endAt = Clock.GetUtcNow().AddHours(2),
        questions = Enumerable.Range(1, 2).Select(number => new
        {
            type = "MCQ",
            title = $"Question {number}",
            description = "Which?",
            options = new[] { new { id = "a", text = "right" }, new { id = "b", text = "wrong" } },
            correctOptionId = "a",
            timeLimit = 60,
        }),
    });
}

/// <summary>Somebody with an account.</summary>
/// <param name="Id">The user's id.</param>
/// <param name="Email">Their address.</param>
/// <param name="Client">Shows their token.</param>
internal sealed record Person(string Id, string Email, HttpClient Client);
