using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.SignalR;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace OrleansContest.Bench.Fanout;

/// <summary>The broadcast of ASP.NET Core SignalR: <c>POST /publish</c> goes to everyone. It encodes a message once for all of them.</summary>
internal static class SignalRServer
{
    public static async Task<int> RunAsync(string port)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        // Who only watches says nothing.
        builder.Services.AddSignalR(options => options.ClientTimeoutInterval = TimeSpan.FromHours(1));
        await using var app = builder.Build();
        app.Urls.Add($"http://127.0.0.1:{port}");
        app.MapHub<Watching>("/watch");
        app.MapPost("/publish", async (JsonElement update, IHubContext<Watching> hub) => await hub.Clients.All.SendAsync("update", update));
        await app.RunAsync();
        return 0;
    }

    private sealed class Watching : Hub;
}
