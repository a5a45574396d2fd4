using System.Text.Json;

namespace OrleansContest.Cli;

/// <summary>Finds the key to show to a gateway.</summary>
internal static class IngestKey
{
    private const string KeyFile = "keys.json";

    /// <summary>The given one, else CONTEST_KEY, else the master key in the data folder.</summary>
    /// <param name="given">What the command line says; null when nothing.</param>
    /// <param name="gateway">The made key is shown only to a gateway on this machine: it is no other's.</param>
    /// <param name="environment">Reads an environment variable.</param>
    /// <returns>Null when there is none: an open contest wants none.</returns>
    /// <exception cref="ImportException">The data folder's key cannot be read.</exception>
    public static string? Find(string? given, Uri gateway, Func<string, string?> environment) =>
        given ?? environment("CONTEST_KEY") ?? (gateway.IsLoopback ? MadeIn(environment("CONTEST_DATA") ?? "data") : null);

    /// <summary>Where the keys are that './contest up' makes.</summary>
    public static string FileIn(string folder) => Path.Combine(folder, KeyFile);

    /// <summary>The master key that './contest up' has made.</summary>
    /// <returns>Null when it has made none there.</returns>
    /// <exception cref="ImportException">It cannot be read.</exception>
    public static string? MadeIn(string folder)
    {
        var path = FileIn(folder);
        try
        {
            return File.Exists(path) ? MasterKeyIn(File.ReadAllBytes(path)) : null;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or JsonException)
        {
            throw new ImportException($"The key in {path} cannot be read: {fault.Message} Give one with --key.", fault);
        }
    }

    private static string? MasterKeyIn(byte[] file)
    {
        using var keys = JsonDocument.Parse(file);
        return keys.RootElement.TryGetProperty("masterKey", out var key) ? key.GetString() : null;
    }
}
