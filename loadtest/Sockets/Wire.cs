using System.Net.Sockets;

namespace OrleansContest.LoadTest.Sockets;

/// <summary>A connected socket up to the end of its handshake; then a pump takes it over.</summary>
internal abstract class Wire(Socket socket) : IDisposable
{
    protected Socket Socket => socket;

    /// <summary>Connects.</summary>
    /// <exception cref="SocketException">Nobody is there, or this machine has no port or descriptor left.</exception>
    public static Task<Wire> OpenAsync(ConnectPlan plan, CancellationToken cancellationToken) =>
        plan.IsPolled ? PolledWire.ConnectAsync(plan, cancellationToken) : PlainWire.ConnectAsync(plan, cancellationToken);

    public abstract ValueTask SendAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken);

    public abstract ValueTask<int> ReceiveAsync(Memory<byte> bytes, CancellationToken cancellationToken);

    /// <summary>Has the rest go to a sink. The wire is the pump's from then on.</summary>
    public abstract IPump PumpTo(IByteSink sink, ConnectPlan plan);

    public virtual void Dispose() => socket.Dispose();

    protected static Socket Prepare(ConnectPlan plan)
    {
        var socket = new Socket(plan.Remote.AddressFamily, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            socket.ReceiveBufferSize = plan.SystemBufferBytes ?? socket.ReceiveBufferSize;
            SourceAddress.Bind(socket, plan.Source);
            return socket;
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
