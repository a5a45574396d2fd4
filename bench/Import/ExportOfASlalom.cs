using System.Diagnostics;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using System.Xml;
using OrleansContest.Testing;
using Spectre.Console;

namespace OrleansContest.Bench.Import;

/// <summary>A real export of two days imported over HTTP, by a gateway that has just started and by one that has run, beside the framework's parser alone.</summary>
internal static class ExportOfASlalom
{
    private const int results = 1_422;
    private const int warmImports = 10;

    /// <returns>0 when every import took in all of it.</returns>
    public static async Task<int> RunAsync(BenchOptions options)
    {
        var (cold, warm, parsed, ratio) = (new Figures(), new Figures(), new Figures(), new Figures());
        var export = await LoadAsync();
        Parse(export);
        for (var round = 0; round < options.Rounds; round++)
        {
            using var folder = new TempFolder();
            await using var gateway = await ContestProcess.StartGatewayAsync(folder.Path, "--Logging:LogLevel:Default=Warning");
            cold.Add(await ImportAsync(gateway, "cold", export));
            for (var n = 0; n < warmImports; n++)
            {
                var alone = Parse(export);
                var whole = await ImportAsync(gateway, $"warm{n}", export);
                parsed.Add(alone);
                warm.Add(whole);
                ratio.Add(whole / alone);
            }
        }

        AnsiConsole.Write(new Table().AddColumns($"{export.Length / 1e6:N1} MB of XML, {results:N0} results", "milliseconds: median (min … max)")
            .AddRow("imported by a gateway that has just started", cold.ToString())
            .AddRow("imported into a new event by one that has run", warm.ToString())
            .AddRow("read by XmlReader, and nothing done with it", parsed.ToString())
            .AddRow("ratio of the last two", ratio.ToString()));
        return 0;
    }

    /// <returns>Milliseconds from the first byte sent until the answer that all of it is durable.</returns>
    private static async Task<double> ImportAsync(ContestProcess gateway, string id, byte[] export)
    {
        (await gateway.Http.PostAsJsonAsync("/api/v1/admin/events", new { eventId = id, mainTitle = id })).EnsureSuccessStatusCode();
        using var body = new ByteArrayContent(export) { Headers = { ContentType = new MediaTypeHeaderValue("application/xml") } };
        var started = Stopwatch.GetTimestamp();
        using var answer = await gateway.Http.PostAsync($"/api/v1/ingest/xml?eventId={id}", body);
        var milliseconds = Stopwatch.GetElapsedTime(started).TotalMilliseconds;
        var counts = await answer.Content.ReadFromJsonAsync<JsonElement>();
        return counts.GetProperty("imported").GetProperty("results").GetInt32() == results
            ? milliseconds
            : throw new InvalidDataException($"Not all of it was imported: {counts}");
    }

    private static double Parse(byte[] export)
    {
        var started = Stopwatch.GetTimestamp();
        using var reader = XmlReader.Create(new MemoryStream(export));
        while (reader.Read())
        {
        }

        return Stopwatch.GetElapsedTime(started).TotalMilliseconds;
    }

    private static async Task<byte[]> LoadAsync()
    {
        var export = new MemoryStream();
        await using var xml = SlalomExport.Open();
        await xml.CopyToAsync(export);
        return export.ToArray();
    }
}
