using System.Net;
using Microsoft.Extensions.DependencyInjection;
using OrleansContest.Channels;
using OrleansContest.Events;
using OrleansContest.Gateway.Tests.Http;
using OrleansContest.Testing;

namespace OrleansContest.Gateway.Tests.Events;

/// <summary>A gateway with the embedded engine on files, which the tests of one class share; each makes events of its own. Time is theirs.</summary>
public sealed class EventFixture : IAsyncLifetime
{
    private RunningGateway gateway = null!;
    private int events;

    internal ManualClock Clock { get; } = new();

    /// <summary>Shows nothing.</summary>
    internal HttpClient Client => gateway.Client;

    /// <summary>Shows the master key.</summary>
    internal HttpClient Admin => gateway.Admin;

    public async Task InitializeAsync() => gateway = await RunningGateway.StartAsync(builder => builder.Services.AddSingleton<TimeProvider>(Clock));

    public async Task DisposeAsync() => await gateway.DisposeAsync();

    /// <summary>Another gateway of the same engine.</summary>
    /// <param name="between">What stands between the two; null when nothing does.</param>
    internal Task<RunningGateway> StartAnotherAsync(Func<IChannels, IChannels>? between = null)
    {
        var services = gateway.App.Services;
        var channels = services.GetRequiredService<IChannels>();
        return RunningGateway.StartAsync(builder => builder.Services
            .AddSingleton<TimeProvider>(Clock)
            .AddSingleton(between?.Invoke(channels) ?? channels)
            .AddSingleton(services.GetRequiredService<ISeats>()));
    }

    /// <summary>The event itself, past the gateway.</summary>
    internal IEvent Engine(EventInHand one) => gateway.App.Services.GetRequiredService<IChannels>().Get<IEvent>(one.Id);

    /// <summary>A new event, still a draft.</summary>
    /// <param name="more">Further members of the draft, each with a comma before it.</param>
    internal async Task<EventInHand> EventAsync(string more = "")
    {
        var id = $"e{Interlocked.Increment(ref events)}";
        var made = await Admin.PostJsonAsync("/api/v1/admin/events", $$"""{"eventId":"{{id}}","mainTitle":"Event {{id}}"{{more}}}""")
            .IsAsync(HttpStatusCode.Created);
        return new EventInHand(id, Showing("X-API-Key", made.GetProperty("apiKey").GetString()!), Client);
    }

    /// <summary>A new event that runs, with the small export in it.</summary>
    internal async Task<EventInHand> RunningAsync(string more = "")
    {
        var made = await EventAsync(more);
        await made.ImportAsync(SmallExport.Xml);
        await made.GoAsync("startlist", "running");
        return made;
    }

    internal HttpClient Showing(string header, string value)
    {
        var client = new HttpClient { BaseAddress = Client.BaseAddress };
        client.DefaultRequestHeaders.Add(header, value);
        return client;
    }
}
