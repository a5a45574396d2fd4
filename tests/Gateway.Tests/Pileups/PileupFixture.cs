using System.Net.Http.Headers;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using OrleansContest.Channels;
using OrleansContest.Gateway.Tests.Http;
using OrleansContest.Pileups;

namespace OrleansContest.Gateway.Tests.Pileups;

/// <summary>A gateway with an operator. Each test uses pileups of its own.</summary>
public sealed class PileupFixture : IAsyncLifetime
{
    public const string User = "op";
    public const string Password = "a password of some length";

    public static readonly string[] Settings =
    [
        $"--Pileup:AdminUser={User}", $"--Pileup:AdminPassword={Password}",
        "--Gateway:Sockets:MessagesPerSecond=10000", "--Gateway:Sockets:MessageBurst=10000",
    ];

    private RunningGateway gateway = null!;

    internal RunningGateway Gateway => gateway;

    /// <summary>Shows nothing.</summary>
    public HttpClient Public => gateway.Client;

    /// <summary>Shows the operator's name and password.</summary>
    public HttpClient Operator { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        gateway = await RunningGateway.StartAsync(Settings);
        Operator = OperatorOf(gateway);
    }

    public async Task DisposeAsync()
    {
        Operator.Dispose();
        await gateway.DisposeAsync();
    }

    internal static HttpClient OperatorOf(RunningGateway gateway)
    {
        var client = new HttpClient { BaseAddress = gateway.Client.BaseAddress };
        client.DefaultRequestHeaders.Authorization = Basic(User, Password);
        return client;
    }

    internal static AuthenticationHeaderValue Basic(string user, string password) =>
        new("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{user}:{password}")));

    internal static string NewId() => $"p{Guid.NewGuid():N}";

    internal static Uri SocketOf(RunningGateway gateway, string pileup) =>
        new UriBuilder(gateway.Client.BaseAddress!) { Scheme = "ws", Path = "/ws/connect", Query = $"pileup={pileup}" }.Uri;

    internal IPileup Pileup(string id) => gateway.App.Services.GetRequiredService<IChannels>().Get<IPileup>(id);

    internal Task<PileupClient> ConnectAsync(string pileup) => PileupClient.ConnectAsync(SocketOf(gateway, pileup));

    internal Task<PileupListener> ListenAsync(string pileup, string? lastEventId = null) => PileupListener.ListenAsync(gateway.Client, pileup, lastEventId);

    internal async Task<PileupClient> ConnectOperatorAsync(string pileup)
    {
        var client = await ConnectAsync(pileup);
        await client.AuthenticateAsync(User, Password);
        return client;
    }

    /// <summary>Does what a row of the contract presumes: <c>active</c>, callsigns that register, <c>next</c>, <c>frequency</c>, <c>split</c>, <c>closed-logger</c>.</summary>
    internal async Task PrepareAsync(string id, string given)
    {
        var pileup = Pileup(id);
        foreach (var step in given.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            Task doing = step switch
            {
                "active" => pileup.SetStatus(true, "earlier"),
                "next" => pileup.TakeNext(),
                "frequency" => pileup.AnnounceFrequency("14.205 MHz"),
                "split" => pileup.AnnounceSplit("UP 5–10"),
                "closed-logger" => pileup.AllowLoggedContacts(false),
                _ => pileup.Register(step, CallerProfile.Unknown(step, "QRZ lookup is not configured")),
            };
            await doing;
        }
    }
}
