using OrleansContest.Testing;

namespace OrleansContest.LoadTest.Tests.Runs;

/// <summary>One gateway for all tests of a class.</summary>
public sealed class LoadedGateway : IAsyncLifetime
{
    public const string Operator = "op:a password of this test";

    private readonly TempFolder folder = new();
    private ContestProcess? gateway;

    public Uri Address => gateway!.Http.BaseAddress!;

    public static Task<ContestProcess> StartAsync(TempFolder folder, int port) => ContestProcess.StartGatewayAsync(
        folder.Path, port, "--Pileup:AdminUser=op", "--Pileup:AdminPassword=a password of this test", "--Matches:ConnectionsPerAddress=1000",
        "--Security:JwtSecret=a secret of this test, of enough characters", "--Logging:LogLevel:Default=Error");

    public async Task InitializeAsync() => gateway = await StartAsync(folder, FreePort.Next());

    public async Task DisposeAsync()
    {
        await gateway!.DisposeAsync();
        folder.Dispose();
    }
}
