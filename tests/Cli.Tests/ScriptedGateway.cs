using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace OrleansContest.Cli;

/// <summary>A server on this machine that answers an import as a test wants it.</summary>
internal sealed class ScriptedGateway : IAsyncDisposable
{
    private readonly WebApplication app;

    private ScriptedGateway(WebApplication app) => this.app = app;

    public Uri Address => new(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single());

    public static Task<ScriptedGateway> AnsweringAsync(int status, string body, Action<HttpRequest, byte[]>? look = null) =>
        StartAsync(async context =>
        {
            var sent = new MemoryStream();
            await context.Request.Body.CopyToAsync(sent);
            look?.Invoke(context.Request, sent.ToArray());
            context.Response.StatusCode = status;
            await context.Response.WriteAsync(body);
        });

    /// <summary>Takes some of the body, then breaks the connection.</summary>
    public static Task<ScriptedGateway> BreakingOffAsync() =>
        StartAsync(async context =>
        {
            await context.Request.Body.ReadExactlyAsync(new byte[1_000]);
            context.Abort();
        });

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private static async Task<ScriptedGateway> StartAsync(RequestDelegate answer)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.ConfigureKestrel(server => server.Listen(IPAddress.Loopback, 0));
        var app = builder.Build();
        app.MapPost("/api/import", answer);
        await app.StartAsync();
        return new ScriptedGateway(app);
    }
}
