using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using OrleansContest.Testing;
using Spectre.Console;

namespace OrleansContest.Bench.Import;

/// <summary>A large log imported while spectators watch, each of whom must end with exactly what <c>full</c> gives.</summary>
internal static class ImportBeforeSpectators
{
    private const int contacts = 100_000;
    private const int spectators = 100;

    /// <returns>0 when every spectator ended with the right state.</returns>
    public static async Task<int> RunAsync(BenchOptions options)
    {
        var (alone, watched, processor) = (new Figures(), new Figures(), new Figures());
        var log = Adif();
        using var folder = new TempFolder();
        await using var gateway = await ContestProcess.StartGatewayAsync(folder.Path, "--Logging:LogLevel:Default=Warning");
        for (var round = 0; round < options.Rounds; round++)
        {
            alone.Add((await ImportAsync(gateway, $"alone{round}", log, 0)).Seconds);
            var (seconds, used, wrong) = await ImportAsync(gateway, $"watched{round}", log, spectators);
            watched.Add(seconds);
            processor.Add(used);
            if (wrong > 0)
            {
                await Console.Error.WriteLineAsync($"{wrong} of {spectators} spectators did not end with the state that full gives.");
                return 1;
            }
        }

        AnsiConsole.Write(new Table().AddColumns($"{contacts:N0} contacts of 20 stations, imported over HTTP", "seconds: median (min … max)")
            .AddRow("nobody watches", alone.ToString())
            .AddRow($"{spectators} spectators, until the last has everything", watched.ToString())
            .AddRow("the gateway's processor time in that", processor.ToString()));
        return 0;
    }

    private static async Task<(double Seconds, double Processor, int Wrong)> ImportAsync(ContestProcess gateway, string contest, byte[] log, int watching)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(3));
        (await gateway.Http.PostAsJsonAsync("/api/contests", new { id = contest, name = contest, rules = "GENERAL", open = true })).EnsureSuccessStatusCode();
        var watchers = await SubscribeAsync(gateway, contest, watching, patience.Token);

        var (started, used) = (Stopwatch.GetTimestamp(), gateway.ProcessorTime);
        var importing = gateway.Http.PostAsync($"/api/import?contestId={contest}", new ByteArrayContent(log), patience.Token);
        var watchingAll = Task.WhenAll(watchers.Select(watcher => watcher.ReachAsync(2 * contacts, patience.Token)));
        var outcome = await (await importing).Content.ReadFromJsonAsync<JsonElement>(patience.Token);
        await watchingAll;
        var seconds = Stopwatch.GetElapsedTime(started).TotalSeconds;
        AnsiConsole.MarkupLineInterpolated($"{contest}: {seconds:N1} s, {outcome.GetProperty("logged").GetInt32():N0} logged, {watchers.Sum(w => w.State.Messages):N0} messages, {watchers.Sum(w => w.State.Fulls):N0} full states, {watchers.Sum(w => w.Bytes) / 1e6:N0} MB");

        using var late = new Spectator(Address(gateway), contest);
        await late.SubscribeAsync(patience.Token);
        var wrong = watchers.Count(watcher => watcher.State.ToString() != late.State.ToString());
        Array.ForEach(watchers, watcher => watcher.Dispose());
        return (seconds, (gateway.ProcessorTime - used).TotalSeconds, wrong);
    }

    private static async Task<Spectator[]> SubscribeAsync(ContestProcess gateway, string contest, int watching, CancellationToken cancellationToken)
    {
        var watchers = Enumerable.Range(0, watching).Select(_ => new Spectator(Address(gateway), contest)).ToArray();
        await Task.WhenAll(watchers.Select(watcher => watcher.SubscribeAsync(cancellationToken)));
        return watchers;
    }

    private static Uri Address(ContestProcess gateway) => new($"ws://127.0.0.1:{gateway.Port}/ws");

    private static byte[] Adif()
    {
        var text = new StringBuilder("<EOH>\n");
        for (var n = 0; n < contacts; n++)
        {
            var at = DateTime.UnixEpoch.AddSeconds(1_782_518_400 + (n * 172_800L / contacts));
            Field(text, "CALL", string.Create(CultureInfo.InvariantCulture, $"{"KWNA"[n % 4]}{(char)('A' + n / 4 % 26)}{n / 104 % 10}{(char)('A' + n / 1040 % 26)}{(char)('A' + n / 27040 % 26)}"));
            Field(text, "BAND", new[] { "160m", "80m", "40m", "20m", "15m", "10m" }[n / 4 % 6]);
            Field(text, "MODE", new[] { "CW", "SSB", "FT8", "RTTY" }[n / 24 % 4]);
            Field(text, "QSO_DATE", at.ToString("yyyyMMdd", CultureInfo.InvariantCulture));
            Field(text, "TIME_ON", at.ToString("HHmmss", CultureInfo.InvariantCulture));
            Field(text, "STATION_CALLSIGN", $"K{n % 10}CL{(char)('A' + n % 20)}");
            Field(text, "OPERATOR", $"W{n % 10}OP{(char)('A' + n % 20)}");
            Field(text, "RST_SENT", "599");
            Field(text, "RST_RCVD", "599");
            Field(text, "SRX_STRING", "3A ENY");
            text.Append("<EOR>\n");
        }

        return Encoding.ASCII.GetBytes(text.ToString());
    }

    private static void Field(StringBuilder text, string name, string value) =>
        text.Append('<').Append(name).Append(':').Append(value.Length).Append('>').Append(value).Append(' ');
}
