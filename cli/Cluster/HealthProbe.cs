using System.Text.Json;

namespace OrleansContest.Cli.Cluster;

/// <summary>Asks a process how it is.</summary>
internal interface IHealthProbe
{
    /// <returns>Why it is not ready; null when it is.</returns>
    Task<string?> AskAsync(Uri address);
}

/// <inheritdoc/>
internal sealed class HealthProbe(HttpClient http) : IHealthProbe
{
    private const int LongestReason = 120;

    public async Task<string?> AskAsync(Uri address)
    {
        try
        {
            using var answer = await http.GetAsync(address);
            return answer.IsSuccessStatusCode ? null : ReasonIn(await answer.Content.ReadAsStringAsync());
        }
        catch (HttpRequestException fault)
        {
            return Short(fault.Message);
        }
        catch (OperationCanceledException)
        {
            return $"no answer within {http.Timeout.TotalSeconds:0} s";
        }
    }

    /// <summary>Silos give a reason, gateways an error.</summary>
    private static string ReasonIn(string body)
    {
        try
        {
            using var json = JsonDocument.Parse(body);
            var names = (string[])["reason", "error"];
            var said = names.Select(name => json.RootElement.TryGetProperty(name, out var text) ? text.GetString() : null).FirstOrDefault(text => text is not null);
            return Short(said ?? "not ready");
        }
        catch (Exception fault) when (fault is JsonException or InvalidOperationException)
        {
            return "what answers there is none of ours";
        }
    }

    private static string Short(string text)
    {
        var line = text.ReplaceLineEndings(" ").TrimEnd('.');
        return line.Length <= LongestReason ? line : $"{line[..LongestReason]} …";
    }
}
