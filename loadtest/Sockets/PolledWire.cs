using System.Net.Sockets;
using System.Runtime.InteropServices;

namespace OrleansContest.LoadTest.Sockets;

/// <summary>Without the framework's own watching of sockets, which would be woken by everything that comes later.</summary>
internal sealed class PolledWire : Wire, IPolled
{
    private const int inProgress = 115;

    private readonly PollLoop loop = PollLoop.Next;
    private readonly long tag;
    private volatile PolledPump? pump;
    private TaskCompletionSource ready = New();

    private PolledWire(Socket socket)
        : base(socket)
    {
        socket.Blocking = false;
        tag = loop.Add(socket, this);
    }

    public static async Task<Wire> ConnectAsync(ConnectPlan plan, CancellationToken cancellationToken)
    {
        var socket = Prepare(plan);
        PolledWire? wire = null;
        try
        {
            socket.Blocking = false;
            var address = plan.Remote.Serialize();
            var begun = connect((int)socket.Handle, ref address.Buffer.Span[0], address.Size) == 0 ? 0 : Marshal.GetLastPInvokeError();
            if (begun is not 0 and not inProgress)
            {
                throw new SocketException(begun);
            }

            wire = new PolledWire(socket);
            await wire.WaitForConnectionAsync(begun, cancellationToken);
            return wire;
        }
        catch
        {
            wire?.Dispose();
            socket.Dispose();
            throw;
        }
    }

    public override async ValueTask SendAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken)
    {
        while (bytes.Length > 0)
        {
            var seen = Volatile.Read(ref ready);
            var sent = Socket.Send(bytes.Span, SocketFlags.None, out var error);
            if (error == SocketError.WouldBlock)
            {
                await WaitAsync(seen, cancellationToken);
            }
            else
            {
                bytes = bytes[(error == SocketError.Success ? sent : throw new SocketException((int)error))..];
            }
        }
    }

    public override async ValueTask<int> ReceiveAsync(Memory<byte> bytes, CancellationToken cancellationToken)
    {
        while (true)
        {
            var seen = Volatile.Read(ref ready);
            var read = Socket.Receive(bytes.Span, SocketFlags.None, out var error);
            if (error != SocketError.WouldBlock)
            {
                return error == SocketError.Success ? read : throw new SocketException((int)error);
            }

            await WaitAsync(seen, cancellationToken);
        }
    }

    public override IPump PumpTo(IByteSink sink, ConnectPlan plan)
    {
        var taker = new PolledPump(Socket, loop, tag, sink, plan);
        pump = taker;
        return taker;
    }

    public override void Dispose()
    {
        loop.Remove(tag);
        base.Dispose();
    }

    void IPolled.Ready(bool isEnding)
    {
        if (pump is { } taker)
        {
            taker.Ready(isEnding);
        }
        else
        {
            Interlocked.Exchange(ref ready, New()).TrySetResult();
        }
    }

    [DllImport("libc", SetLastError = true)]
    private static extern int connect(int descriptor, ref byte address, int length);

    private static TaskCompletionSource New() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    private static Task WaitAsync(TaskCompletionSource seen, CancellationToken cancellationToken) => seen.Task.WaitAsync(cancellationToken);

    /// <summary>A socket that is being connected is called once before: as one that hangs, which it is no more once the attempt has an outcome.</summary>
    private async Task WaitForConnectionAsync(int begun, CancellationToken cancellationToken)
    {
        while (begun == inProgress)
        {
            var seen = Volatile.Read(ref ready);
            if (Socket.Poll(0, SelectMode.SelectWrite) || Socket.Poll(0, SelectMode.SelectError))
            {
                break;
            }

            await WaitAsync(seen, cancellationToken);
        }

        if ((int)Socket.GetSocketOption(SocketOptionLevel.Socket, SocketOptionName.Error)! is var error and not 0)
        {
            throw new SocketException(error);
        }
    }
}
