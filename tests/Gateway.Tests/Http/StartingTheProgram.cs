using System.Net;
using System.Net.Sockets;
using OrleansContest.Gateway.Tests.Contests;
using OrleansContest.Testing;

namespace OrleansContest.Gateway.Tests.Http;

public sealed class StartingTheProgram : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("contest-program-");

    [Fact]
    public async Task Says_where_it_serves_and_which_key_it_made_and_stops_cleanly_when_asked()
    {
        using var program = await GatewayProgram.ServingAsync("--port=0", "--data", folder.FullName, "--make-keys");
        var kept = await File.ReadAllTextAsync(Path.Combine(folder.FullName, "keys.json"));
        var (exitCode, error) = await program.TerminateAsync();

        Assert.Equal((0, ""), (exitCode, error));
        Assert.Equal(3, program.Output.Count);
        var key = program.Output[1].Split(' ')[^1];
        Assert.Matches("^[0-9a-f]{64}$", key);
        Assert.StartsWith($"{{\"masterKey\":\"{key}\"", kept, StringComparison.Ordinal);
    }

    [LinuxFact]
    public async Task Attached_it_ends_with_its_input_and_not_by_the_terminals_keys_and_keeps_the_key_to_itself()
    {
        using var program = await GatewayProgram.ServingAsync("--port=0", "--data", folder.FullName, "--make-keys", "--attached");
        var kept = await File.ReadAllTextAsync(Path.Combine(folder.FullName, "keys.json"));
        foreach (var key in (string[])["INT", "QUIT", "HUP"])
        {
            await program.SignalAsync(key);
            using var asking = program.Client();
            await asking.GetAsync("/health/ready").IsAsync(HttpStatusCode.OK);
        }

        var (exitCode, error) = await program.EndInputAsync();

        Assert.Equal((0, ""), (exitCode, error));
        Assert.Equal(2, program.Output.Count);
        Assert.StartsWith("The master key is kept in ", program.Output[1], StringComparison.Ordinal);
        Assert.DoesNotContain(kept.Split('"')[3], string.Concat(program.Output), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Keeps_everything_it_has_acknowledged_when_it_is_asked_to_stop_in_the_middle()
    {
        const string key = "--Security:MasterKey=k";
        using var program = await GatewayProgram.ServingAsync("--port=0", "--data", folder.FullName, key);
        using var admin = program.Client("k");
        await admin.PostJsonAsync("/api/contests", """{"id":"c","name":"C","open":true}""").IsAsync(HttpStatusCode.Created);
        var enough = new TaskCompletionSource();
        var posting = Enumerable.Range(0, 8).Select(client => PostUntilItEndsAsync(admin, client, enough)).ToList();
        await enough.Task.WaitAsync(TimeSpan.FromSeconds(60));
        Assert.Equal((0, ""), await program.TerminateAsync());
        var acknowledged = (await Task.WhenAll(posting)).SelectMany(ids => ids).ToList();

        using var again = await GatewayProgram.ServingAsync("--port=0", "--data", folder.FullName, key);
        using var reader = again.Client();
        var kept = await AllAsync(reader);
        Assert.Empty(acknowledged.Except(kept));
        Assert.Equal(kept.Distinct().Count(), kept.Count);
    }

    [Fact]
    public async Task Fails_in_one_line_when_the_port_is_taken()
    {
        using var holder = new TcpListener(IPAddress.Loopback, 0);
        holder.Start();
        var port = ((IPEndPoint)holder.LocalEndpoint).Port;

        await FailsAsync($"Failed to bind to address http://127.0.0.1:{port}: address already in use.", $"--port={port}", $"--data={folder.FullName}");
    }

    [Fact]
    public async Task Fails_in_one_line_when_another_uses_the_folder()
    {
        using var first = await GatewayProgram.ServingAsync("--port=0", "--data", folder.FullName);

        await FailsAsync($"The data folder {folder.FullName} is in use by another process.", "--port=0", $"--data={folder.FullName}");
    }

    [Fact]
    public async Task Fails_in_one_line_when_the_database_does_not_answer()
    {
        using var nobody = new TcpListener(IPAddress.Loopback, 0);
        nobody.Start();
        var port = ((IPEndPoint)nobody.LocalEndpoint).Port;
        nobody.Stop();

        var error = await FailsAsync(
            "", "--port=0", $"--data={folder.FullName}", "--postgres", $"Host=127.0.0.1;Port={port};Username=contest;Password=hush-hush;Database=contest");
        Assert.Contains($"127.0.0.1:{port}", error, StringComparison.Ordinal);
        Assert.DoesNotContain("hush-hush", error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--Gateway:Prot=1", "Gateway:Prot is not a setting.")]
    [InlineData("--Gateway:Sockets:Outbox=1", "Gateway:Sockets:Outbox is not a setting.")]
    [InlineData("--Gateway:Sockets:OutboxFrames=0", "Gateway:Sockets:OutboxFrames")]
    [InlineData("--Gateway:Feeds:MergeEvery=soon", "Gateway:Feeds:MergeEvery")]
    [InlineData("--port=x", "Failed to convert configuration value 'x' at 'Gateway:Port'")]
    [InlineData("--address=192.0.2.1", "Gateway:Address is not an address of this machine.")]
    public async Task Fails_in_one_line_when_a_setting_is_wrong(string setting, string error) =>
        await FailsAsync(error, setting, $"--data={folder.FullName}", "--Gateway:StopWithinSeconds=1");

    public void Dispose() => folder.Delete(recursive: true);

    private static async Task<string> FailsAsync(string begin, params string[] arguments)
    {
        var (exitCode, error) = await GatewayProgram.FailingAsync(arguments);
        Assert.Equal(1, exitCode);
        Assert.Contains(begin, error, StringComparison.Ordinal);
        Assert.Single(error.TrimEnd().Split('\n'));
        return error;
    }

    private static async Task<List<string>> PostUntilItEndsAsync(HttpClient client, int number, TaskCompletionSource enough)
    {
        var acknowledged = new List<string>();
        try
        {
            for (var i = 0; i < 1_440; i++)
            {
                var entry = await client
                    .PostJsonAsync("/api/logs", RestFixture.Qso("c", $"K{number}ABC", $"{i / 60:00}:{i % 60:00}")).IsAsync(HttpStatusCode.Created);
                acknowledged.Add(entry.GetProperty("id").GetString()!);
                if (i == 20)
                {
                    enough.TrySetResult();
                }
            }
        }
        catch (HttpRequestException)
        {
            return acknowledged;
        }

        return acknowledged;
    }

    private static async Task<List<string>> AllAsync(HttpClient client)
    {
        var ids = new List<string>();
        while (true)
        {
            var after = ids.Count == 0 ? "" : $"&after={ids[^1]}";
            var page = await client.GetAsync($"/api/logs?contestId=c&limit=1000{after}").IsAsync(HttpStatusCode.OK);
            if (page.GetArrayLength() == 0)
            {
                return ids;
            }

            ids.AddRange(page.EnumerateArray().Select(entry => entry.GetProperty("id").GetString()!));
        }
    }
}
