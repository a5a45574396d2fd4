using System.Text.Json;

namespace OrleansContest.LoadTest;

/// <summary>Finds the key to show to a gateway.</summary>
internal static class MasterKey
{
    private const string keyFile = "keys.json";

    /// <param name="given">What the command line says; null when nothing.</param>
    /// <param name="gateway">The key that './contest up' made is shown only to a gateway on this machine: it is no other's.</param>
    /// <param name="environment">Reads an environment variable.</param>
    /// <exception cref="LoadException">The data folder's key cannot be read.</exception>
    public static string? Find(string? given, Uri gateway, Func<string, string?> environment) =>
        given ?? environment("CONTEST_KEY") ?? (gateway.IsLoopback ? MadeIn(environment("CONTEST_DATA") ?? "data") : null);

    private static string? MadeIn(string folder)
    {
        var path = Path.Combine(folder, keyFile);
        try
        {
            if (!File.Exists(path))
            {
                return null;
            }

            using var keys = JsonDocument.Parse(File.ReadAllBytes(path));
            return keys.RootElement.TryGetProperty("masterKey", out var key) ? key.GetString() : null;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or JsonException)
        {
            throw new LoadException($"The key in {path} cannot be read: {fault.Message} Give one with --key.", fault);
        }
    }
}
