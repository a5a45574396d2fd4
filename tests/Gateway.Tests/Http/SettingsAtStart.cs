using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using OrleansContest.Gateway.Security;
using OrleansContest.Gateway.Settings;

namespace OrleansContest.Gateway.Tests.Http;

public sealed class SettingsAtStart : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("contest-settings-");

    [Theory]
    [InlineData("--Gateway:Prot=80", "Gateway:Prot")]
    [InlineData("--Gateway:Http:JsonByte=1", "Gateway:Http:JsonByte")]
    [InlineData("--Gateway:Seats:PerEvent=1", "Gateway:Seats:PerEvent")]
    [InlineData("--Storage:Folder=x", "Storage:Folder")]
    [InlineData("--Security:Masterkey2=x", "Security:Masterkey2")]
    [InlineData("--Security:Limits:Bursts=9", "Security:Limits:Bursts")]
    public void A_key_that_is_none_stops_the_start_and_is_named(string argument, string key) =>
        Assert.StartsWith($"{key} is not a setting.", Refused(argument), StringComparison.Ordinal);

    [Theory]
    [InlineData("--port=70000", "Gateway:Port")]
    [InlineData("--port=eighty", "Gateway:Port")]
    [InlineData("--address=nowhere", "Gateway:Address")]
    [InlineData("--Gateway:Http:Connections=0", "Gateway:Http:Connections")]
    [InlineData("--Gateway:Seats:PerContest=0", "Gateway:Seats:PerContest")]
    [InlineData("--Gateway:Seats:WaitWithin=00:00:00", "Gateway:Seats:WaitWithin")]
    [InlineData("--Security:Limits:RequestsPerSecond=-1", "Security:Limits:RequestsPerSecond")]
    [InlineData("--Security:JwtSecret=short", "Security:JwtSecret")]
    [InlineData("--Security:Origins:0=log.example.org", "Security:Origins")]
    [InlineData("--Security:Origins:0=https://log.example.org/path", "Security:Origins")]
    [InlineData("--Security:Proxies:0=proxy", "Security:Proxies")]
    public void A_value_that_cannot_be_stops_the_start_and_names_its_key(string argument, string key) =>
        Assert.Contains(key, Refused(argument), StringComparison.Ordinal);

    [Theory]
    [InlineData("--Security:Origins=https://a.example, https://b.example")]
    [InlineData("--Security:Origins:0=https://a.example", "--Security:Origins:1=https://b.example")]
    public async Task A_list_is_written_with_commas_or_item_by_item(params string[] arguments)
    {
        await using var app = Build(arguments);

        Assert.Equal(["https://a.example", "https://b.example"], SettingsOf(app).Security.Origins);
    }

    [Fact]
    public void A_secret_that_is_wrong_is_not_shown() =>
        Assert.DoesNotContain("hush-hush", Refused("--Security:JwtSecret=hush-hush"), StringComparison.Ordinal);

    [Fact]
    public async Task Every_fault_is_told_at_once()
    {
        var text = Refused("--Gateway:Prot=80", "--Storage:Folder=x");

        Assert.Contains("Gateway:Prot", text, StringComparison.Ordinal);
        Assert.Contains("Storage:Folder", text, StringComparison.Ordinal);
        await using var app = Build();
    }

    [Fact]
    public async Task Keys_are_made_once_and_only_their_owner_may_read_them()
    {
        await using (var first = Build("--make-keys"))
        {
            Assert.Matches("^[0-9a-f]{64}$", SettingsOf(first).Security.MasterKey);
            Assert.Matches("^[0-9a-f]{64}$", SettingsOf(first).Security.JwtSecret);
            Assert.NotEqual(SettingsOf(first).Security.JwtSecret, SettingsOf(first).Security.MasterKey);
        }

        var file = new FileInfo(Path.Combine(folder.FullName, "keys.json"));
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, file.UnixFileMode);
        var kept = await File.ReadAllTextAsync(file.FullName);
        await using var second = Build("--make-keys");
        Assert.Contains(SettingsOf(second).Security.MasterKey!, kept, StringComparison.Ordinal);
    }

    [Fact]
    public void Gateways_that_make_keys_at_the_same_moment_all_have_the_same()
    {
        for (var round = 0; round < 50; round++)
        {
            var shared = folder.CreateSubdirectory($"{round}");
            using var start = new Barrier(8);
            var made = new ConcurrentBag<MadeKeys>();
            var gateways = Enumerable.Range(0, 8).Select(_ => new Thread(() =>
            {
                start.SignalAndWait();
                made.Add(MadeKeys.Of(shared.FullName));
            })).ToList();
            gateways.ForEach(gateway => gateway.Start());
            gateways.ForEach(gateway => gateway.Join());

            Assert.Equal(8, made.Count);
            Assert.Single(made.Distinct());
        }
    }

    [Fact]
    public async Task A_key_that_is_set_goes_before_one_that_would_be_made()
    {
        await using var app = Build("--make-keys", "--Security:MasterKey=chosen");

        Assert.Equal("chosen", SettingsOf(app).Security.MasterKey);
        Assert.Null(SettingsOf(app).MasterKeyFile);
    }

    [Fact]
    public async Task No_keys_are_made_unless_asked()
    {
        await using var app = Build();

        Assert.Null(SettingsOf(app).Security.MasterKey);
        Assert.False(File.Exists(Path.Combine(folder.FullName, "keys.json")));
    }

    [Fact]
    public async Task A_file_of_keys_that_is_damaged_stops_the_start_and_is_left_alone()
    {
        var path = Path.Combine(folder.FullName, "keys.json");
        await File.WriteAllTextAsync(path, "{\"masterKey\":");

        Assert.Contains(path, Refused("--make-keys"), StringComparison.Ordinal);
        Assert.Equal("{\"masterKey\":", await File.ReadAllTextAsync(path));
    }

    public void Dispose() => folder.Delete(recursive: true);

    private static GatewaySettings SettingsOf(WebApplication app) =>
        (GatewaySettings)app.Services.GetService(typeof(GatewaySettings))!;

    private WebApplication Build(params string[] arguments) => GatewayApp.Build(["--data", folder.FullName, .. arguments]);

    private string Refused(params string[] arguments) => Assert.Throws<StartException>(() => Build(arguments)).Message;
}
