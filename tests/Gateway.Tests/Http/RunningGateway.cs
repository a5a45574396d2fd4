using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Logging;

namespace OrleansContest.Gateway.Tests.Http;

/// <summary>A gateway on a port of its own, with a data folder of its own.</summary>
internal sealed class RunningGateway : IAsyncDisposable
{
    public const string MasterKey = "the master key of this test";

    private readonly DirectoryInfo folder;

    private RunningGateway(DirectoryInfo folder, WebApplication app, LogLines log)
    {
        (this.folder, App, Log) = (folder, app, log);
        Client = new HttpClient { BaseAddress = new Uri(app.Urls.Single()) };
        // A client that asks before it sends a large body waits for the answer, however busy the machine is.
        Admin = new HttpClient(new SocketsHttpHandler { Expect100ContinueTimeout = TimeSpan.FromMinutes(1) }) { BaseAddress = Client.BaseAddress };
        Admin.DefaultRequestHeaders.Add("X-Master-Key", MasterKey);
    }

    public WebApplication App { get; }

    public string DataFolder => folder.FullName;

    /// <summary>What was logged, warnings and worse.</summary>
    public LogLines Log { get; }

    /// <summary>Shows nothing.</summary>
    public HttpClient Client { get; }

    /// <summary>Shows the master key.</summary>
    public HttpClient Admin { get; }

    public static Task<RunningGateway> StartAsync(params string[] arguments) => StartAsync(null, arguments);

    public static async Task<RunningGateway> StartAsync(Action<WebApplicationBuilder>? configure, params string[] arguments)
    {
        var folder = Directory.CreateTempSubdirectory("contest-gateway-");
        var log = new LogLines();
        string[] line = ["--address=127.0.0.1", "--port=0", $"--data={folder.FullName}", $"--Security:MasterKey={MasterKey}", .. arguments];
        var app = GatewayApp.Build(line, builder =>
        {
            builder.Logging.ClearProviders();
            builder.Logging.AddProvider(log);
            configure?.Invoke(builder);
        });
        await app.StartAsync();
        return new RunningGateway(folder, app, log);
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        Admin.Dispose();
        await App.StopAsync();
        await App.DisposeAsync();
        folder.Delete(recursive: true);
    }
}
