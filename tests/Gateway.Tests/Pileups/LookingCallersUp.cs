using System.Net;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using OrleansContest.Gateway.Pileups;
using OrleansContest.Gateway.Tests.Http;
using OrleansContest.Testing;

namespace OrleansContest.Gateway.Tests.Pileups;

public sealed class LookingCallersUp : IAsyncLifetime
{
    private const string Found =
        """{"callsign":"AA7BQ","name":"FRED L LLOYD","address":"SCOTTSDALE, AZ, United States","dxcc_name":"USA","image":"http://files.qrz.com/q/aa7bq/aa7bq.jpg","error":null}""";

    private const string Awaited = """{"callsign":"AA7BQ","name":null,"address":null,"dxcc_name":null,"image":null,"error":null}""";

    private readonly ManualClock clock = new();
    private FakeQrz qrz = null!;
    private RunningGateway gateway = null!;
    private HttpClient op = null!;

    public async Task InitializeAsync()
    {
        qrz = await FakeQrz.StartAsync();
        gateway = await RunningGateway.StartAsync(builder => builder.Services.AddSingleton<TimeProvider>(clock), qrz.Settings);
        op = PileupFixture.OperatorOf(gateway);
        await OpenAsync("x");
    }

    public async Task DisposeAsync()
    {
        op.Dispose();
        await gateway.DisposeAsync();
        await qrz.DisposeAsync();
    }

    [Fact]
    public async Task Logs_in_and_updates_the_entry_when_the_answer_comes()
    {
        await using var client = await ConnectAsync("x");
        qrz.IsSlow = true;
        Assert.Equal(Awaited, await RegisterAsync("x", "AA7BQ"));
        Assert.Contains(Awaited, Assert.Single(await client.HearAsync(1)), StringComparison.Ordinal);
        qrz.Release();

        Assert.Contains(Found, Assert.Single(await client.HearAsync(1)), StringComparison.Ordinal);
        Assert.Equal(1, qrz.Logins);
        Assert.True((bool)(await client.AskAsync("system.info"))["data"]!["features"]!["qrz_integration"]!);
    }

