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
    /// <summary>
    /// What the system keeps for a connection. Where it keeps more, who reads slowly is told of long ago, and seems to take nothing for as long as it
    /// takes to empty a third of that.
    /// </summary>
    private const int SystemBytes = 64 << 10;

    /// <summary>A write that waits for room does so in pieces of this, so that progress shows.</summary>
    private const int PieceBytes = 8 << 10;

    private const int TcpLevel = 6;
    private const int TcpInfo = 11;
    private const int BytesAcked = 120;

    private readonly Stream stream;
    private readonly Socket? socket;

    /// <summary>Writes to a stream, whatever is below it.</summary>
    public Wire(Stream stream) => this.stream = stream;

    private Wire(Stream stream, Socket socket)
        : this(stream) => this.socket = socket;

    /// <summary>Writes to the connection of an upgraded request, which nobody else does any more.</summary>
    public static Wire Of(Stream upgraded, IFeatureCollection connection) =>
        connection.Get<ITlsConnectionFeature>() is null && connection.Get<IConnectionSocketFeature>()?.Socket is { } socket && TryPrepare(socket)
            ? new Wire(upgraded, socket)
            : new Wire(upgraded);

    /// <summary>Lets a server's flush wait until the socket has everything, so that nothing of ours overtakes it.</summary>
    public static void SetUp(IServiceCollection services) =>
        services.Configure<SocketTransportOptions>(transport => transport.MaxWriteBufferSize = 1);

    /// <summary>Bytes that the peer's system has taken, where ours tells (<c>tcpi_bytes_acked</c> of Linux); else 0, as when the connection is gone.</summary>
    public long Taken
    {
        get
        {
            Span<byte> told = stackalloc byte[BytesAcked + sizeof(long)];
            try
            {
                return socket is not null && OperatingSystem.IsLinux() && socket.GetRawSocketOption(TcpLevel, TcpInfo, told) == told.Length
                    ? BitConverter.ToInt64(told[BytesAcked..])
                    : 0;
            }
            catch (Exception fault) when (fault is ObjectDisposedException or SocketException)
            {
                return 0;
            }
        }
    }

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
    /// <param name="bytes">What to write.</param>
    /// <param name="progressed">Told of each piece that has left.</param>
    public async ValueTask WriteAsync(ReadOnlyMemory<byte> bytes, Action progressed)
    {
        if (socket is null)
        {
            await stream.WriteAsync(bytes);
            return;
        }

        for (var rest = bytes; rest.Length > 0; rest = rest[Math.Min(rest.Length, PieceBytes)..])
        {
            await socket.SendAsync(rest[..Math.Min(rest.Length, PieceBytes)]);
            progressed();
        }
    }

    public ValueTask<int> ReadAsync(Memory<byte> into, CancellationToken cancellationToken) => stream.ReadAsync(into, cancellationToken);

    /// <returns>False when the peer has gone meanwhile: then whatever is written fails.</returns>
    private static bool TryPrepare(Socket socket)
    {
        try
        {
            // What the server does asynchronously stays as it is; a write of ours returns at once when there is no room.
            socket.Blocking = false;
            socket.SendBufferSize = SystemBytes;
            return true;
        }
        catch (Exception fault) when (fault is ObjectDisposedException or SocketException)
        {
            return false;
        }
    }
}
