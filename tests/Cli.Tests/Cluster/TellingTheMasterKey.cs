using OrleansContest.Testing;

namespace OrleansContest.Cli.Cluster;

public sealed class TellingTheMasterKey : IDisposable
{
    private readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Shows_the_one_that_the_gateways_made_and_where_it_is_kept()
    {
        await File.WriteAllTextAsync(Path.Combine(folder.Path, "keys.json"), """{"masterKey":"made","jwtSecret":"s"}""");

        Assert.StartsWith($"Master key (X-Master-Key): made{Environment.NewLine}It is kept in {Path.Combine(folder.Path, "keys.json")};", Notice(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--Security:MasterKey=chosen", null)]
    [InlineData("--security:masterkey=chosen", null)]
    [InlineData("--A:B=c", "chosen")]
    public async Task Shows_none_to_whoever_has_set_one(string setting, string? variable)
    {
        await File.WriteAllTextAsync(Path.Combine(folder.Path, "keys.json"), """{"masterKey":"made","jwtSecret":"s"}""");

        Assert.StartsWith("Logs are in ", Notice(setting, variable), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Says_when_it_cannot_be_read()
    {
        await File.WriteAllTextAsync(Path.Combine(folder.Path, "keys.json"), "{");

        Assert.StartsWith("The key in ", Notice(), StringComparison.Ordinal);
    }

    private string Notice(string setting = "--A:B=c", string? variable = null) => ServingNotice.Of(
        new ClusterPlan("Host=h", 1, 1, 1, 1, folder.Path, [setting]), name => name == "Security__MasterKey" ? variable : null);
}
