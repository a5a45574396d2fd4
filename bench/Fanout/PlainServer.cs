using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Text;
using OrleansContest.LoadTest.Sockets;
using OrleansContest.Testing;

namespace OrleansContest.Bench.Fanout;

/// <summary>One of the servers beside: <c>POST /publish</c> goes to everybody.</summary>
internal sealed class PlainServer : IFanoutServer
{
    /// <summary>It ends when this process does, however that ends: then its input is over.</summary>
    private const string whileHeld = "\"$@\" </dev/null & read -r; kill $!; wait";

    private static readonly TimeSpan patience = TimeSpan.FromSeconds(20);

    private readonly ServerRecipe recipe;
    private readonly Process process;
    private readonly HttpClient http;
    private readonly string filling;

    private PlainServer(ServerRecipe recipe, Process process, int port, int updateBytes)
    {
        (this.recipe, this.process) = (recipe, process);
        filling = new string('x', Math.Max(1, updateBytes - Update("", "").Length));
        http = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{port}/") };
        Plan = new ConnectPlan(new IPEndPoint(IPAddress.Loopback, port), recipe.Path);
    }

    public string Name => recipe.Name;

    public ConnectPlan Plan { get; }

    public string? Greeting => recipe.Greeting;

    public string? Welcome => recipe.Welcome;

    public TimeSpan ProcessorTime => ProcessFigures.ProcessorTime(process.Id);

    public long MemoryBytes => ProcessFigures.MemoryBytes(process.Id);

    /// <param name="recipe">Which.</param>
    /// <param name="updateBytes">How long its updates shall be.</param>
    public static async Task<PlainServer> StartAsync(ServerRecipe recipe, int updateBytes)
    {
        var port = FreePort.Next();
        var start = new ProcessStartInfo("bash", ["-c", whileHeld, "-", .. recipe.Command.Select(word => word.Replace("PORT", Text(port), StringComparison.Ordinal))])
        {
            WorkingDirectory = recipe.Folder, RedirectStandardInput = true,
        };
        recipe.Prepare?.Invoke(port);
        var server = new PlainServer(recipe, Process.Start(start)!, port, updateBytes);
        await server.BecomeReadyAsync();
        return server;
    }

    public async Task PublishAsync(int n, string mark)
    {
        using var body = new StringContent(Update(mark, filling[..Math.Max(0, filling.Length - mark.Length)]), Encoding.UTF8, "application/json");
        using var answer = await http.PostAsync(new Uri("publish", UriKind.Relative), body);
        answer.EnsureSuccessStatusCode();
    }

    public async ValueTask DisposeAsync()
    {
        process.StandardInput.Close();
        await process.WaitForExitAsync();
        process.Dispose();
        http.Dispose();
    }

    private static string Update(string mark, string filling) =>
        $$$"""{"type":"update","seq":1,"data":{"mark":"{{{mark}}}","filling":"{{{filling}}}"}}""";

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private async Task BecomeReadyAsync()
    {
        using var stop = new CancellationTokenSource(patience);
        using var pause = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        while (!await IsReadyAsync())
        {
            if (process.HasExited)
            {
                throw new InvalidOperationException($"{Name} ended with {process.ExitCode}.");
            }

            await pause.WaitForNextTickAsync(stop.Token);
        }
    }

    private async Task<bool> IsReadyAsync()
    {
        try
        {
            await PublishAsync(0, "");
            return true;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }
}
