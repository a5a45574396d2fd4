using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using OrleansContest.Channels;
using OrleansContest.Gateway;
using OrleansContest.Testing;
using OrleansContest.Tests.Engine;

namespace OrleansContest.Tests.Cluster;

/// <summary>Two gateways of a cluster of two silos, all in this process. The gateways' time is the tests', the silos' is not.</summary>
public sealed class OrleansGateways : IAsyncLifetime
{
    private const string MasterKey = "the master key of this test";

    private readonly TwoSilos silos = new();
    private readonly TempFolder folder = new();
    private readonly List<WebApplication> apps = [];

    internal ManualClock Clock { get; } = new();

    /// <summary>The cluster, asked directly.</summary>
    internal IChannels Channels => silos.Channels;

    /// <summary>One of each gateway; they show nothing.</summary>
    internal IReadOnlyList<HttpClient> Clients { get; private set; } = [];

    public async Task InitializeAsync()
    {
        if (PostgresServer.WhyAbsent is not null)
        {
            return;
        }

        await silos.InitializeAsync();
        apps.AddRange([Build("one"), Build("other")]);
        await Task.WhenAll(apps.Select(app => app.StartAsync()));
        Clients = [.. apps.Select(app => new HttpClient { BaseAddress = new Uri(app.Urls.Single()) })];
    }

    public async Task DisposeAsync()
    {
        Clients.ToList().ForEach(client => client.Dispose());
        foreach (var app in apps)
        {
            await app.StopAsync();
            await app.DisposeAsync();
        }

        await silos.DisposeAsync();
        folder.Dispose();
    }

    /// <summary>A new event, still a draft. Its venue talks to the first gateway, and so does its public.</summary>
    internal async Task<EventInHand> EventAsync()
    {
        var id = Contacts.NewId();
        using var draft = new StringContent($$"""{"eventId":"{{id}}","mainTitle":"Event"}""", Encoding.UTF8, "application/json");
        using var answer = await Showing("X-Master-Key", MasterKey).PostAsync(new Uri("/api/v1/admin/events", UriKind.Relative), draft);
        var made = JsonNode.Parse(await answer.Content.ReadAsStringAsync())!;
        return new EventInHand(id, Showing("X-API-Key", (string)made["apiKey"]!), Clients[0]);
    }

    /// <summary>Ends an event for good.</summary>
    internal async Task DeleteAsync(EventInHand made)
    {
        using var answer = await Showing("X-Master-Key", MasterKey).DeleteAsync(new Uri(made.Admin(""), UriKind.Relative));
        Assert.True(answer.IsSuccessStatusCode);
    }

    private HttpClient Showing(string header, string value)
    {
        var client = new HttpClient { BaseAddress = Clients[0].BaseAddress };
        client.DefaultRequestHeaders.Add(header, value);
        return client;
    }

    private WebApplication Build(string name)
    {
        string[] line = ["--address=127.0.0.1", "--port=0", $"--data={Path.Combine(folder.Path, name)}", $"--Security:MasterKey={MasterKey}"];
        return GatewayApp.Build(line, builder =>
        {
            var channels = silos.Connect();
            builder.Logging.ClearProviders();
            builder.Services.AddSingleton<TimeProvider>(Clock).AddSingleton<IChannels>(channels).AddSingleton<ISeats>(channels);
        });
    }
}
