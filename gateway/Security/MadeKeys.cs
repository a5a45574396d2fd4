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

    private const int PatienceMilliseconds = 10_000;

    /// <summary>The folder's keys; made now if it has none. Gateways that start at once in one folder have the same ones.</summary>
    /// <exception cref="StartException">The folder cannot be written, or its file is not ours.</exception>
    public static MadeKeys Of(string folder)
    {
        var path = Path.Combine(folder, FileName);
        try
        {
            Directory.CreateDirectory(folder);
            if (!File.Exists(path))
            {
                MakeAsOnlyOne(path);
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

    /// <summary>One process at a time, for a rename that spares what is there is not one step: two could each take its own for the first.</summary>
    private static void MakeAsOnlyOne(string path)
    {
        using var turn = TakeTurn($"{path}.lock");
        if (!File.Exists(path))
        {
            Make(path);
        }
    }

    private static FileStream TakeTurn(string path)
    {
        var (started, wait) = (Environment.TickCount64, default(SpinWait));
        while (true)
        {
            try
            {
                return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException) when (Environment.TickCount64 - started < PatienceMilliseconds)
            {
                wait.SpinOnce();
            }
        }
    }

    /// <summary>Writes beside and renames, so that nobody ever reads half a file.</summary>
    private static void Make(string path)
    {
        var half = $"{path}.{Guid.NewGuid():N}";
        using (var file = new FileStream(half, OwnerOnly()))
        {
            JsonSerializer.Serialize(file, new MadeKeys(Secret.New().Text, Secret.New().Text), GatewayJson.Plain.MadeKeys);
            file.Flush(flushToDisk: true);
        }

        File.Move(half, path, overwrite: false);
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
