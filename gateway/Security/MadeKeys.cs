using System.Text.Json;
using OrleansContest.Gateway.Http;
using OrleansContest.Gateway.Settings;

namespace OrleansContest.Gateway.Security;

/// <summary>Keys that the gateway makes for somebody who has set none, and keeps in the data folder for its owner's eyes only.</summary>
/// <param name="MasterKey">64 hex digits.</param>
/// <param name="JwtSecret">64 hex digits.</param>
internal sealed record MadeKeys(string MasterKey, string JwtSecret)
{
    public const string FileName = "keys.json";

    /// <summary>The folder's keys; made now if it has none.</summary>
    /// <exception cref="StartException">The folder cannot be written, or its file is not ours.</exception>
    public static MadeKeys Of(string folder)
    {
        var path = Path.Combine(folder, FileName);
        try
        {
            Directory.CreateDirectory(folder);
            if (!File.Exists(path))
            {
                Make(path);
            }

            return JsonSerializer.Deserialize(File.ReadAllBytes(path), GatewayJson.Plain.MadeKeys)
                ?? throw new JsonException();
        }
        catch (JsonException)
        {
            throw new StartException($"{path} is not a file of keys. Put the right one back, or remove it to have new keys made.");
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new StartException($"The keys cannot be kept in {folder}: {fault.Message} Choose a folder that can be written (--data).");
        }
    }

    public override string ToString() => "(secret)";

    /// <summary>Writes beside and renames, so that nobody ever reads half a file; whoever comes second uses the first one's.</summary>
    private static void Make(string path)
    {
        var half = $"{path}.{Guid.NewGuid():N}";
        try
        {
            using (var file = new FileStream(half, OwnerOnly()))
            {
                JsonSerializer.Serialize(file, new MadeKeys(Secret.New().Text, Secret.New().Text), GatewayJson.Plain.MadeKeys);
                file.Flush(flushToDisk: true);
            }

            File.Move(half, path, overwrite: false);
        }
        catch (IOException) when (File.Exists(path))
        {
            File.Delete(half);
        }
    }

    private static FileStreamOptions OwnerOnly()
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        return options;
    }
}
