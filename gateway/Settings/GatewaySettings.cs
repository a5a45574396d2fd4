using OrleansContest.Gateway.Hub;
using OrleansContest.Gateway.Matches;
using OrleansContest.Gateway.Pileups;
using OrleansContest.Gateway.Quizzes;
using OrleansContest.Gateway.Security;
using OrleansContest.Gateway.SocketIo;

namespace OrleansContest.Gateway.Settings;

/// <summary>Everything that was set, read and checked before anything starts.</summary>
internal sealed record GatewaySettings(
    GatewayOptions Gateway, HttpOptions Http, StorageOptions Storage, ClusterOptions Cluster, SecurityOptions Security, AddressLimitOptions Limits,
    MatchOptions Matches, PileupOptions Pileups, QuizOptions Quizzes, SocketIoOptions SocketIo)
{
    /// <summary>Where the master key is kept, if the gateway made it itself.</summary>
    public string? MasterKeyFile { get; private init; }

    /// <exception cref="StartException">A key or value is not right.</exception>
    public static GatewaySettings Read(IConfiguration configuration, bool makesKeys)
    {
        var known = new KnownSettings(configuration);
        var settings = new GatewaySettings(
            known.Read<GatewayOptions>(GatewayOptions.Section),
            known.Read<HttpOptions>(HttpOptions.Section),
            known.Read<StorageOptions>(StorageOptions.Section),
            known.Read<ClusterOptions>(ClusterOptions.Section),
            known.Read<SecurityOptions>(SecurityOptions.Section),
            known.Read<AddressLimitOptions>(AddressLimitOptions.Section),
            known.Read<MatchOptions>(MatchOptions.Section),
            known.Read<PileupOptions>(PileupOptions.Section),
            known.Read<QuizOptions>(QuizOptions.Section),
            known.Read<SocketIoOptions>(SocketIoOptions.Section));
        known.Read<SocketOptions>(SocketOptions.Section);
        known.Read<FeedOptions>(FeedOptions.Section);
        known.Read<SeatOptions>(SeatOptions.Section);
        known.RefuseUnknownKeys();
        return makesKeys ? settings.WithMadeKeys() : settings;
    }

    private GatewaySettings WithMadeKeys()
    {
        var (hasMaster, hasJwt) = (Security.MasterKey is { Length: > 0 }, Security.JwtSecret is { Length: > 0 });
        if (hasMaster && hasJwt)
        {
            return this;
        }

        var made = MadeKeys.Of(Storage.DataFolder);
        Security.MasterKey = hasMaster ? Security.MasterKey : made.MasterKey;
        Security.JwtSecret = hasJwt ? Security.JwtSecret : made.JwtSecret;
        return hasMaster ? this : this with { MasterKeyFile = Path.Combine(Storage.DataFolder, MadeKeys.FileName) };
    }
}
