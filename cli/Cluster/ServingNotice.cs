namespace OrleansContest.Cli.Cluster;

/// <summary>What a person needs to know once the cluster serves.</summary>
internal static class ServingNotice
{
    private const string KeySetting = "Security:MasterKey";

    /// <param name="plan">The cluster.</param>
    /// <param name="environment">Reads an environment variable.</param>
    public static string Of(ClusterPlan plan, Func<string, string?> environment)
    {
        var logs = $"Logs are in {plan.LogFolder}. Ctrl-C stops everything.";
        return HasKeyOfItsOwn(plan, environment) ? logs : $"{Key(plan.DataFolder)}{Environment.NewLine}{logs}";
    }

    /// <summary>One that was set is known to whoever set it, and goes before the one that was made.</summary>
    private static bool HasKeyOfItsOwn(ClusterPlan plan, Func<string, string?> environment) =>
        !string.IsNullOrEmpty(environment(KeySetting.Replace(":", "__", StringComparison.Ordinal)))
        || plan.GatewaySettings.Any(setting => setting.TrimStart('-').StartsWith(KeySetting, StringComparison.OrdinalIgnoreCase));

    private static string Key(string folder)
    {
        try
        {
            return $"Master key (X-Master-Key): {IngestKey.MadeIn(folder)}{Environment.NewLine}"
                + $"It is kept in {IngestKey.FileIn(folder)}; whoever has it may create contests and import logs.";
        }
        catch (ImportException fault)
        {
            return fault.Message;
        }
    }
}
