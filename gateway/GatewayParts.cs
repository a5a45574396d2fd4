using System.Net;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging.Console;
using OrleansContest.Contests;
using OrleansContest.Events;
using OrleansContest.Gateway.Accounts;
using OrleansContest.Gateway.Contests;
using OrleansContest.Gateway.Engine;
using OrleansContest.Gateway.Events;
using OrleansContest.Gateway.Http;
using OrleansContest.Gateway.Hub;
using OrleansContest.Gateway.Matches;
using OrleansContest.Gateway.Pileups;
using OrleansContest.Gateway.Quizzes;
using OrleansContest.Metrics;
using OrleansContest.Gateway.Security;
using OrleansContest.Gateway.Settings;
using OrleansContest.Matches;
using OrleansContest.Quizzes;

namespace OrleansContest.Gateway;

/// <summary>The parts of the gateway: what it is made of, what every request passes, and what it answers.</summary>
internal static class GatewayParts
{
    public static void AddGateway(this WebApplicationBuilder builder, GatewaySettings settings)
    {
        builder.AddLogs();
        var services = builder.Services;
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(settings);
        builder.AddEngine(settings);
        services.AddSecurity(settings);
        services.AddServer(settings);
        services.AddSingleton<EngineProbe>();
        services.AddSingleton<QsoIntake>();
        services.AddSingleton<EveryContest>();
        services.AddMetrics();
        services.AddSingleton<MetricCollector>();
        services.AddApiDocument(
            ContestJson.Plain, AnswerJson.Plain, InputJson.Default,
            EventJson.Plain, EventAnswerJson.Plain, EventInputJson.Default,
            MatchJson.Plain, MatchAnswerJson.Plain, MatchInputJson.Default,
            QuizJson.Plain, QuizAnswerJson.Plain, QuizInputJson.Default, AccountAnswerJson.Plain,
            GatewayJson.Plain);
        services.AddHub(builder.Configuration);
        services.AddContestSocket();
        services.AddEvents();
        services.AddMatches(settings);
        services.AddPileups(settings.Pileups);
        services.AddQuizzes(settings);
        services.AddSingleton<IUpgradeGate, OriginGate>();
    }

    public static void UseGateway(this WebApplication app, GatewaySettings settings)
    {
        if (settings.Security.Proxies.Length > 0)
        {
            app.UseForwardedHeaders();
        }

        app.UseMiddleware<SecurityHeaders>();
        app.UseMiddleware<Faults>();
        app.UseCors();
        app.UseMiddleware<OriginCheck>();
        app.UseRateLimiter();
        app.UseMiddleware<WebPages>();
    }

    public static void MapGateway(this WebApplication app, GatewaySettings settings)
    {
        app.Services.GetRequiredService<MetricCollector>();
        app.Lifetime.ApplicationStarted.Register(app.Services.GetRequiredService<StartPhase>().End);
        app.MapHealth();
        app.MapMetrics();
        app.MapOpenApi();
        app.MapContests();
        app.MapSessions();
        app.MapLogs(settings.Http);
        app.MapStats();
        app.MapImport(settings.Http);
        app.MapExport();
        app.MapContestSocket();
        app.MapEventCalls(settings.Http);
        app.MapMatchCalls(settings);
        app.MapPileupCalls();
        app.MapQuizCalls();
    }

    /// <summary>
    /// Requests are not logged one by one: their addresses may carry tokens. Why a start fails is told by
    /// <see cref="StartFailure"/>, so the host keeps quiet until it is over.
    /// </summary>
    private static void AddLogs(this WebApplicationBuilder builder)
    {
        var phase = new StartPhase();
        builder.Services.AddSingleton(phase);
        builder.Services.Configure<SimpleConsoleFormatterOptions>(console => console.SingleLine = true);
        builder.Logging.AddFilter("Microsoft.AspNetCore", LogLevel.Warning);
        builder.Logging.AddFilter("Microsoft.AspNetCore.Hosting.Diagnostics", LogLevel.Warning);
        builder.Logging.AddFilter("Microsoft.Hosting.Lifetime", LogLevel.Warning);
        builder.Logging.AddFilter("Microsoft.Extensions.Hosting.Internal.Host", level => phase.IsOver && level >= LogLevel.Warning);
    }

    private static void AddServer(this IServiceCollection services, GatewaySettings settings)
    {
        services.AddSingleton(new ConnectionLimit(settings.Limits, settings.Security.Proxies.Select(IPAddress.Parse)));
        services.AddOptions<KestrelServerOptions>().Configure<ConnectionLimit>((server, connections) =>
            KestrelSetup.Apply(server, settings.Gateway, settings.Http, connections));
        services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromSeconds(settings.Gateway.StopWithinSeconds));
    }

    private static void AddSecurity(this IServiceCollection services, GatewaySettings settings)
    {
        var origins = new Origins(settings.Security.Origins);
        services.AddSingleton(origins);
        services.AddSingleton(new MasterKey(settings.Security.MasterKey));
        services.AddSingleton<Callers>();
        services.AddCors(cors => cors.AddDefaultPolicy(policy =>
            policy.WithOrigins([.. origins.Listed]).AllowAnyHeader().AllowAnyMethod().WithExposedHeaders("Location", "Retry-After", "ETag", "X-RateLimit-Limit", "X-RateLimit-Remaining", "X-RateLimit-Reset")));
        services.AddRateLimiter(limiter => RequestLimit.Apply(limiter, settings.Limits));
        services.Configure<ForwardedHeadersOptions>(forwarded => Believe(forwarded, settings.Security.Proxies));
    }

    private static void Believe(ForwardedHeadersOptions forwarded, string[] proxies)
    {
        forwarded.ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto;
        forwarded.KnownProxies.Clear();
        forwarded.KnownIPNetworks.Clear();
        foreach (var proxy in proxies)
        {
            forwarded.KnownProxies.Add(IPAddress.Parse(proxy));
        }
    }
}
