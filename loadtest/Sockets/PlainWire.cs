using System.Net.Sockets;

namespace OrleansContest.LoadTest.Sockets;

/// <summary>By the framework's own means, on every system.</summary>
internal sealed class PlainWire : Wire
{
    private PlainWire(Socket socket)
        : base(socket)
    {
    }

    public static async Task<Wire> ConnectAsync(ConnectPlan plan, CancellationToken cancellationToken)
    {
        var socket = Prepare(plan);
        try
        {
            await socket.ConnectAsync(plan.Remote, cancellationToken);
            return new PlainWire(socket);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    public override async ValueTask SendAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken)
    {
        while (bytes.Length > 0)
        {
            bytes = bytes[await Socket.SendAsync(bytes, SocketFlags.None, cancellationToken)..];
        }
    }

    public override ValueTask<int> ReceiveAsync(Memory<byte> bytes, CancellationToken cancellationToken) =>
        Socket.ReceiveAsync(bytes, SocketFlags.None, cancellationToken);

    public override IPump PumpTo(IByteSink sink, ConnectPlan plan) => new SocketPump(Socket, sink, plan.IdleBufferBytes, plan.Clock);
}
