using OrleansContest.Gateway.Settings;

namespace OrleansContest.Gateway;

/// <summary>Puts the gateway together.</summary>
public static class GatewayApp
{
    /// <param name="args">The command line: <c>--port</c>, <c>--address</c>, <c>--data</c>, <c>--postgres</c>, <c>--make-keys</c>, <c>--attached</c>, <c>--Section:Key=value</c>.</param>
    /// <param name="configure">Adds settings or services of its own before ours; what it adds is used instead of ours.</param>
    /// <exception cref="StartException">The settings are not right; the message says which, and what to do.</exception>
    public static WebApplication Build(string[] args, Action<WebApplicationBuilder>? configure = null)
    {
        var line = CommandLine.Of(args);
        var builder = WebApplication.CreateSlimBuilder();
        line.AddTo(builder.Configuration);
        configure?.Invoke(builder);
        var settings = GatewaySettings.Read(builder.Configuration, line.MakesKeys);
        builder.AddGateway(settings);
        if (line.IsAttached)
        {
            builder.Services.AddSingleton<IHostLifetime, AttachedLifetime>();
        }

        var app = builder.Build();
        app.UseGateway(settings);
        app.MapGateway(settings);
        return app;
    }
}
