using System.Net;
using OrleansContest.Gateway.Tests.Http;
using OrleansContest.Testing;

namespace OrleansContest.Gateway.Tests.Browser;

public sealed class WatchingInABrowser(Chromium browser) : IClassFixture<Chromium>
{
    private const string IsLive = "document.getElementById('state').textContent === 'Live'";

    [BrowserFact]
    public async Task Shows_what_is_logged_while_one_looks()
    {
        await using var gateway = await RunningGateway.StartAsync();
        await CreateAsync(gateway);
        await LogAsync(gateway, "K1ABC", "18:05");
        await browser.OpenAsync(gateway.Client.BaseAddress!);

        await browser.SeesAsync($"{IsLive} && {Shows("log", "K1ABC")} && {Figure("qsos", "1")}");
        await LogAsync(gateway, "VE3XYZ", "18:06");
        await browser.SeesAsync($"{Shows("log", "VE3XYZ")} && {Figure("qsos", "2")} && {Figure("points", "4")} && {Figure("score", "8")}");
        await browser.SeesAsync($"{Shows("scoreboard", "N0AX")} && {Shows("hours", "18h")}");
    }

    [BrowserFact]
    public async Task Marks_dupes_and_takes_deleted_entries_away()
    {
        await using var gateway = await RunningGateway.StartAsync();
        await CreateAsync(gateway);
        await LogAsync(gateway, "K1ABC", "18:05");
        await browser.OpenAsync(gateway.Client.BaseAddress!);
        await browser.SeesAsync(Figure("qsos", "1"));

        await LogAsync(gateway, "K1ABC", "18:06");
        await browser.SeesAsync($"{Shows("log", "dupe")} && {Figure("dupes", "1")}");
        await gateway.Admin.DeleteAsync("/api/logs/fd.2").IsAsync(HttpStatusCode.OK);
        await browser.SeesAsync($"!{Shows("log", "dupe")} && {Figure("dupes", "0")} && {Figure("qsos", "1")}");
    }

    [BrowserFact]
    public async Task Comes_back_by_itself_when_the_gateway_does()
    {
        using var folder = new TempFolder();
        var first = await RunningGateway.StartAsync($"--data={folder.Path}");
        var address = first.Client.BaseAddress!;
        await CreateAsync(first);
        await browser.OpenAsync(address);
        await browser.SeesAsync(IsLive);
        await first.DisposeAsync();
        await browser.SeesAsync($"!({IsLive})");

        await using var second = await RunningGateway.StartAsync($"--data={folder.Path}", $"--port={address.Port}");
        await LogAsync(second, "K1ABC", "18:05");

        await browser.SeesAsync($"{IsLive} && {Shows("log", "K1ABC")}");
    }

    [BrowserFact]
    public async Task Finds_the_first_contest_by_itself_and_says_until_then_how_to_create_one()
    {
        await using var gateway = await RunningGateway.StartAsync();
        await browser.OpenAsync(gateway.Client.BaseAddress!);
        await browser.SeesAsync("!document.getElementById('nothing').hidden && document.getElementById('how').textContent.includes('curl')");

        await CreateAsync(gateway);

        await browser.SeesAsync($"document.getElementById('nothing').hidden && {IsLive}");
    }

    private static Task CreateAsync(RunningGateway gateway) =>
        gateway.Admin.PostJsonAsync("/api/contests", """{"id":"fd","name":"Field Day","rules":"ARRL-FD","open":true,"powerMultiplier":2}""")
            .IsAsync(HttpStatusCode.Created);

    private static Task LogAsync(RunningGateway gateway, string callsign, string time) =>
        gateway.Client.PostJsonAsync("/api/logs", $$"""
            {"contestId":"fd","stationId":"W1AW","operatorCallsign":"N0AX","callsign":"{{callsign}}","band":"20","mode":"CW","qsoDate":"2026-06-27","qsoTime":"{{time}}"}
            """).IsAsync(HttpStatusCode.Created);

    private static string Shows(string id, string text) => $"document.getElementById('{id}').textContent.includes('{text}')";

    private static string Figure(string id, string text) => $"document.getElementById('{id}').textContent === '{text}'";
}
