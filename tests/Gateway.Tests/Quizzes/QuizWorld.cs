using System.Net;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using OrleansContest.Accounts;
using OrleansContest.Channels;
using OrleansContest.Embedded;
using OrleansContest.Gateway.Quizzes;
using OrleansContest.Gateway.Security.Tokens;
using OrleansContest.Gateway.Tests.Hub;
using OrleansContest.Gateway.Tests.Http;
using OrleansContest.Quizzes;
using OrleansContest.Testing;

namespace OrleansContest.Gateway.Tests.Quizzes;

/// <summary>An engine on a clock of the test's, two gateways before it, and people who take part.</summary>
public sealed class QuizWorld : IAsyncLifetime
{
    public const string Secret = "the secret of all tokens of this test";

    private readonly TempFolder folder = new();
    private readonly List<RunningGateway> gateways = [];
    private readonly List<Contestant> contestants = [];
    private readonly FragileChannels channels = new();
    private readonly ManualClock clock = new();
    private readonly Lock passing = new();
    private readonly PeriodicTimer nudges = new(TimeSpan.FromMilliseconds(5));
    private Task nudging = Task.CompletedTask;
    private EmbeddedEngine? engine;
    private int made;

    /// <summary>Moves by <see cref="Pass(double)"/> only.</summary>
    internal TimeProvider Clock => clock;

    internal DateTimeOffset Now => clock.GetUtcNow();

    internal IReadOnlyList<RunningGateway> Gateways => gateways;

    /// <summary>Shows the master key.</summary>
    internal HttpClient Admin => gateways[0].Admin;

    /// <summary>What the gateways see of the engine.</summary>
    internal FragileChannels Channels => channels;

    public async Task InitializeAsync()
    {
        await StartEngineAsync();
        nudging = NudgeAsync();
        for (var n = 0; n < 2; n++)
        {
            gateways.Add(await RunningGateway.StartAsync(
                builder => builder.Services.AddSingleton<TimeProvider>(Clock).AddSingleton<IChannels>(channels).AddSingleton<ISeats>(channels),
                $"--Security:JwtSecret={Secret}"));
        }
    }

    public async Task DisposeAsync()
    {
        contestants.ForEach(contestant => contestant.Dispose());
        foreach (var gateway in gateways)
        {
            await gateway.DisposeAsync();
        }

        await engine!.DisposeAsync();
        nudges.Dispose();
        await nudging;
        folder.Dispose();
    }

    /// <summary>Lets time pass.</summary>
    internal void Pass(double seconds)
    {
        lock (passing)
        {
            clock.Advance(TimeSpan.FromSeconds(seconds));
        }
    }

    /// <summary>Lets time pass by the second, and whatever comes due in a quiz happen when it does.</summary>
    internal async Task PassAsync(string quiz, int seconds)
    {
        for (var second = 0; second < seconds; second++)
        {
            Pass(1);
            await SettleAsync(quiz);
        }
    }

    /// <summary>Completes when the quiz has done what was due and knows when it goes on: questions are answered in turn.</summary>
    internal async Task SettleAsync(string quiz)
    {
        await Engine(quiz).Card();
        await Engine(quiz).Card();
    }

    /// <summary>Completes when everybody who has joined was told where they stand in the present leaderboard.</summary>
    internal async Task ToldAsync(string quiz)
    {
        var edition = (await Engine(quiz).Standings([]))!.Edition;
        foreach (var rooms in gateways.Select(gateway => gateway.App.Services.GetRequiredService<QuizRooms>()))
        {
            var room = rooms.Hold(quiz);
            await Until.TrueAsync(() => room.HasTold(edition));
            rooms.LetGo(room);
        }
    }

    /// <summary>The engine is gone for a while, and comes back with what was kept.</summary>
    internal async Task RestartEngineAsync(double outage)
    {
        await engine!.DisposeAsync();
        Pass(outage);
        await StartEngineAsync();
    }

    internal IQuiz Engine(string quiz) => engine!.Channels.Get<IQuiz>(quiz);

    internal string NewName() => $"n{Interlocked.Increment(ref made)}";

