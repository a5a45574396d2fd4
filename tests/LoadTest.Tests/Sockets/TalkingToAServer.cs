using System.Net;
using System.Net.WebSockets;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using OrleansContest.LoadTest.Sockets;

namespace OrleansContest.LoadTest.Tests.Sockets;

/// <summary>With the framework's own server at the other end.</summary>
public sealed class TalkingToAServer : IAsyncLifetime
{
    private readonly Listener listener = new();
    private readonly WebApplication app = Build();
    private Func<WebSocket, Task> talk = _ => Task.CompletedTask;

    /// <summary>Who may watch the socket: the framework, and where there is one a loop of our own.</summary>
    public static TheoryData<bool> Watchers { get; } = PollLoop.IsSupported ? [false, true] : [false];

    [Theory]
    [MemberData(nameof(Watchers))]
    public async Task Exchanges_messages_of_any_size(bool isPolled)
    {
        talk = EchoAsync;
        await ExchangeAsync(isPolled, isCompressed: false);
    }

    [Theory]
    [MemberData(nameof(Watchers))]
    public async Task Exchanges_compressed_messages_of_any_size(bool isPolled)
    {
        talk = EchoAsync;
        await ExchangeAsync(isPolled, isCompressed: true);
    }

    [Theory]
    [MemberData(nameof(Watchers))]
    public async Task Sends_what_the_system_does_not_take_at_once(bool isPolled)
    {
        talk = EchoAsync;
        var connection = await ConnectAsync(isPolled);
        var text = new string('x', 1_000_000);

        for (var n = 0; n < 10; n++)
        {
            connection.Send(Encoding.UTF8.GetBytes(text));
        }

        for (var n = 0; n < 10; n++)
        {
            Assert.Equal(text, await listener.NextAsync());
        }
    }

    [Theory]
    [MemberData(nameof(Watchers))]
    public async Task Hears_why_the_server_closes(bool isPolled)
    {
        talk = socket => socket.CloseAsync((WebSocketCloseStatus)1013, "come back later", CancellationToken.None);

        await ConnectAsync(isPolled);

        Assert.Equal(new CloseReason(CloseReason.TryLater, "come back later", IsOurs: false), await listener.ClosedAsync());
    }

    [Theory]
    [MemberData(nameof(Watchers))]
    public async Task Hears_nothing_while_it_is_paused_and_all_of_it_afterwards(bool isPolled)
    {
        const int many = 2_000;
        var sent = new TaskCompletionSource();
        talk = async socket =>
        {
            for (var n = 0; n < many; n++)
            {
                await socket.SendAsync(Encoding.UTF8.GetBytes($"{n}"), WebSocketMessageType.Text, true, CancellationToken.None);
            }

            sent.SetResult();
            await EchoAsync(socket);
        };
        var connection = await ConnectAsync(isPolled);
        connection.Pause();
        await sent.Task;

        connection.Resume();

        for (var n = 0; n < many; n++)
        {
            Assert.Equal($"{n}", await listener.NextAsync());
        }

        connection.Pause();
        connection.Abort();
        Assert.True((await listener.ClosedAsync()).IsOurs);
    }

    public async Task InitializeAsync()
    {
        app.UseWebSockets();
        app.Run(async context =>
        {
            using var socket = await context.WebSockets.AcceptWebSocketAsync(new WebSocketAcceptContext
            {
                DangerousEnableCompression = true, DisableServerContextTakeover = true,
            });
            await talk(socket);
        });
        await app.StartAsync();
    }

    public async Task DisposeAsync() => await app.DisposeAsync();

    private async Task ExchangeAsync(bool isPolled, bool isCompressed)
    {
        var connection = await ConnectAsync(isPolled, isCompressed);
        string[] texts = ["", "a", new('b', 125), new('c', 126), new('d', 65_535), new('e', 65_536), string.Concat(Enumerable.Range(0, 100_000))];

        foreach (var text in texts)
        {
            connection.Send(Encoding.UTF8.GetBytes(text));
        }

        Assert.Equal(isCompressed, connection.IsCompressed);
        foreach (var text in texts)
        {
            Assert.Equal(text, await listener.NextAsync());
        }

        connection.Close(CloseReason.Normal);
        Assert.Equal(new CloseReason(CloseReason.Normal, "", IsOurs: true), await listener.ClosedAsync());
    }

    private static WebApplication Build()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        return builder.Build();
    }

    private static async Task EchoAsync(WebSocket socket)
    {
        var buffer = new byte[10_000];
        while (true)
        {
            var piece = await socket.ReceiveAsync(buffer, CancellationToken.None);
            if (piece.MessageType == WebSocketMessageType.Close)
            {
                await socket.CloseAsync(piece.CloseStatus ?? WebSocketCloseStatus.Empty, "", CancellationToken.None);
                return;
            }

            await socket.SendAsync(buffer.AsMemory(0, piece.Count), WebSocketMessageType.Text, piece.EndOfMessage, CancellationToken.None);
        }
    }

    private Task<WebSocketConnection> ConnectAsync(bool isPolled, bool offersCompression = false)
    {
        var url = new Uri(app.Urls.Single());
        var plan = new ConnectPlan(new IPEndPoint(IPAddress.Loopback, url.Port), "/") { OffersCompression = offersCompression, IsPolled = isPolled };
        return WebSocketConnection.ConnectAsync(plan, listener, CancellationToken.None);
    }
}
