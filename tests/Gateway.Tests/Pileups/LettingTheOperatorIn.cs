using System.Diagnostics;
using System.Net;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using OrleansContest.Gateway.Pileups;
using OrleansContest.Gateway.Tests.Http;
using OrleansContest.Testing;

namespace OrleansContest.Gateway.Tests.Pileups;

public sealed class LettingTheOperatorIn
{
    private const string Wrong = "a wrong password that is not logged";
    private const string TooMany = "Too many failed attempts; try again in a minute";

    [Fact]
    public async Task Says_in_the_contracts_words_why_not()
    {
        await using var gateway = await RunningGateway.StartAsync(PileupFixture.Settings);
        await using var client = await PileupClient.ConnectAsync(PileupFixture.SocketOf(gateway, "x"));

        Assert.Equal("Invalid credentials", (string?)(await client.TryAsync(PileupFixture.User, Wrong))["error"]);
        Assert.Equal("Invalid credentials", (string?)(await client.TryAsync("nobody", PileupFixture.Password))["error"]);
        Assert.Equal("Username and password required", (string?)((await client.TryAsync("", ""))["error"]));
    }

    [Fact]
    public async Task Closes_for_a_minute_to_an_address_after_five_wrong_ones_by_both_doors()
    {
        var clock = new ManualClock();
        await using var gateway = await RunningGateway.StartAsync(builder => builder.Services.AddSingleton<TimeProvider>(clock), PileupFixture.Settings);
        await using var client = await PileupClient.ConnectAsync(PileupFixture.SocketOf(gateway, "x"));
        for (var n = 0; n < 3; n++)
        {
            Assert.Equal("Invalid credentials", (string?)(await client.TryAsync(PileupFixture.User, Wrong))["error"]);
        }

        Assert.Equal(401, await StatusAsync(gateway, Wrong));
        Assert.Equal(401, await StatusAsync(gateway, Wrong));
        Assert.Equal(429, await StatusAsync(gateway, PileupFixture.Password));
        Assert.Equal(TooMany, (string?)(await client.TryAsync(PileupFixture.User, PileupFixture.Password))["error"]);

        clock.Advance(TimeSpan.FromSeconds(59));
        Assert.Equal(429, await StatusAsync(gateway, PileupFixture.Password));
        clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(200, await StatusAsync(gateway, PileupFixture.Password));
        Assert.True((bool)(await client.TryAsync(PileupFixture.User, PileupFixture.Password))["success"]!);
    }

    [Fact]
    public void Does_not_mind_four_wrong_ones_a_minute()
    {
        var clock = new ManualClock();
        var door = new OperatorDoor(new PileupOptions { AdminUser = "op", AdminPassword = "right" }, clock);
        for (var n = 0; n < 40; n++)
        {
            Assert.Equal(Entry.Wrong, door.Try(IPAddress.Loopback, "op", "wrong"));
            clock.Advance(TimeSpan.FromSeconds(15));
        }

        Assert.Equal(Entry.Granted, door.Try(IPAddress.Loopback, "op", "right"));
    }

    [Fact]
    public void Of_one_address_is_no_matter_of_another()
    {
        var door = new OperatorDoor(new PileupOptions { AdminUser = "op", AdminPassword = "right" }, new ManualClock());
        for (var n = 0; n < 9; n++)
        {
            door.Try(IPAddress.Parse("192.0.2.1"), "op", "wrong");
        }

        Assert.Equal(Entry.TooManyAttempts, door.Try(IPAddress.Parse("192.0.2.1"), "op", "right"));
        Assert.Equal(Entry.Granted, door.Try(IPAddress.Parse("198.51.100.7"), "op", "right"));
    }

    /// <summary>Compares medians of many: a comparison that stopped at the first wrong character would be far off that.</summary>
    [Fact]
    public void Takes_as_long_for_a_wrong_one_as_for_the_right_one()
    {
        var right = new string('x', 4_000);
        var clock = new ManualClock();
        var door = new OperatorDoor(new PileupOptions { AdminUser = right, AdminPassword = right }, clock);
        string[] passwords = [right, "y" + right[1..], right[..^1] + "y", right];
        var taken = passwords.Select(_ => new List<long>()).ToArray();
        for (var n = 0; n < 3_000; n++)
        {
            for (var which = 0; which < passwords.Length; which++)
            {
                var started = Stopwatch.GetTimestamp();
                door.Try(IPAddress.Loopback, passwords[which], passwords[which]);
                taken[which].Add(Stopwatch.GetTimestamp() - started);
            }

            clock.Advance(TimeSpan.FromMinutes(1));
        }

        var medians = taken.Select(times => (double)times.Order().ElementAt(times.Count / 2)).ToList();
        Assert.True(medians.Max() < 1.5 * medians.Min(), $"Medians of {string.Join(", ", medians)} ticks.");
    }

    [Fact]
    public async Task Says_by_both_doors_that_there_is_no_operator()
    {
        await using var gateway = await RunningGateway.StartAsync();
        await using var client = await PileupClient.ConnectAsync(PileupFixture.SocketOf(gateway, "x"));

        Assert.Equal(503, await StatusAsync(gateway, "any"));
        using var without = await gateway.Client.GetAsync("/api/admin/queue");
        Assert.Equal("Admin credentials not configured", (string?)JsonNode.Parse(await without.Content.ReadAsStringAsync())!["detail"]);
        Assert.Equal("Admin credentials not configured", (string?)(await client.AskAsync("admin.get_queue"))["error"]);
        Assert.Equal("Admin credentials not configured", (string?)(await client.TryAsync("a", "b"))["error"]);
        Assert.False((bool)(await client.AskAsync("system.info"))["data"]!["features"]!["authentication"]!);
    }

    [Fact]
    public async Task Logs_no_password_neither_right_nor_wrong()
    {
        var everything = new LogLines(LogLevel.Trace);
        await using var gateway = await RunningGateway.StartAsync(
            builder =>
            {
                builder.Logging.AddProvider(everything);
                builder.Logging.SetMinimumLevel(LogLevel.Trace);
            },
            PileupFixture.Settings);
        await using var client = await PileupClient.ConnectAsync(PileupFixture.SocketOf(gateway, "x"));
        await client.TryAsync(PileupFixture.User, Wrong);
        await client.TryAsync(PileupFixture.User, PileupFixture.Password);
        await StatusAsync(gateway, Wrong);
        await StatusAsync(gateway, PileupFixture.Password);

        Assert.NotEmpty(everything.Lines);
        Assert.DoesNotContain(everything.Lines, line => line.Contains(Wrong, StringComparison.Ordinal) || line.Contains(PileupFixture.Password, StringComparison.Ordinal));
    }

    private static async Task<int> StatusAsync(RunningGateway gateway, string password)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/admin/status");
        request.Headers.Authorization = PileupFixture.Basic(PileupFixture.User, password);
        using var answer = await gateway.Client.SendAsync(request);
        return (int)answer.StatusCode;
    }
}