    /// <summary>A new account, past the gateway, because hashing passwords takes its time.</summary>
    /// <returns>Whose it is, and a token that says so.</returns>
    internal async Task<(string UserId, string Token)> PersonAsync(string? name = null)
    {
        name ??= NewName();
        var account = new Account(name, $"Name of {name}", $"{name}@example.org", "not a hash", Now);
        Assert.Null((await engine!.Channels.Get<IAccounts>(AccountsChannel.Id).SignUp(account)).Refusal);
        return (name, TokenOf(name));
    }

    internal string TokenOf(string userId) => gateways[0].App.Services.GetRequiredService<AccessTokens>().Issue(userId, "USER");

    internal HttpClient Showing(string token, int gateway = 0)
    {
        var client = new HttpClient { BaseAddress = gateways[gateway].Client.BaseAddress };
        client.DefaultRequestHeaders.Add("Authorization", $"Bearer {token}");
        return client;
    }

    /// <summary>A new quiz that starts by itself in an hour, unless told to. The first option of each question is right.</summary>
    internal async Task<string> QuizAsync(params int[] seconds)
    {
        var id = NewName();
        await Admin.PostJsonAsync("/contests", Draft(id, seconds)).IsAsync(HttpStatusCode.Created);
        return id;
    }

    internal Task StartAsync(string quiz) => Admin.PostAsync($"/contests/{quiz}/start", null).IsAsync(HttpStatusCode.OK);

    /// <summary>Somebody new, registered for a quiz.</summary>
    internal async Task<string> RegisteredAsync(string quiz, string? name = null)
    {
        var (user, token) = await PersonAsync(name);
        Assert.True((await Engine(quiz).Join(new Participant(user, $"Name of {user}"))).Value!.IsNew);
        return token;
    }

    internal async Task<Contestant> ConnectAsync(string? token, int gateway = 0, string query = "")
    {
        var contestant = await Contestant.ConnectAsync(gateways[gateway].Client.BaseAddress!, $"/ws/contest?token={token}{query}");
        lock (contestants)
        {
            contestants.Add(contestant);
        }

        return contestant;
    }

    internal async Task<Contestant> WatchAsync(int gateway = 0)
    {
        var watcher = await Contestant.ConnectAsync(gateways[gateway].Client.BaseAddress!, "/ws/public");
        contestants.Add(watcher);
        return watcher;
    }

    /// <summary>Connects and joins; returns when the participant has been told where they stand.</summary>
    internal async Task<Contestant> JoinAsync(string quiz, string token, int gateway = 0)
    {
        var contestant = await ConnectAsync(token, gateway);
        await contestant.SayAsync("join_contest", $$"""{"contestId":"{{quiz}}"}""");
        await contestant.HearsAsync("leaderboard_update");
        return contestant;
    }

    /// <summary>A new participant who has joined.</summary>
    internal async Task<Contestant> NewcomerAsync(string quiz, int gateway = 0) => await JoinAsync(quiz, await RegisteredAsync(quiz), gateway);

    /// <summary>Lets time pass until something is so, a quarter of a second at a time.</summary>
    internal Task PassUntilAsync(Func<bool> condition)
    {
        var polls = 0;
        return Until.TrueAsync(() =>
        {
            if (!condition() && polls++ % 5 == 0)
            {
                Pass(0.25);
            }

            return condition();
        });
    }

    internal string Draft(string id, params int[] seconds) => JsonSerializer.Serialize(new
    {
        id,
        title = "Friday quiz",
        description = "For all",
        startAt = Now.AddHours(1),
        endAt = Now.AddHours(2),
        questions = seconds.Select((timeLimit, index) => new
        {
            type = "MCQ",
            title = $"Title {index + 1}",
            description = $"Description {index + 1}",
            options = new[] { new { id = "a", text = $"Right {index + 1}" }, new { id = "b", text = $"Wrong {index + 1}" } },
            correctOptionId = "a",
            timeLimit,
        }),
    });

    /// <summary>What is due at once is done at once, though time stands still.</summary>
    private async Task NudgeAsync()
    {
        while (await nudges.WaitForNextTickAsync())
        {
            Pass(0);
        }
    }

    private async Task StartEngineAsync()
    {
        engine = await EmbeddedEngine.OpenAsync(
            new EmbeddedOptions { DataFolder = folder.Path }, ChannelKinds.All, NullLogger.Instance, Clock, CancellationToken.None);
        await channels.UseAsync(engine);
    }
}
