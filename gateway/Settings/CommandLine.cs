namespace OrleansContest.Gateway.Settings;

/// <summary>What the gateway is started with.</summary>
/// <param name="MakesKeys">Whether keys that are not set are made and kept in the data folder (<c>--make-keys</c>).</param>
/// <param name="IsAttached">Whether it lives only as long as its standard input (<c>--attached</c>).</param>
/// <param name="Arguments">The rest, for the configuration.</param>
internal sealed record CommandLine(bool MakesKeys, bool IsAttached, string[] Arguments)
{
    private const string MakeKeys = "--make-keys";

    private static readonly Dictionary<string, string> shortcuts = new(StringComparer.OrdinalIgnoreCase)
    {
        ["--port"] = $"{GatewayOptions.Section}:{nameof(GatewayOptions.Port)}",
        ["--address"] = $"{GatewayOptions.Section}:{nameof(GatewayOptions.Address)}",
        ["--data"] = $"{StorageOptions.Section}:{nameof(StorageOptions.DataFolder)}",
        ["--postgres"] = $"{StorageOptions.Section}:{nameof(StorageOptions.Postgres)}",
    };

    public static CommandLine Of(string[] args) => new(
        args.Contains(MakeKeys), args.Contains(AttachedLifetime.Flag), [.. args.Where(argument => argument is not (MakeKeys or AttachedLifetime.Flag))]);

    public void AddTo(IConfigurationBuilder configuration) => configuration.AddCommandLine(Arguments, shortcuts);
}