    [Fact]
    public async Task Updates_the_contact_where_the_caller_is_being_worked_by_then()
    {
        await using var client = await ConnectAsync("x");
        qrz.IsSlow = true;
        await RegisterAsync("x", "AA7BQ");
        await op.PostAsync("/api/admin/queue/next?pileup=x", null).IsAsync(HttpStatusCode.OK);
        await client.HearAsync(3);
        qrz.Release();

        var heard = Assert.Single(await client.HearAsync(1));
        Assert.StartsWith("current_qso", heard, StringComparison.Ordinal);
        Assert.Contains(Found, heard, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Keeps_for_a_day_what_was_found_and_what_is_in_no_book()
    {
        await OpenAsync("y");
        await using var client = await ConnectAsync("x");
        await RegisterAsync("x", "AA7BQ");
        await RegisterAsync("x", "W1AW");
        Assert.Contains("Not found: W1AW", string.Concat(await client.HearAsync(4)), StringComparison.Ordinal);

        Assert.Equal(Found, await RegisterAsync("y", "AA7BQ"));
        Assert.Contains("Not found: W1AW", await RegisterAsync("y", "W1AW"), StringComparison.Ordinal);
        Assert.Equal(["AA7BQ", "W1AW"], qrz.Asked.Order());

        await op.PostAsync("/api/admin/queue/clear?pileup=x", null).IsAsync(HttpStatusCode.OK);
        clock.Advance(CallerLookup.KeptFor);
        await using var later = await ConnectAsync("x");
        Assert.Equal(Awaited, await RegisterAsync("x", "AA7BQ"));
        Assert.Contains(Found, (await later.HearAsync(2))[1], StringComparison.Ordinal);
        Assert.Equal(3, qrz.Asked.Count);
    }

    [Fact]
    public async Task Asks_for_a_new_key_when_the_old_one_has_expired()
    {
        await using var client = await ConnectAsync("x");
        await RegisterAsync("x", "W1AW");
        await client.HearAsync(2);
        qrz.HasExpired = true;
        await RegisterAsync("x", "AA7BQ");

        Assert.Contains(Found, (await client.HearAsync(2))[1], StringComparison.Ordinal);
        Assert.Equal((2, 3), (qrz.Logins, qrz.Asked.Count));
    }

    [Fact]
    public async Task Says_after_two_seconds_that_no_answer_came_and_asks_again_the_next_time()
    {
        await using var client = await ConnectAsync("x");
        qrz.IsSlow = true;
        await RegisterAsync("x", "AA7BQ");
        await client.HearAsync(1);
        Assert.True(await qrz.Arrived.WaitAsync(TimeSpan.FromSeconds(30)));
        clock.Advance(CallerLookup.Patience);

        Assert.Contains("QRZ did not answer in time", Assert.Single(await client.HearAsync(1)), StringComparison.Ordinal);
        qrz.IsSlow = false;
        qrz.Release();
        await op.PostAsync("/api/admin/queue/clear?pileup=x", null).IsAsync(HttpStatusCode.OK);
        await RegisterAsync("x", "AA7BQ");
        Assert.Contains(Found, (await client.HearAsync(3))[2], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Says_that_the_account_is_not_right_and_does_not_keep_that()
    {
        await using var client = await ConnectAsync("x");
        qrz.RefusesLogins = true;
        await RegisterAsync("x", "AA7BQ");
        Assert.Contains("Username/password incorrect", (await client.HearAsync(2))[1], StringComparison.Ordinal);
        qrz.RefusesLogins = false;
        await op.PostAsync("/api/admin/queue/clear?pileup=x", null).IsAsync(HttpStatusCode.OK);
        await RegisterAsync("x", "AA7BQ");

        Assert.Contains(Found, (await client.HearAsync(3))[2], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<!DOCTYPE x [<!ENTITY a \"b\">]><x>&a;</x>", null, "QRZ answered what cannot be read")]
    [InlineData("<x", null, "QRZ answered what cannot be read")]
    [InlineData("<x/>", null, "QRZ gave no session")]
    [InlineData("", 503, "QRZ answered 503")]
    public async Task Says_what_was_wrong_with_the_service(string garbage, int? status, string error)
    {
        await using var client = await ConnectAsync("x");
        (qrz.Garbage, qrz.FailsWith) = (garbage, status);
        Assert.Equal(Awaited, await RegisterAsync("x", "AA7BQ"));

        Assert.Contains(error, (await client.HearAsync(2))[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Says_that_nobody_is_there_and_logs_no_password()
    {
        await qrz.DisposeAsync();
        await using var client = await ConnectAsync("x");
        Assert.Equal(Awaited, await RegisterAsync("x", "AA7BQ"));

        Assert.Contains("QRZ cannot be reached", (await client.HearAsync(2))[1], StringComparison.Ordinal);
        Assert.NotEmpty(gateway.Log.Lines);
        Assert.DoesNotContain(gateway.Log.Lines, line => line.Contains("password", StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task Is_off_where_no_account_is_configured_and_the_entry_says_so()
    {
        await using var without = await RunningGateway.StartAsync(PileupFixture.Settings);
        using var its = PileupFixture.OperatorOf(without);
        await its.PostJsonAsync("/api/admin/status", """{"active":true}""").IsAsync(HttpStatusCode.OK);
        var entry = await without.Client.PostJsonAsync("/api/queue/register", """{"callsign":"AA7BQ"}""").IsAsync(HttpStatusCode.OK);

        Assert.Equal("QRZ lookup is not configured", entry.GetProperty("entry").GetProperty("qrz").GetProperty("error").GetString());
    }

    private Task<PileupClient> ConnectAsync(string pileup) => PileupClient.ConnectAsync(PileupFixture.SocketOf(gateway, pileup));

    private Task OpenAsync(string pileup) => op.PostJsonAsync($"/api/admin/status?pileup={pileup}", """{"active":true}""").IsAsync(HttpStatusCode.OK);

    /// <returns>What is known of the caller at once.</returns>
    private async Task<string> RegisterAsync(string pileup, string callsign)
    {
        using var answer = await gateway.Client.PostJsonAsync($"/api/queue/register?pileup={pileup}", $$"""{"callsign":"{{callsign}}"}""");
        var body = JsonNode.Parse(await answer.Content.ReadAsStringAsync())!;
        return body["entry"]?["qrz"]?.ToJsonString() ?? $"{answer.StatusCode} {body.ToJsonString()}";
    }
}
