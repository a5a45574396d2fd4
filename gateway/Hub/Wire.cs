using System.Net.Sockets;
using Microsoft.AspNetCore.Connections.Features;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;

namespace OrleansContest.Gateway.Hub;

/// <summary>The way out of one connection. Where nothing stands between us and the system's socket, frames go to it directly.</summary>
/// <remarks>
/// A stream of the server's copies what is written, and hands it to another thread, which writes it: for a frame that thousands share that is
/// most of the work. The upgrade's answer has left the server by then, because its flush waits for the socket (<see cref="SetUp"/>).
/// </remarks>
internal sealed class Wire
{
    private readonly Stream stream;
    private readonly Socket? socket;

    /// <summary>Writes to a stream, whatever is below it.</summary>
    public Wire(Stream stream) => this.stream = stream;

    private Wire(Stream stream, Socket socket)
        : this(stream)
    {
        // What the server does asynchronously stays as it is; a write of ours returns at once when there is no room.
        socket.Blocking = false;
        this.socket = socket;
    }

    /// <summary>Writes to the connection of an upgraded request, which nobody else does any more.</summary>
    public static Wire Of(Stream upgraded, IFeatureCollection connection) =>
        connection.Get<ITlsConnectionFeature>() is null && connection.Get<IConnectionSocketFeature>()?.Socket is { } socket
            ? new Wire(upgraded, socket)
            : new Wire(upgraded);

    /// <summary>Lets a server's flush wait until the socket has everything, so that nothing of ours overtakes it.</summary>
    public static void SetUp(IServiceCollection services) =>
        services.Configure<SocketTransportOptions>(transport => transport.MaxWriteBufferSize = 1);

    /// <returns>How many bytes left at once; the rest is for <see cref="WriteAsync"/>.</returns>
    /// <exception cref="SocketException">The peer is gone.</exception>
    public int TryWrite(ReadOnlySpan<byte> bytes)
    {
        if (socket is null)
        {
            return 0;
        }

        var sent = socket.Send(bytes, SocketFlags.None, out var error);
        return error switch
        {
            SocketError.Success => sent,
            SocketError.WouldBlock => 0,
            _ => throw new SocketException((int)error),
        };
    }

    /// <summary>Writes, and waits for room.</summary>
    public async ValueTask WriteAsync(ReadOnlyMemory<byte> bytes)
    {
        if (socket is null)
        {
            await stream.WriteAsync(bytes);
            return;
        }

        while (bytes.Length > 0)
        {
            bytes = bytes[await socket.SendAsync(bytes)..];
        }
    }

    public ValueTask<int> ReadAsync(Memory<byte> into, CancellationToken cancellationToken) => stream.ReadAsync(into, cancellationToken);
}
