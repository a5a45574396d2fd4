using System.Globalization;
using System.Net;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace OrleansContest.LoadTest.Tests.Runs;

/// <summary>
/// Something like a gateway with one contest, for one operator, that counts entries and tells of each by one message; and that once, with its
/// fifth entry, does not do as it should.
/// </summary>
internal sealed class LyingServer : IAsyncDisposable
{
    private const int when = 5;

    private readonly Lie lie;
    private readonly WebApplication app;
    private readonly Lock gate = new();
    private readonly List<ToldSocket> listeners = [];
    private readonly HashSet<string> keys = [];
    private ToldSocket? victim;
    private string? held;
    private int seq = 1;
    private int count;
    private string operatorCall = "";

    private LyingServer(Lie lie)
    {
        this.lie = lie;
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        app = builder.Build();
        app.UseWebSockets();
        app.MapPost("/api/contests", () => Results.Json(new { }, statusCode: 201));
        app.MapPost("/api/logs", (Delegate)LogAsync);
        app.Map("/ws", ServeAsync);
    }

    public Uri Address => new(app.Urls.Single());

    public static async Task<LyingServer> StartAsync(Lie lie)
    {
        var server = new LyingServer(lie);
        await server.app.StartAsync();
        return server;
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private static string Row(string call, int count) => string.Create(CultureInfo.InvariantCulture, $$"""{"operator":"{{call}}","qsos":{{count}}}""");

    private async Task<IResult> LogAsync(HttpContext context)
    {
        var entry = await JsonSerializer.DeserializeAsync<JsonElement>(context.Request.Body);
        lock (gate)
        {
            if (!keys.Add(entry.GetProperty("dedupeKey").GetString()!))
            {
                return Results.Json(new { deduped = true });
            }

            operatorCall = entry.GetProperty("operatorCallsign").GetString()!;
            Count(lie);
        }

        return Results.Json(new { }, statusCode: 201);
    }

    private void Count(Lie lie)
    {
        var isNow = keys.Count == when;
        if (isNow && lie == Lie.LosesAnEntry)
        {
            return;
        }

        count += isNow && lie == Lie.CountsAnEntryTwice ? 2 : 1;
        seq++;
        victim ??= isNow ? listeners[^1] : null;
        Tell(isNow ? lie : Lie.None);
        if (isNow && lie == Lie.GivesAnotherFullState)
        {
            victim!.Say(Full(count + 1));
        }
    }

    /// <summary>One listener is lied to; the others are told the truth, or the tool would have nothing to compare with.</summary>
    private void Tell(Lie lie)
    {
        var told = Update(seq, count);
        foreach (var listener in listeners)
        {
            if (listener == victim)
            {
                SayFalsely(listener, lie, told);
            }
            else
            {
                listener.Say(told);
            }
        }
    }

    private void SayFalsely(ToldSocket listener, Lie lie, string told)
    {
        switch (lie)
        {
            case Lie.DropsAnUpdate:
                return;
            case Lie.SwapsTwoUpdates:
                held = told;
                return;
            case Lie.RepeatsAnUpdate:
                listener.Say(told);
                break;
            case Lie.None when this.lie == Lie.StopsTelling:
                return;
            case Lie.StopsTelling:
                return;
        }

        listener.Say(lie switch
        {
            Lie.SaysAWrongPrev => told.Replace($"\"seq\":{seq}", $"\"seq\":{seq},\"prev\":{seq - 2}", StringComparison.Ordinal),
            Lie.ChangesTheEpoch => told.Replace("\"one\"", "\"two\"", StringComparison.Ordinal),
            Lie.ShowsAnotherFigure => told.Replace("\"totalQsos\":", "\"points\":7,\"totalQsos\":", StringComparison.Ordinal),
            Lie.SaysNoJson => told[..^1],
            _ => told,
        });
        if (held is { } late && lie == Lie.None)
        {
            held = null;
            listener.Say(late);
        }
    }

    private string Full(int count) => $$"""{"type":"full","channel":"c","epoch":"one","seq":{{seq}},"data":{"contest":{},"aggregates":[{{(count == 0 ? "" : Hour(count))}}],"scoreboard":[{{(count == 0 ? "" : Row(operatorCall, count))}}],"bandOccupancy":{} } }""";

    private string Update(int seq, int count) => $$"""{"type":"aggregate:updated","channel":"c","epoch":"one","seq":{{seq}},"data":{{Hour(count)}},"scoreboard":[{{Row(operatorCall, count)}}]}""";

    private static string Hour(int count) => string.Create(CultureInfo.InvariantCulture, $$"""{"periodStart":"2026-06-27T18:00:00.000Z","totalQsos":{{count}}}""");

    private async Task ServeAsync(HttpContext context)
    {
        using var socket = await context.WebSockets.AcceptWebSocketAsync();
        var listener = new ToldSocket(socket);
        listener.Say("""{"type":"connected","data":{}}""");
        var buffer = new byte[4_096];
        try
        {
            while (await socket.ReceiveAsync(buffer, CancellationToken.None) is { MessageType: WebSocketMessageType.Text } asked)
            {
                Subscribe(listener, Encoding.UTF8.GetString(buffer, 0, asked.Count));
            }
        }
        catch (WebSocketException)
        {
            // It has vanished.
        }

        lock (gate)
        {
            listeners.Remove(listener);
        }

        await listener.EndAsync();
    }

    private void Subscribe(ToldSocket listener, string asked)
    {
        lock (gate)
        {
            listener.Say("""{"type":"subscribed","channel":"c","data":{}}""");
            if (!asked.Contains($"\"since\":\"one:{seq}\"", StringComparison.Ordinal))
            {
                listener.Say(Full(count));
            }

            listeners.Add(listener);
        }
    }
}
