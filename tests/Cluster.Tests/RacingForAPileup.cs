using System.Net;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json.Nodes;
using OrleansContest.Pileups;
using OrleansContest.Testing;
using OrleansContest.Tests.Engine;

namespace OrleansContest.Tests.Cluster;

/// <summary>One pileup, two gateways of a cluster, and more callers than places.</summary>
[NeedsPostgres]
public sealed class RacingForAPileup(OrleansGateways gateways) : IClassFixture<OrleansGateways>
{
    private const int Callers = 500;

    private readonly string id = Contacts.NewId();

    [ContractFact]
    public async Task Exactly_four_of_five_hundred_are_queued_in_the_order_of_their_acknowledgements()
    {
        await gateways.Channels.Get<IPileup>(id).SetStatus(true, "op");
        using var watcher = await ConnectAsync(gateways.Clients[1]);
        var answers = await Task.WhenAll(Enumerable.Range(0, Callers).Select(n => RegisterAsync(gateways.Clients[n % 2], Callsign(n))));
        var queued = answers.Where(answer => answer.Status == HttpStatusCode.OK).Select(answer => answer.Body["entry"]!).OrderBy(entry => (int)entry["position"]!).ToList();

        Assert.Equal([1, 2, 3, 4], queued.Select(entry => (int)entry["position"]!));
        Assert.Equal(queued.Select(entry => (string)entry["timestamp"]!).Order(), queued.Select(entry => (string)entry["timestamp"]!));
        Assert.Equal(Callers - 4, answers.Count(answer => (string?)answer.Body["error"] == "Queue is full"));
        var shown = (await gateways.Channels.Get<IPileup>(id).View()).Queue.Select(caller => caller.Callsign).ToList();
        Assert.Equal(queued.Select(entry => (string)entry["callsign"]!), shown);
        for (var waiting = 1; waiting <= 4; waiting++)
        {
            var update = await NextAsync(watcher);
            Assert.Equal(("queue_update", waiting), ((string?)update["event"], (int)update["data"]!["total"]!));
        }
    }

    [ContractFact]
    public async Task One_caller_who_tries_everywhere_at_once_is_queued_once()
    {
        await gateways.Channels.Get<IPileup>(id).SetStatus(true, "op");
        var answers = await Task.WhenAll(Enumerable.Range(0, 100).Select(n => RegisterAsync(gateways.Clients[n % 2], "W1AW")));

        Assert.Single(answers, answer => answer.Status == HttpStatusCode.OK);
        Assert.Equal(99, answers.Count(answer => (string?)answer.Body["error"] == "Callsign already in queue"));
        Assert.Single((await gateways.Channels.Get<IPileup>(id).View()).Queue);
    }

    /// <summary>The answer and the update take different ways through the cluster.</summary>
    [ContractFact]
    public async Task The_answer_comes_before_the_event_it_causes_through_the_cluster_too()
    {
        await gateways.Channels.Get<IPileup>(id).SetStatus(true, "op");
        using var caller = await ConnectAsync(gateways.Clients[0]);
        for (var n = 0; n < 4; n++)
        {
            var text = Encoding.UTF8.GetBytes($$$"""{"type":"request","operation":"queue.register","data":{"callsign":"{{{Callsign(n)}}}"}}""");
            await caller.SendAsync(text, WebSocketMessageType.Text, true, CancellationToken.None);
            Assert.Equal("response", (string?)(await NextAsync(caller))["type"]);
            Assert.Equal(n + 1, (int)(await NextAsync(caller))["data"]!["total"]!);
        }
    }

    private static string Callsign(int n) => $"W{n % 10}{(char)('A' + (n / 10 % 26))}{(char)('A' + (n / 260))}";

    private async Task<(HttpStatusCode Status, JsonNode Body)> RegisterAsync(HttpClient client, string callsign)
    {
        using var body = new StringContent($$"""{"callsign":"{{callsign}}"}""", Encoding.UTF8, "application/json");
        using var answer = await client.PostAsync(new Uri($"/api/queue/register?pileup={id}", UriKind.Relative), body);
        return (answer.StatusCode, JsonNode.Parse(await answer.Content.ReadAsStringAsync())!);
    }

    /// <summary>Connects, and hears all that has happened so far.</summary>
    private async Task<ClientWebSocket> ConnectAsync(HttpClient at)
    {
        var socket = new ClientWebSocket();
        await socket.ConnectAsync(new UriBuilder(at.BaseAddress!) { Scheme = "ws", Path = "/ws/connect", Query = $"pileup={id}" }.Uri, CancellationToken.None);
        Assert.Equal("connected", (string?)(await NextAsync(socket))["event"]);
        await gateways.Channels.Get<IPileup>(id).AnnounceSplit("so far");
        JsonNode next;
        do
        {
            next = await NextAsync(socket);
        }
        while ((string?)next["event"] != "split_update");

        return socket;
    }

    private static async Task<JsonNode> NextAsync(ClientWebSocket socket)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        var buffer = new byte[1 << 16];
        var length = 0;
        WebSocketReceiveResult piece;
        do
        {
            piece = await socket.ReceiveAsync(new ArraySegment<byte>(buffer, length, buffer.Length - length), patience.Token);
            length += piece.Count;
        }
        while (!piece.EndOfMessage);

        return JsonNode.Parse(buffer.AsSpan(0, length))!;
    }
}
