using System.Net;
using Microsoft.Extensions.DependencyInjection;
using OrleansContest.Gateway.Tests.Http;
using OrleansContest.Gateway.Tests.Pileups;
using OrleansContest.Testing;

namespace OrleansContest.Gateway.Tests.Protocols;

/// <summary>Plays the document's story to a real gateway, with the document's own requests, and keeps what came back.</summary>
public sealed class PileupQueueStory : IProtocolStory, IAsyncLifetime
{
    private readonly Dictionary<string, string> received = [];
    private RunningGateway gateway = null!;
    private PileupClient client = null!;

    public static string Document => "pileup-queue.md";

    public DocumentedExamples Examples { get; } = new(Document);

    /// <summary>What really came, by the names of the examples.</summary>
    public IReadOnlyDictionary<string, string> Received => received;

    public async Task InitializeAsync()
    {
        gateway = await RunningGateway.StartAsync(builder => builder.Services.AddSingleton<TimeProvider>(new ManualClock()), PileupFixture.Settings);
        client = await PileupClient.ConnectAsync(PileupFixture.SocketOf(gateway, "default"));
        received["connected"] = client.Greeting.ToJsonString();
        await SayAsync("auth", "auth");
        await SayAsync("activate", "activated", "system_status", "queue_update", "current_qso");
        await SayAsync("register", "registered");
        await client.HearAsync(1);
        await SayAsync("register", "refused");
        await SayAsync("something unknown", "error");
        await SayAsync("next", "next");
        await client.HearAsync(2);
        await SayAsync("direct", "direct");
        await client.HearAsync(2);
        await SayAsync("ping", "pong");
        await AskAsync();
        var stopping = gateway.App.StopAsync();
        received["shutdown"] = (await client.NextAsync()).ToJsonString();
        await client.ClosedAsync();
        await stopping;
    }

    public async Task DisposeAsync()
    {
        await client.DisposeAsync();
        await gateway.DisposeAsync();
    }

    private async Task AskAsync()
    {
        var caller = Examples.ToSend("register by HTTP");
        received["registered by HTTP"] =
            (await gateway.Client.PostJsonAsync("/api/queue/register", caller).IsAsync(HttpStatusCode.OK)).GetRawText();
        received["refused by HTTP"] =
            (await gateway.Client.PostJsonAsync("/api/queue/register", caller).IsAsync(HttpStatusCode.BadRequest)).GetRawText();
        await client.HearAsync(1);
        await using var stream = await PileupListener.ListenAsync(gateway.Client, "default");
        await stream.HearAsync(1);
        using var op = PileupFixture.OperatorOf(gateway);
        await op.PostJsonAsync("/api/admin/frequency", """{"frequency":"14.205 MHz"}""").IsAsync(HttpStatusCode.OK);
        received["data of an event in the stream"] = (await stream.NextAsync())!.Value.Data.ToJsonString();
        await client.HearAsync(1);
    }

    private async Task SayAsync(string name, params string[] answers)
    {
        await client.SayAsync(Examples.ToSend(name));
        foreach (var answer in answers)
        {
            received[answer] = (await client.NextAsync()).ToJsonString();
        }
    }
}
